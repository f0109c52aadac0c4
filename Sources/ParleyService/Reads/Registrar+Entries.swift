package import DocketChain
import OpenSSLKit
import ParleyDocuments
package import ParleyDomain
package import ParleyStore

extension Registrar {
  /// A page of the docket, in the order of time: the union of the chains the caller sees, or one of
  /// them. With `full`, each entry carries its stored form, for proof.
  package func entries(
    of id: DisputeID, compartment: Compartment?, after mark: PageMark?, limit: Int, full: Bool,
    for caller: Caller
  ) async throws -> (entries: [SeenEntry], next: PageMark?) {
    let found = try await longRead(for: caller) { [self] in
      try page(
        of: id, compartment: compartment, after: mark, limit: limit, full: full, for: caller)
    }
    try await record(found.reads)
    return found.page
  }

  /// A page as above without suspending; nil where it shows what is confided and that it is read has to
  /// be written first.
  package func recordedEntries(
    of id: DisputeID, compartment: Compartment?, after mark: PageMark?, limit: Int,
    for caller: Caller
  ) throws -> (entries: [SeenEntry], next: PageMark?)? {
    let (page, reads) = try page(
      of: id, compartment: compartment, after: mark, limit: limit, full: false, for: caller)
    return journal.hasRecorded(reads) ? page : nil
  }

  private func page(
    of id: DisputeID, compartment: Compartment?, after mark: PageMark?, limit: Int, full: Bool,
    for caller: Caller
  ) throws -> (page: (entries: [SeenEntry], next: PageMark?), reads: [ConfidedRead]) {
    let docketed = try journal.dispute(id)
    let standings = docketed.dispute.standings(of: caller.actor)
    let visible = try visibleCompartments(docketed.dispute, standings)
    let wanted = compartment.map { visible.intersection([$0]) } ?? visible
    let order = mark?.numbers.first ?? 0
    let page = try journal.read { registry in
      let page = try registry.entries(of: id, in: wanted, after: order, limit: limit)
      let entries = try page.compactMap { entry -> SeenEntry? in
        guard var seen = seen(entry, with: standings, in: docketed.dispute) else { return nil }
        if full { seen.stored = try stored(entry, in: registry, headerOnly: seen.headerOnly) }
        return seen
      }
      let next = page.count == limit ? page.last.map { PageMark([$0.order]) } : nil
      return (entries: entries, next: next)
    }
    let reads = confidedReads(
      page.entries, of: docketed.dispute, by: .entries, full: full, to: caller)
    return (page, reads)
  }

  /// One entry. What the caller does not see is `notFound`.
  package func entry(
    of id: DisputeID, compartment: Compartment, sequence: UInt64, full: Bool, for caller: Caller
  ) async throws -> SeenEntry {
    let docketed = try journal.dispute(id)
    let standings = docketed.dispute.standings(of: caller.actor)
    guard try visibleCompartments(docketed.dispute, standings).contains(compartment) else {
      throw Refusal.notFound
    }
    let shown = try journal.read { registry in
      guard let entry = try registry.entry(of: id, in: compartment, sequence: sequence),
        var seen = seen(entry, with: standings, in: docketed.dispute)
      else { throw Refusal.notFound }
      if full { seen.stored = try stored(entry, in: registry, headerOnly: seen.headerOnly) }
      return seen
    }
    try await noteShown([shown], of: docketed.dispute, by: .entries, full: full, to: caller)
    return shown
  }

  /// The signed head of every chain the caller sees.
  package func heads(of id: DisputeID, for caller: Caller) async throws -> [SignedHead] {
    let docketed = try journal.dispute(id)
    let standings = docketed.dispute.standings(of: caller.actor)
    let visible = try visibleCompartments(docketed.dispute, standings)
    return try Compartment.all.filter(visible.contains)
      .compactMap { try docketed.heads[$0]?.signed(with: journal.signingKey) }
  }

  /// Checks the chains the caller sees, as they stand on disk, against their formula, the heads the
  /// server has and the receipts the caller kept. Receipts of chains the caller does not see are
  /// passed over, without a word whether there is such a chain.
  package func verify(
    _ id: DisputeID, against receipts: [SignedHead], for caller: Caller
  ) async throws -> [CheckedChain] {
    let heads = try await self.heads(of: id, for: caller)
    return try await longRead(for: caller) { [self] in
      try verify(id, against: heads + receipts, for: caller)
    }
  }

