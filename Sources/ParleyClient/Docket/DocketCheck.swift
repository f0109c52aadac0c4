import DocketChain
import Foundation
import OpenSSLKit

/// Checks the docket of a dispute on this machine: every chain recomputed from the stored bytes,
/// the server's signed heads, and the receipts kept here.
package struct DocketCheck {
  /// What was found of one chain.
  package struct Chain: Hashable, Sendable {
    package let compartment: String
    package let entryCount: Int
    package let receiptCount: Int
    /// Entries whose words were erased: their commitments still hold.
    package let erasedCount: Int
    /// One sentence each; none when all is well.
    package let defects: [String]
  }

  private let dispute: DisputeID
  private let keys: [Ed25519PublicKey]
  private let receipts: [KeptReceipt]
  private var verifiers: [String: ChainVerifier] = [:]
  private var counts: [String: Int] = [:]
  private var erased: [String: Int] = [:]
  private var defects: [String: [String]] = [:]

  /// `keys` are those believed, `receipts` those kept and the heads signed now.
  package init(dispute: DisputeID, keys: [TrustedKey], receipts: [KeptReceipt]) {
    self.dispute = dispute
    self.keys = keys.compactMap(\.verifying)
    self.receipts = receipts
  }

  /// Takes the next entry, as `ENTRY_VIEW_FULL` answers it. Entries of one chain come in order.
  package mutating func take(_ entry: PlainValue) {
    let compartment = SavedDocket.chain(entry)
    counts[compartment, default: 0] += 1
    if entry["wordsErased"] == .bool(true) { erased[compartment, default: 0] += 1 }
    guard let stored = Self.stored(entry) else {
      defects[compartment, default: []].append(
        "Entry \(entry.text("sequence")) came without its stored bytes.")
      return
    }
    var verifier = verifiers[compartment] ?? self.verifier(compartment)
    defects[compartment, default: []] += verifier.check(stored).map { "\($0)" }
    verifiers[compartment] = verifier
  }

  /// What was found, chain by chain. A chain that receipts know of and that brought no entry counts
  /// as one that was cut off.
  package func finish() -> [Chain] {
    let known = Set(receipts.map(\.compartment)).union(counts.keys)
    return known.sorted().map { compartment in
      let verifier = verifiers[compartment] ?? self.verifier(compartment)
      let found = defects[compartment, default: []] + verifier.finish().map { "\($0)" }
      return Chain(
        compartment: compartment, entryCount: counts[compartment] ?? 0,
        receiptCount: receipts.count { $0.compartment == compartment },
        erasedCount: erased[compartment] ?? 0, defects: found)
    }
  }

  private func verifier(_ compartment: String) -> ChainVerifier {
    ChainVerifier(
      chain: ChainID(disputeID: dispute.canonical, compartment: compartment),
      against: receipts.filter { $0.compartment == compartment }.compactMap(\.signedHead),
      keys: keys)
  }

  private static func stored(_ entry: PlainValue) -> StoredEntry? {
    guard let stored = entry["stored"], let sequence = UInt64(entry.text("sequence")),
      let previous = digest(stored.text("previousHash")),
      let hash = digest(stored.text("entryHash")),
      let header = part(stored["header"]), let facts = part(stored["facts"]),
      let words = part(stored["words"])
    else { return nil }
    return StoredEntry(
      sequence: sequence, previous: previous, header: header, facts: facts, words: words,
      hash: hash)
  }

  private static func part(_ value: PlainValue?) -> StoredPart? {
    guard let value, let commitment = digest(value.text("commitment")) else { return nil }
    let saltText = value.text("salt")
    guard !saltText.isEmpty else { return .committed(commitment) }
    guard let saltBytes = Data(base64Encoded: saltText), let salt = Salt(bytes: Array(saltBytes)),
      let content = Data(base64Encoded: value.text("content"))
    else { return nil }
    return StoredPart(commitment: commitment, opening: .init(bytes: Array(content), salt: salt))
  }

  private static func digest(_ base64: String) -> SHA256Digest? {
    Data(base64Encoded: base64).flatMap { SHA256Digest(bytes: Array($0)) }
  }
}
