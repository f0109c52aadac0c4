import DocketChain
import OpenSSLKit
import ParleyDomain

/// Entries on their way into the docket of one dispute: numbered, hashed and folded, in memory.
///
/// Nothing is stored here, so a decision that is thrown away leaves no trace.
struct Docketing {
  /// An entry with all that is stored of it.
  struct Row {
    let compartment: Compartment
    let form: EntryForm
    let link: ChainLink
    let salts: (header: Salt, facts: Salt, words: Salt)
    let docketed: DocketEntry
  }

  let id: DisputeID
  let now: Instant
  /// Nil until the first entry of a new dispute.
  private(set) var dispute: Dispute?
  private(set) var heads: [Compartment: ChainHead]
  private(set) var order: Int64
  private(set) var rows: [Row] = []
  private(set) var touched: [Compartment] = []

  /// Goes on from a stored dispute.
  init(_ docketed: DocketedDispute, after order: Int64, now: Instant) {
    id = docketed.dispute.id
    self.now = now
    dispute = docketed.dispute
    heads = docketed.heads
    self.order = order
  }

  /// Begins a new one.
  init(new id: DisputeID, after order: Int64, now: Instant) {
    self.id = id
    self.now = now
    heads = [:]
    self.order = order
  }

  mutating func append(_ entry: Entry) throws {
    let place = EntryForm.Place(
      dispute: id, compartment: entry.compartment,
      sequence: (heads[entry.compartment]?.sequence ?? 0) + 1)
    let form = try EntryForm(entry, at: place, filedAt: now)
    let salts = (header: try Salt.random(), facts: try Salt.random(), words: try Salt.random())
    let link = link(
      entry.compartment, header: Commitment.make(form.header, salt: salts.header),
      facts: Commitment.make(form.facts, salt: salts.facts),
      words: Commitment.make(form.words, salt: salts.words))
    if var folded = dispute {
      folded.evolve(entry, filedAt: now)
      dispute = folded
    } else {
      guard let opened = Dispute(id: id, first: entry, filedAt: now) else {
        throw JournalFault.decisionMalformed(reason: "the first entry does not open a dispute")
      }
      dispute = opened
    }
    order += 1
    heads[entry.compartment] = ChainHead(
      dispute: id, compartment: entry.compartment, sequence: link.sequence, hash: link.hash,
      filedAt: now)
    if !touched.contains(entry.compartment) { touched.append(entry.compartment) }
    rows.append(
      Row(
        compartment: entry.compartment, form: form, link: link, salts: salts,
        docketed: DocketEntry(
          dispute: id, order: order, sequence: link.sequence, filedAt: now, hash: link.hash,
          entry: entry, wordsErased: false)))
  }

  /// The state the entries come to; nil while a new dispute has none.
  var docketed: DocketedDispute? {
    dispute.map { DocketedDispute(dispute: $0, heads: heads, order: order) }
  }

  private func link(
    _ compartment: Compartment, header: SHA256Digest, facts: SHA256Digest, words: SHA256Digest
  ) -> ChainLink {
    let chain = ChainID(disputeID: id.text, compartment: compartment.code)
    guard let head = heads[compartment] else {
      return ChainLink.first(of: chain, header: header, facts: facts, words: words)
    }
    return ChainLink(
      chain: chain, sequence: head.sequence + 1, previous: head.hash, header: header,
      facts: facts, words: words)
  }
}
