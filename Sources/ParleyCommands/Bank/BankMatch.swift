import ParleyClient

/// Which dispute a payment is for: what its text names, and nothing that only resembles it.
struct BankMatch {
  private var byReference: [String: Set<DisputeID>] = [:]
  private var known: Set<DisputeID> = []

  /// - Parameter disputes: those that payments may be for.
  init(_ disputes: [PlainValue]) {
    for dispute in disputes {
      guard let id = DisputeID(dispute.text("name")) else { continue }
      known.insert(id)
      for item in dispute.list("items") {
        let key = Self.key(item.text("reference"))
        // A number as short as "7" would be found in every text.
        guard key.count >= Self.referenceCharactersMin else { continue }
        byReference[key, default: []].insert(id)
      }
    }
  }

  private static let referenceCharactersMin = 4

  /// The disputes that a text names, by their id or by the number of an invoice claimed in them.
  func disputes(for text: String) -> [DisputeID] {
    let words = text.split { $0.isWhitespace || ",;:()".contains($0) }.map(String.init)
    let ids = words.compactMap { DisputeID($0.trimmingMarks) }.filter(known.contains)
    if !ids.isEmpty { return Array(Set(ids)).sorted { $0.canonical < $1.canonical } }
    var found: Set<DisputeID> = []
    // An invoice number may be written with spaces in it, so runs of words are looked up as well.
    for start in words.indices {
      for end in start..<min(start + Self.wordsMax, words.count) {
        found.formUnion(byReference[Self.key(words[start...end].joined())] ?? [])
      }
    }
    return found.sorted { $0.canonical < $1.canonical }
  }

  private static let wordsMax = 4

  /// Letters and digits alone: `INV 2026/117` and `inv-2026-117` are one number.
  private static func key(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension String {
  fileprivate var trimmingMarks: String {
    String(drop { ".#\"'".contains($0) }.reversed().drop { ".#\"'".contains($0) }.reversed())
  }
}
