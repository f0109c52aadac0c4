import ParleyDocuments
import ParleyDomain
import ParleyStore

/// Goes through the entries that a reader sees, in the order of filing: numbers exhibits, tells whose an
/// entry is, and keeps apart what is chosen and what is held back.
struct BundleGathering {
  let dispute: Dispute
  let chosen: Set<Compartment>
  let side: Side?
  /// Answers how the reader sees an entry; nil for one out of sight.
  let seen: (DocketEntry) -> SeenEntry?

  private(set) var entries: [SeenEntry] = []
  private(set) var numbered: [(id: ExhibitID, bates: String)] = []
  private(set) var gaps: [BatesGap] = []
  private(set) var withheld: [WithheldLine] = []
  /// What of the entries held back was looked at, for the record of reads.
  private(set) var listed: [SeenEntry] = []
  /// Whose head alone is shown, in each chain.
  private(set) var headersOnly: [Compartment: Set<UInt64>] = [:]
  private var sides: [MemberID: Side] = [:]
  private var counsel: Set<MemberID> = []
  private var seats: [MemberID: Seat] = [:]
  private var counts: [String: Int] = [:]

  init(
    dispute: Dispute, chosen: Set<Compartment>, side: Side?,
    seen: @escaping (DocketEntry) -> SeenEntry?
  ) {
    self.dispute = dispute
    self.chosen = chosen
    self.side = side
    self.seen = seen
  }

  /// Takes the next entry.
  mutating func take(_ docketed: DocketEntry) {
    let entry = docketed.entry
    note(entry.event)
    let bates = dispute.exhibit(filedBy: entry).map { number($0, filedBy: entry) }
    guard let shown = seen(docketed) else { return }
    guard chosen.contains(entry.compartment) else { return hold(back: shown) }
    entries.append(shown)
    if shown.headerOnly { headersOnly[entry.compartment, default: []].insert(docketed.sequence) }
    guard let bates, let id = dispute.exhibit(filedBy: entry) else { return }
    let isErased = dispute.exhibit(id)?.erased ?? true
    if shown.headerOnly || isErased {
      // Who sees headers alone of a whole compartment is not told what they are about.
      guard let reason = gap(id, isErased: isErased && !shown.headerOnly) else { return }
      gaps.append(BatesGap(bates: bates, label: Self.label(id), reason))
    } else {
      numbered.append((id, bates))
    }
  }

  private func gap(_ id: ExhibitID, isErased: Bool) -> BatesGap.Reason? {
    if isErased { return .erased }
    switch dispute.caseFile.seals[id] {
    case .sealed: return .sealed
    case .struck: return .struck
    case nil: return nil
    }
  }

  static func label(_ id: ExhibitID) -> String {
    "\(id.compartment.exhibitPrefix)-\(id.number)"
  }

  private mutating func note(_ event: Event) {
    switch event {
    case .partyJoined(let side, let member, let isCounsel):
      sides[member] = side
      if isCounsel { counsel.insert(member) }
    case .neutralNominated(let seat, let member): seats[member] = seat
    default: return
    }
  }

  /// The number of an exhibit: counted among those of the same filer in the same compartment, over the
  /// whole chain, so it is the same in every bundle of everybody who sees the chain, and tells nothing
  /// of any other chain.
  private mutating func number(_ id: ExhibitID, filedBy entry: Entry) -> String {
    let series = "\(filer(of: entry))-\(id.compartment.exhibitPrefix)"
    let count = counts[series, default: 0] + 1
    counts[series] = count
    let digits = String(count)
    return "\(series)-" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  private func filer(of entry: Entry) -> String {
    switch side(of: entry) {
    case .claimant: return "CLM"
    case .respondent: return "RSP"
    case nil: break
    }
    guard let seat = entry.actor.flatMap({ seats[$0] }) else { return "OFF" }
    return seat == .mediator ? "MED" : "ARB"
  }

  /// For which side an entry was made: that of who acted, or for whom it was recorded. People of the
  /// claimant's office take no seat, so whoever has none acts for the claimant.
  private func side(of entry: Entry) -> Side? {
    if let act = entry.recordedFor { return act.side }
    guard let actor = entry.actor else { return nil }
    if let side = sides[actor] { return side }
    return seats[actor] == nil ? .claimant : nil
  }

  /// Of what is not chosen, the reader's own goes into the reader's log.
  private mutating func hold(back shown: SeenEntry) {
    let entry = shown.docketed.entry
    guard let side, !shown.headerOnly, self.side(of: entry) == side,
      let line = PrivilegeLogPage.line(
        of: entry, filedAt: shown.docketed.filedAt, author: shown.actorName ?? "",
        byCounsel: entry.actor.map(counsel.contains) ?? false)
    else { return }
    withheld.append(line)
    listed.append(shown)
  }
}