  private func verify(
    _ id: DisputeID, against signed: [SignedHead], for caller: Caller
  ) throws -> [CheckedChain] {
    let docketed = try journal.dispute(id)
    let standings = docketed.dispute.standings(of: caller.actor)
    let visible = try visibleCompartments(docketed.dispute, standings)
    return try journal.read { registry in
      let keys = try registry.signingKeys().map(\.publicKey)
      return try Compartment.all.filter(visible.contains).compactMap { compartment in
        let chain = ChainID(disputeID: id.text, compartment: compartment.code)
        let known = signed.filter { $0.chain == chain }
        guard !known.isEmpty else { return nil }
        var verifier = ChainVerifier(chain: chain, against: known, keys: keys)
        var defects: [ChainDefect] = []
        var after: UInt64 = 0
        var count: UInt64 = 0
        var erased: UInt64 = 0
        let isFull = sight(of: compartment, for: standings, in: docketed.dispute) == .full
        var head: [UInt8] = []
        while true {
          let page = try registry.storedEntries(of: id, in: compartment, after: after, limit: 200)
          for entry in page { defects += verifier.check(entry) }
          count += UInt64(page.count)
          if isFull { erased += UInt64(page.count { $0.words.opening == nil }) }
          if let last = page.last { (after, head) = (last.sequence, last.hash.bytes) }
          guard page.count == 200 else { break }
        }
        return CheckedChain(
          compartment: compartment, entryCount: count, erasedCount: erased, head: head,
          defects: (defects + verifier.finish()).map(\.description))
      }
    }
  }

  /// The keys that receipts were ever signed with, the newest first.
  package func signingKeys() throws -> [RegisteredKey] {
    try journal.read { try $0.signingKeys() }
  }

  func visibleCompartments(
    _ dispute: Dispute, _ standings: Set<Standing>
  ) throws -> Set<Compartment> {
    let visible = Set(
      Compartment.all.filter { sight(of: $0, for: standings, in: dispute) != .none })
    guard visible.contains(.caseFile) else { throw Refusal.notFound }
    return visible
  }

  func seen(
    _ entry: DocketEntry, with standings: Set<Standing>, in dispute: Dispute
  ) -> SeenEntry? {
    switch extent(of: entry.entry, for: standings, in: dispute) {
    case .none: nil
    case .headers:
      SeenEntry(
        docketed: entry, title: "Entry", actorName: entry.entry.actor.flatMap(names.name(of:)),
        headerOnly: true, stored: nil)
    case .full:
      SeenEntry(
        docketed: entry,
        title: DocketSentence.text(entry.entry.event, zone: zone)
          + (entry.wordsErased ? " (words erased)" : ""),
        actorName: entry.entry.actor.flatMap(names.name(of:)), headerOnly: false, stored: nil)
    }
  }

  /// How much of an entry is seen: that of its compartment, but of an exhibit that is sealed or struck
  /// not more than that something was filed about it.
  private func extent(
    of entry: Entry, for standings: Set<Standing>, in dispute: Dispute
  ) -> Sight {
    let extent = sight(of: entry.compartment, for: standings, in: dispute)
    guard let id = dispute.exhibit(toldOfBy: entry) else { return extent }
    return dispute.reads(id, with: standings) ? extent : min(extent, .headers)
  }

  private func stored(
    _ entry: DocketEntry, in registry: Registry, headerOnly: Bool
  ) throws -> StoredEntry? {
    let page = try registry.storedEntries(
      of: entry.dispute, in: entry.entry.compartment, after: entry.sequence - 1, limit: 1)
    return headerOnly ? page.first.map(Self.headerAlone) : page.first
  }

  /// An entry for a viewer of headers: its facts and words are bare commitments.
  static func headerAlone(_ whole: StoredEntry) -> StoredEntry {
    StoredEntry(
      sequence: whole.sequence, previous: whole.previous, header: whole.header,
      facts: .committed(whole.facts.commitment), words: .committed(whole.words.commitment),
      hash: whole.hash)
  }
}
