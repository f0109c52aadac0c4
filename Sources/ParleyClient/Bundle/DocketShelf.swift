import EvidenceBundle
import Foundation

/// Gathers the files of the docket while a bundle is gone through, and reads them at the end.
final class DocketShelf {
  private var files: [String: [UInt8]] = [:]
  /// The hashes of exhibits that the facts of each chain name.
  private var hashes: [String: Set<String>] = [:]

  func take(_ bytes: [UInt8], of path: String) {
    files[path, default: []] += bytes
  }

  /// The docket, and what is wrong with the form of its files.
  func docket(
    of manifest: BundleManifest, _ dispute: DisputeID
  ) -> (saved: SavedDocket, faults: [String]) {
    var faults: [String] = []
    func list(_ path: String) -> [PlainValue] {
      guard let bytes = files[path], case .list(let values)? = try? JSONReader.read(bytes) else {
        faults.append("\(path) is not a list of JSON")
        return []
      }
      return values
    }
    let (keys, heads) = (list(BundlePath.keys), list(BundlePath.heads))
    var entries: [PlainValue] = []
    for compartment in manifest.compartments {
      let path = BundlePath.chain(compartment)
      for line in (files[path] ?? []).split(separator: UInt8(ascii: "\n")) {
        guard let entry = try? JSONReader.read(Array(line)),
          entry.text("compartment") == "COMPARTMENT_" + compartment
        else {
          faults.append("\(path) holds a line that is no entry of this chain")
          continue
        }
        note(entry, in: compartment)
        entries.append(entry)
      }
    }
    return (
      SavedDocket(
        dispute: dispute, savedBy: manifest.reader.member, heads: heads, keys: keys,
        entries: entries), faults
    )
  }

  /// Exhibits whose bytes no entry of their chain names. So the chain, and with it a receipt, vouches for
  /// the files too.
  func exhibitDefects(of manifest: BundleManifest) -> [String] {
    let files = Dictionary(
      manifest.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return manifest.exhibits.compactMap { exhibit in
      let named = hashes[exhibit.compartment] ?? []
      guard let hash = files[exhibit.path], !named.contains(hash) else { return nil }
      return "\(exhibit.path) is not the file that an entry of \(exhibit.compartment) names"
    }
  }

  private func note(_ entry: PlainValue, in compartment: String) {
    let content = Data(base64Encoded: entry.text("stored.facts.content")) ?? Data()
    guard let facts = try? JSONReader.read(Array(content)) else { return }
    collect(facts, in: compartment)
  }

  private func collect(_ value: PlainValue, in compartment: String) {
    switch value {
    case .list(let elements): for element in elements { collect(element, in: compartment) }
    case .record(let members):
      for member in members {
        if member.name == "sha256" {
          hashes[compartment, default: []].insert(member.value.spelled)
        } else {
          collect(member.value, in: compartment)
        }
      }
    case .null, .bool, .number, .text: break
    }
  }
}
