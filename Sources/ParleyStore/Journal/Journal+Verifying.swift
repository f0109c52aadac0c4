package import DocketChain
import GRDB
import OpenSSLKit
package import ParleyDomain

extension Journal {
  /// Checks all that can be checked from disk: every chain, the heads, that every entry can be
  /// read, the files of evidence, SQLite's own checks. No defects: an empty answer. Takes as long
  /// as it takes to read everything, in short steps that hold nobody up.
  package func verifyAll() throws -> [JournalDefect] {
    var defects: [JournalDefect] = []
    let chains = try readers.read { db in
      try Row.fetchAll(db, sql: "SELECT dispute, compartment FROM chains ORDER BY id").map {
        (DisputeID($0["dispute"]), try $0.compartment("compartment"))
      }
    }
    for (dispute, compartment) in chains {
      defects += try verify(dispute, compartment)
      defects += try verifyEvidence(dispute, compartment)
    }
    return try defects + verifyBidKeys(of: Set(chains.map(\.0))) + verifyKeys()
      + verifyDatabase()
  }

  /// Checks that every key stands in one line and was endorsed by the one before it.
  private func verifyKeys() throws -> [JournalDefect] {
    let (line, count) = try readers.read { db in
      (
        try Registry(db, now: Instant(milliseconds: 0)).signingKeys(),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM keys") ?? 0
      )
    }
    var defects: [JournalDefect] = line.count == count ? [] : [.brokenKeyLine]
    for (key, older) in zip(line, line.dropFirst())
    where key.endorsement?.verify(older.publicKey) != true {
      defects.append(.unendorsedKey(id: key.id))
    }
    return defects
  }

  /// Checks one chain from disk, also against receipts that somebody kept, and its head.
  package func verify(
    _ dispute: DisputeID, _ compartment: Compartment, against receipts: [SignedHead] = []
  ) throws -> [JournalDefect] {
    let chain = ChainID(disputeID: dispute.text, compartment: compartment.code)
    let keys = try read { try $0.signingKeys().map(\.publicKey) }
    var verifier = ChainVerifier(chain: chain, against: receipts, keys: keys)
    var defects: [JournalDefect] = []
    var last: StoredEntry?
    var missing: Set<UInt64> = []
    var erased: Set<UInt64> = []
    // The head is read first: what is appended meanwhile lies behind it.
    let head = try read { try $0.heads(of: dispute)[compartment] }
    var atHead: SHA256Digest?
    while true {
      let page = try read {
        try $0.storedEntries(of: dispute, in: compartment, after: last?.sequence ?? 0)
      }
      guard !page.isEmpty else { break }
      for entry in page {
        defects += verifier.check(entry).map { .chain(chain, $0) }
        switch entry.event(in: dispute, compartment) {
        case nil: defects.append(.unreadable(chain, sequence: entry.sequence))
        case .wordsErased(_, let sequence, _, _, _)?: erased.insert(UInt64(clamping: sequence))
        default: break
        }
        if entry.words.opening == nil { missing.insert(entry.sequence) }
        if entry.sequence == head?.sequence { atHead = entry.hash }
      }
      last = page.last
    }
    defects += missing.symmetricDifference(erased).sorted().map { .erasure(chain, sequence: $0) }
    if head == nil || atHead != head?.hash { defects.append(.headMismatch(chain)) }
    return defects + verifier.finish().map { .chain(chain, $0) }
  }

  private func verifyEvidence(
    _ dispute: DisputeID, _ compartment: Compartment
  ) throws -> [JournalDefect] {
    let chain = ChainID(disputeID: dispute.text, compartment: compartment.code)
    var defects: [JournalDefect] = []
    for exhibit in try read({ try $0.exhibits(of: dispute, in: [compartment]) })
    where try !holdsWhole(exhibit) {
      defects.append(.evidence(chain, number: exhibit.exhibit.number))
    }
    return defects
  }

  private func holdsWhole(_ exhibit: ExhibitRow) throws -> Bool {
    guard
      let file = try evidence.open(
        exhibit.dispute, exhibit.exhibit.compartment, exhibit.hash),
      file.byteCount == exhibit.byteCount
    else { return false }
    let hasher = SHA256Hasher()
    var offset: Int64 = 0
    while offset < file.byteCount {
      let piece = try file.read(at: offset, count: Limits.chunkBytesMax)
      if piece.isEmpty { return false }
      hasher.update(piece)
      offset += Int64(piece.count)
    }
    return hasher.finish().hex == exhibit.hash.hex
  }

  private func verifyDatabase() throws -> [JournalDefect] {
    try readers.read { db in
      let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
      let tables = Set(dangling.map { $0["table"] as String }).sorted()
      return lines.filter { $0 != "ok" }.map { .database($0) }
        + tables.map { .dangling(table: $0) }
    }
  }
}

extension StoredEntry {
  /// What the bytes say; nil where this build cannot read them as an entry.
  fileprivate func event(in dispute: DisputeID, _ compartment: Compartment) -> Event? {
    guard let header = header.opening, let facts = facts.opening else { return nil }
    return
      (try? EntryForm.decoded(
        header: header.bytes, facts: facts.bytes, words: words.opening?.bytes,
        at: .init(dispute: dispute, compartment: compartment, sequence: sequence)))?.entry.event
  }
}
