import Foundation

extension ReceiptShelf {
  /// The chains of a dispute that a member was shown heads of, by the compartments' codes. Several
  /// people may use one machine and share its receipts, but not their sight.
  package func sight(of dispute: String, by member: String) throws -> Set<String> {
    try sights(dispute)[member].map(Set<String>.init) ?? []
  }

  /// Notes the chains a member is shown, in place of what was noted before. A repeat writes nothing.
  package func noteSight(_ chains: Set<String>, of dispute: String, by member: String) throws {
    guard try sight(of: dispute, by: member) != chains else { return }
    let file = sightFile(dispute)
    try file.locked {
      var sights = try sights(dispute)
      sights[member] = chains.isEmpty ? nil : chains.sorted()
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try file.write(Array(try encoder.encode(sights)))
    }
  }

  /// Keeps a receipt that is not believed, apart from the others.
  package func setAside(_ receipt: KeptReceipt) throws {
    let file = PrivateFile("\(directory)/\(receipt.dispute).doubtful.jsonl")
    try file.locked {
      let line = String(decoding: try JSONEncoder().encode(receipt), as: UTF8.self)
      let known = String(decoding: try file.read() ?? [], as: UTF8.self)
      guard !known.split(separator: "\n").contains(where: { $0 == line }) else { return }
      try file.append(line: line)
    }
  }

  private func sights(_ dispute: String) throws -> [String: [String]] {
    guard let bytes = try sightFile(dispute).read() else { return [:] }
    do {
      return try JSONDecoder().decode([String: [String]].self, from: Data(bytes))
    } catch {
      throw PrivateFile.Fault(path: sightFile(dispute).path, reason: "not a file of chains")
    }
  }

  private func sightFile(_ dispute: String) -> PrivateFile {
    PrivateFile("\(directory)/\(dispute).sight.json")
  }
}
