import DocketChain
package import EvidenceBundle
import Glibc
import OpenSSLKit

/// Checks a bundle with nothing but the file and what is kept on this machine: every byte of the archive
/// against its manifest, the manifest against its signature, the chains against their formula, and the
/// record against receipts.
package struct BundleCheck: Sendable {
  /// Nil where the manifest cannot be read.
  package let manifest: BundleManifest?
  /// One sentence each; empty when all is well.
  package let defects: [String]
  /// The chains that are in it.
  package let chains: [DocketCheck.Chain]
  /// How many receipts it was held against.
  package let receiptCount: Int
  /// Chains that receipts are kept of and that were not chosen for this bundle.
  package let chainsLeftOut: [String]
  /// Whether it ends before an entry of which a receipt is kept: an older bundle, or one cut short.
  package let isOlder: Bool
  /// Whether any key was known before.
  package let isVouchedFor: Bool

  /// The key that signed it, by its id; empty where the signature does not fit.
  package let keyID: String

  /// What is known here of a dispute.
  package struct Known: Sendable {
    package var receipts: [KeptReceipt]
    package var keys: [TrustedKey]

    package init(receipts: [KeptReceipt], keys: [TrustedKey]) {
      self.receipts = receipts
      self.keys = keys
    }
  }

  /// Checks the file at a path. Nothing is extracted. Throws where the file cannot be read.
  ///
  /// - Parameter known: answers what is kept here of the dispute that the bundle says it is of, and of
  ///   the key, by its id, that it says it was signed with.
  package init(
    path: String, known: (_ dispute: DisputeID, _ keyID: String) throws -> Known
  ) throws {
    let shelf = DocketShelf()
    let file = try OpenedFile(path)
    let found = try BundleInspection.of(read: { try file.read($0) }) { path, bytes in
      shelf.take(bytes, of: path)
    }
    manifest = found.manifest
    keyID = found.key.map { SignedHead.keyID(of: $0) } ?? ""
    var defects = found.defects.map { "\($0)" }
    guard let manifest = found.manifest, let dispute = DisputeID(manifest.dispute) else {
      if found.manifest != nil { defects.append("the manifest names no dispute") }
      self.defects = defects
      (chains, receiptCount, chainsLeftOut, isOlder) = ([], 0, [], false)
      isVouchedFor = false
      return
    }
    let kept = try known(dispute, keyID)
    let docket = shelf.docket(of: manifest, dispute)
    defects += docket.faults
    let inside = Set(manifest.compartments)
    let receipts = kept.receipts.filter { inside.contains($0.compartment) }
    let ends = Dictionary(
      manifest.heads.map { ($0.compartment, $0.sequence) }, uniquingKeysWith: min)
    let beyond = receipts.filter { $0.sequence > ends[$0.compartment] ?? 0 }
    let finding = docket.saved.check(
      receipts: receipts.filter { $0.sequence <= ends[$0.compartment] ?? 0 }, known: kept.keys)
    let believed = docket.saved.believed(known: kept.keys)
    if let key = found.key, !believed.contains(where: { $0.verifying == key }) {
      defects.append(
        "the manifest is signed by key \(SignedHead.keyID(of: key)), which no key known here "
          + "endorsed: it was replaced, or comes from another server")
    }
    defects += Self.older(beyond, ends)
    defects += Self.headDefects(manifest, docket.saved)
    defects += shelf.exhibitDefects(of: manifest)
    defects += finding.defects
    defects += finding.chains.flatMap { chain in
      chain.defects.map { "docket/\(chain.compartment).jsonl: \($0)" }
    }
    self.defects = defects
    chains = finding.chains
    receiptCount = receipts.count
    chainsLeftOut = Set(kept.receipts.map(\.compartment)).subtracting(inside).sorted()
    isOlder = !beyond.isEmpty
    isVouchedFor = !kept.keys.isEmpty
  }

  private static func older(_ beyond: [KeptReceipt], _ ends: [String: UInt64]) -> [String] {
    let highest = Dictionary(
      beyond.map { ($0.compartment, $0.sequence) }, uniquingKeysWith: max)
    return highest.sorted { $0.key < $1.key }.map { compartment, sequence in
      "it is older than your receipt, or was cut short: its \(compartment) ends at entry "
        + "\(ends[compartment] ?? 0), and you hold a receipt for entry \(sequence)"
    }
  }

  /// The heads that the manifest states are those beside the chains.
  private static func headDefects(
    _ manifest: BundleManifest, _ docket: SavedDocket
  ) -> [String] {
    let stated = manifest.heads.map { head in
      KeptReceipt(
        dispute: manifest.dispute, compartment: head.compartment, sequence: head.sequence,
        head: head.head, signature: head.signature, keyID: head.keyID)
    }
    return stated == docket.heads.compactMap { KeptReceipt($0) }
      && Set(stated.map(\.compartment)) == Set(manifest.compartments)
      ? [] : ["docket/heads.json does not hold the heads that the manifest states"]
  }
}

/// A file that is read from its beginning to its end.
private final class OpenedFile {
  private let descriptor: Int32
  private let path: String

  init(_ path: String) throws(PrivateFile.Fault) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  /// At most so many bytes; none at the end.
  func read(_ count: Int) throws(PrivateFile.Fault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(count, BundleLimits.pieceBytes))
    while true {
      let taken = Glibc.read(descriptor, &bytes, bytes.count)
      if taken >= 0 { return Array(bytes.prefix(taken)) }
      guard errno == EINTR else {
        throw PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }
}
