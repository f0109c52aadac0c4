import DocketChain
import EvidenceBundle
import Foundation
import OpenSSLKit
import ParleyDocuments
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// The files of a bundle in their order, and its manifest. Exhibits are named, and read when their turn
/// comes.
struct BundlePlan: Sendable {
  /// A file: its bytes, or the exhibit they are read from.
  enum Part: Sendable {
    case made(path: String, bytes: [UInt8])
    case exhibit(ExhibitID, path: String, size: Int64)

    var path: String {
      switch self {
      case .made(let path, _), .exhibit(_, let path, _): path
      }
    }

    var size: Int64 {
      switch self {
      case .made(_, let bytes): Int64(bytes.count)
      case .exhibit(_, _, let size): size
      }
    }
  }

  /// The manifest and its signature first.
  let parts: [Part]
  let manifestHash: SHA256Digest

  var sizeBytes: Int64 { FileHeader.archiveBytes(parts.map(\.size)) }

  /// Makes the plan: everything but the bytes of exhibits. Refuses a docket above the limit.
  static func make(
    _ record: BundleRecord, for caller: Caller, _ registrar: Registrar
  ) async throws -> BundlePlan {
    var parts: [Part] = []
    var hashes: [String: String] = [:]
    func add(_ path: String, _ bytes: [UInt8]) {
      parts.append(.made(path: path, bytes: bytes))
      hashes[path] = SHA256.hash(bytes).hex
    }
    for page in try await registrar.pages(of: record, path: { Self.path(of: $0) }) {
      add(page.path, page.bytes)
    }
    for file in try docket(record) { add(file.path, file.bytes) }
    for numbered in record.exhibits {
      let path = Self.path(of: numbered)
      parts.append(
        .exhibit(numbered.exhibit.id, path: path, size: numbered.exhibit.offer.byteCount))
      hashes[path] = numbered.exhibit.offer.hash.hex
    }
    let files = parts.map {
      BundleManifest.File(path: $0.path, size: $0.size, sha256: hashes[$0.path] ?? "")
    }
    let key = registrar.bundleKey
    let manifest = try self.manifest(record, caller, files, key).bytes()
    guard manifest.count <= BundleLimits.manifestBytesMax else {
      throw Refusal.limitReached(
        name: "bundle_docket_bytes_max", maximum: Int64(BundleLimits.docketBytesMax))
    }
    let hash = SHA256.hash(manifest)
    let signed = try registrar.sign(manifest: hash, of: record.dispute.id)
    guard signed.verify(key) else { throw JournalFault.keyUnsettled }
    let first: [Part] = [
      .made(path: BundlePath.manifest, bytes: manifest),
      .made(path: BundlePath.signature, bytes: signed.signature),
    ]
    return BundlePlan(parts: first + parts, manifestHash: hash)
  }

  private static func manifest(
    _ record: BundleRecord, _ caller: Caller, _ files: [BundleManifest.File],
    _ key: Ed25519PublicKey
  ) -> BundleManifest {
    BundleManifest(
      dispute: record.dispute.id.text,
      reader: .init(
        member: caller.actor.member.name,
        standings: Standing.allCases.filter(record.cover.reader.contains).map(\.rawValue)),
      profile: record.cover.profile, recordTime: record.cover.recordTime.rfc3339,
      compartments: record.cover.compartments.map(\.code),
      heads: record.heads.map { head in
        .init(
          compartment: head.chain.compartment, sequence: head.sequence, head: head.head.hex,
          keyID: head.keyID, signature: Hex.encode(head.signature))
      },
      publicKey: Hex.encode(key.raw),
      exhibits: record.exhibits.map { numbered in
        let id = numbered.exhibit.id
        return .init(
          bates: numbered.bates, label: label(id), compartment: id.compartment.code,
          path: path(of: numbered), mediaType: numbered.exhibit.offer.mediaType,
          marks: record.marks(of: numbered.exhibit).map {
            .init(code: $0.code, exhibit: $0.exhibit.map(label), objection: $0.objection)
          })
      },
      files: files)
  }

  private static func label(_ id: ExhibitID) -> String {
    "\(id.compartment.exhibitPrefix)-\(id.number)"
  }

  /// The keys, the heads, and each chain line by line, in the form of the API.
  private static func docket(
    _ record: BundleRecord
  ) throws -> [(path: String, bytes: [UInt8])] {
    var files = [
      (BundlePath.keys, try list(record.keys.map { Parley_V1_SigningKey($0) })),
      (BundlePath.heads, try list(record.heads.map { Parley_V1_Receipt($0) })),
    ]
    var count = 0
    for chain in record.chains {
      var lines: [UInt8] = []
      for stored in chain.entries {
        let entry = Parley_V1_Entry.with {
          $0.compartment = .init(chain.compartment)
          $0.sequence = stored.sequence
          $0.stored = .init(stored)
        }
        lines += try entry.jsonUTF8Bytes() as [UInt8]
        lines.append(UInt8(ascii: "\n"))
        guard count + lines.count <= BundleLimits.docketBytesMax else {
          throw Refusal.limitReached(
            name: "bundle_docket_bytes_max", maximum: Int64(BundleLimits.docketBytesMax))
        }
      }
      count += lines.count
      files.append((BundlePath.chain(chain.compartment.code), lines))
    }
    return files
  }

  private static func list(_ messages: [some Message]) throws -> [UInt8] {
    let texts = try messages.map { try $0.jsonString() }
    return Array("[\(texts.joined(separator: ",\n"))]\n".utf8)
  }

  /// Where an exhibit stands: under its number, with the ending of its media type. The name it was filed
  /// under is somebody else's word and is told in the index alone.
  static func path(of numbered: BundleRecord.NumberedExhibit) -> String {
    let ending = endings[numbered.exhibit.offer.mediaType] ?? "bin"
    return "\(BundlePath.exhibitFolder)\(numbered.bates).\(ending)"
  }

  private static let endings = [
    "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/tiff": "tiff",
    "image/webp": "webp", "text/plain": "txt", "text/csv": "csv", "text/markdown": "md",
    "message/rfc822": "eml", "application/json": "json", "audio/mpeg": "mp3",
    "audio/wav": "wav", "audio/mp4": "m4a", "video/mp4": "mp4", "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp", "application/rtf": "rtf",
  ]
}
