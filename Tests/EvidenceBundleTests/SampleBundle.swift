import DocketChain
import EvidenceBundle
import OpenSSLKit

/// A small bundle, and ways to spoil it.
struct SampleBundle {
  struct Entry {
    var header: [UInt8]
    var content: [UInt8]

    init(_ path: String, _ content: [UInt8]) {
      header = FileHeader(path: path, size: Int64(content.count)).bytes
      self.content = content
    }

    var bytes: [UInt8] {
      header + content
        + [UInt8](repeating: 0, count: FileHeader.padding(after: Int64(content.count)))
    }
  }

  var entries: [Entry] = []
  let key: Ed25519SigningKey

  static let files: [(String, String)] = [
    ("index.html", "<!DOCTYPE html>"), ("docket/keys.json", "[]"),
    ("docket/CASE.jsonl", "{}\n"),
    ("exhibits/CLM-E-000001.txt", String(repeating: "x", count: 1500)),
    ("exhibits/RSP-E-000001.txt", "other"), ("exhibits/RSP-E-000002.txt", ""),
  ]

  init(seed: UInt8 = 7, files: [(String, String)] = SampleBundle.files) throws {
    key = try Ed25519SigningKey(seed: [UInt8](repeating: seed, count: 32))
    let manifest = try Self.manifest(key, files).bytes()
    let signed = try SignedManifest.make(
      disputeID: "7k3qm2xw", manifest: SHA256.hash(manifest), key: key)
    entries = [Entry("manifest.json", manifest), Entry("manifest.sig", signed.signature)]
    entries += files.map { Entry($0.0, Array($0.1.utf8)) }
  }

  static func manifest(
    _ key: Ed25519SigningKey, _ files: [(String, String)]
  ) -> BundleManifest {
    BundleManifest(
      dispute: "7k3qm2xw", reader: .init(member: "members/1", standings: ["CLAIMANT"]),
      profile: "generic-2026.1", recordTime: "2026-11-07T09:15:02Z", compartments: ["CASE"],
      heads: [], publicKey: Hex.encode(key.publicKey.raw), exhibits: [],
      files: files.map {
        .init(path: $0.0, size: Int64($0.1.utf8.count), sha256: SHA256.hash($0.1.utf8).hex)
      })
  }

  var bytes: [UInt8] { entries.flatMap(\.bytes) + FileHeader.end }

  /// The header of an entry, changed, with a sum that fits.
  static func header(_ path: String, size: Int64, _ change: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes = FileHeader(path: "x", size: size).bytes
    for index in 0..<100 { bytes[index] = 0 }
    for (index, byte) in path.utf8.enumerated() { bytes[index] = byte }
    change(&bytes)
    for index in 148..<156 { bytes[index] = UInt8(ascii: " ") }
    let sum = String(bytes.reduce(0) { $0 + Int($1) }, radix: 8)
    let digits = String(repeating: "0", count: 6 - sum.utf8.count) + sum
    for (index, byte) in digits.utf8.enumerated() { bytes[148 + index] = byte }
    bytes[154] = 0
    return bytes
  }
}

/// Looks through an archive, and answers what was found and the docket's bytes.
func inspect(_ archive: [UInt8], pieces: Int = .max) throws -> BundleInspection {
  var rest = archive[...]
  return try BundleInspection.of { count in
    let piece = rest.prefix(min(count, pieces))
    rest = rest.dropFirst(piece.count)
    return Array(piece)
  } docket: { _, _ in
  }
}
