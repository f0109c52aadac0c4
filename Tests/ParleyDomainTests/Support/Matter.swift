import ParleyDomain
import Testing

/// One dispute under test: it fires what is due before each act, as the service does, and keeps
/// every entry for a replay.
struct Matter {
  var dispute: Dispute
  var now: Instant
  var log: [(entry: Entry, filedAt: Instant)]
  var hasInstitution = true
  var profile = RuleProfile.generic
  var zone = Zone.utc
  var respondentZone: Zone?
  var conflicts: [MemberID: ConflictFindings] = [:]
  var interest: InterestProfile?
  var isRehearsal = false

  var status: Status { dispute.caseFile.status }
  var today: CivilDate { zone.date(at: now) }
  var events: [Event] { log.map(\.entry.event) }

  var given: Given { given() }

  func given(
    duplicates: [Int: DisputeID] = [:], precluded: Set<Int> = [], named: NamedEntry? = nil
  ) -> Given {
    Given(
      now: now, zone: zone, profile: profile, interest: interest,
      people: Dictionary(
        People.all.map { ($0.member, $0) }, uniquingKeysWith: { first, _ in first }),
      duplicates: duplicates, precluded: precluded, conflicts: conflicts,
      hasInstitution: hasInstitution, named: named, respondentZone: respondentZone,
      bidding: OpenedBidding.plain(dispute, isRehearsal: isRehearsal),
      interestShelf: InterestProfile.own)
  }

  /// With the entry that the command is about, as the service looks it up.
  func given(for command: Command) -> Given {
    let target: ErasureTarget? =
      switch command {
      case .requestErasure(let target, _): target
      case .grantErasure(let place, let number):
        dispute.records[place]?.erasures.first { $0.number == number }
          .map { .entry(place, sequence: $0.sequence) }
      default: nil
      }
    let erased = Set(
      log.compactMap { entry, _ -> ErasureTarget? in
        guard case .wordsErased(_, let sequence, _, _, _) = entry.event else { return nil }
        return .entry(entry.compartment, sequence: sequence)
      })
    var counts: [Compartment: Int64] = [:]
    for (entry, _) in log {
      let place = entry.compartment
      counts[place, default: 0] += 1
      let sequence = counts[place] ?? 0
      let itself = ErasureTarget.entry(place, sequence: sequence)
      let filed = dispute.exhibit(filedBy: entry).map(ErasureTarget.exhibit)
      guard let target, target == itself || target == filed else { continue }
      let organization = People.all.first { $0.member == entry.actor }?.organization
      return given(
        named: NamedEntry(
          sequence: sequence, entry: entry, isErased: erased.contains(itself),
          organization: organization))
    }
    return given
  }

  /// A draft by the broker: 8,400.00 euro in two items, due weeks ago.
  static func draft(
    clauses: [Clause] = [.arbitration], amounts: [Int64] = [540_000, 300_000],
    limitationDays: Int = 900, debtor: DebtorKind = .business,
    collector: CollectorKind = .firstParty, jurisdiction: String = "PT"
  ) throws -> Matter {
    let now = Instant(milliseconds: 1_780_000_000_000)
    let today = Zone.utc.date(at: now)
    let opening = DisputeOpening(
      debtorKind: debtor, collectorKind: collector, jurisdiction: jurisdiction,
      contractForm: .writtenSigned, contractType: .brokerage, clauses: clauses,
      items: try amounts.enumerated().map { index, amount in
        ClaimItem(
          number: index + 1, issued: today.adding(days: -60), due: today.adding(days: -30),
          amount: try euro(amount))
      },
      limitation: today.adding(days: limitationDays))
    let command = Command.createDispute(opening)
    let filing = Filing(
      actor: People.broker, command: command,
      words: wording(command) + [Word("respondent.email", "accounts@client.example")])
    let given = Given(now: now, zone: .utc, profile: .generic)
    let id = DisputeID("7k3qm2xw")
    let first = try #require(try Dispute.open(id: id, filing: filing, given: given).first)
    let dispute = try #require(Dispute(id: id, first: first, filedAt: now))
    return Matter(dispute: dispute, now: now, log: [(first, now)])
  }

  /// The required wording of a command, and what it asks for besides.
  static func wording(_ command: Command, _ more: [Word] = []) -> [Word] {
    var required = command.wordPaths.filter(\.isRequired).map { Word($0.path, "Text") }
    if case .createDispute(let opening) = command, opening.limitation != nil {
      required.append(Word("limitation.source", "Text"))
    }
    if case .addExhibit(let offer) = command {
      required += offer.words.filter { word in !more.contains { $0.path == word.path } }
    }
    return required.filter { word in !more.contains { $0.path == word.path } } + more
  }

  mutating func take(_ entries: [Entry]) {
    for entry in entries {
      dispute.evolve(entry, filedAt: now)
      log.append((entry, now))
    }
  }

  /// Fires what is due, one deadline after the other.
  mutating func fire() {
    var rounds = 0
    while let due = dispute.dueDeadlines(at: now).first, rounds < 100 {
      take(dispute.fire(due, given: given))
      rounds += 1
    }
  }

  mutating func advance(days: Int) {
    now = now.adding(hours: Int64(days) * 24)
    fire()
  }

  /// To the exact moment a deadline is due, before it is fired.
  mutating func advance(to instant: Instant) { now = max(now, instant) }

  @discardableResult
  mutating func file(
    _ command: Command, by actor: Actor = People.broker, words: [Word] = [],
    recordedFor: RecordedAct? = nil
  ) throws(Refusal) -> [Entry] {
    let filing = Filing(
      actor: actor, command: command, words: Matter.wording(command, words),
      recordedFor: recordedFor)
    let entries = try dispute.decide(filing, given: given(for: command))
    take(entries)
    return entries
  }

  /// The reason an act is refused; nil when it is not.
  func refusal(
    _ command: Command, by actor: Actor = People.broker, words: [Word] = [],
    recordedFor: RecordedAct? = nil
  ) -> Refusal? {
    let filing = Filing(
      actor: actor, command: command, words: Matter.wording(command, words),
      recordedFor: recordedFor)
    do throws(Refusal) {
      _ = try dispute.decide(filing, given: given(for: command))
      return nil
    } catch {
      return error
    }
  }

  func condition(
    _ command: Command, by actor: Actor = People.broker, words: [Word] = [],
    recordedFor: RecordedAct? = nil
  ) -> Precondition? {
    if case .unmet(let condition, _, _, _, _) = refusal(
      command, by: actor, words: words, recordedFor: recordedFor)
    {
      return condition
    }
    return nil
  }
}

func euro(_ minorUnits: Int64) throws -> Money {
  Money(minorUnits: minorUnits, currency: try #require(Currency(code: "EUR")))
}

func hash(_ digit: Character) throws -> DocumentHash {
  try #require(DocumentHash(hex: String(repeating: digit, count: 64)))
}

extension Refusal {
  var isWrongStage: Bool {
    if case .wrongStage = self { true } else { false }
  }

  var isNotPermitted: Bool {
    if case .notPermitted = self { true } else { false }
  }

  var isLost: Bool {
    if case .lost = self { true } else { false }
  }

  var fields: [String] {
    if case .invalid(let problems) = self { problems.map(\.field) } else { [] }
  }

  var earliest: Instant? {
    switch self {
    case .wrongStage(_, _, _, _, let earliest, _), .unmet(_, _, _, let earliest, _): earliest
    default: nil
    }
  }
}

extension ExhibitOffer {
  /// What it has to say of itself in words.
  fileprivate var words: [Word] {
    var paths: [String] = []
    if let kind = rendition?.kind, kind != .newVersion { paths.append("exhibit.madeBy") }
    if rendition?.kind == .translation { paths.append("exhibit.language") }
    if tendered { paths.append("exhibit.lateReason") }
    return paths.map { Word($0, "Text") }
  }
}
