import DocketChain

/// A docket as one person saw it, saved so that it can be checked without a server: the entries with
/// their stored bytes, the signed heads, the keys with their endorsements. A JSON document of the
/// API's own forms; nothing in it is readable that is not also hashed.
package struct SavedDocket: Sendable {
  /// What `format` says; another one is refused.
  package static let format = "parley-docket-1"

  package let dispute: DisputeID
  /// The member it was saved for, `members/{id}`.
  package let savedBy: String
  package let heads: [PlainValue]
  package let keys: [PlainValue]
  package let entries: [PlainValue]

  /// Takes what the service answered: heads, keys, and entries in full view.
  package init(
    dispute: DisputeID, savedBy: String, heads: [PlainValue], keys: [PlainValue],
    entries: [PlainValue]
  ) {
    self.dispute = dispute
    self.savedBy = savedBy
    self.heads = heads
    self.keys = keys
    self.entries = entries.map { entry in
      .record(
        ["compartment", "sequence", "stored"].compactMap { name in
          entry[name].map { PlainValue.Member(name, $0) }
        })
    }
  }

  /// Why a file is not such a document.
  package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// Reads a saved docket. Throws where the text is not one; what it says is not checked.
  package init(text: [UInt8]) throws {
    guard let value = try? JSONReader.read(text), value.text("format") == Self.format else {
      throw Fault(description: "This is not a saved docket.")
    }
    guard let dispute = DisputeID(value.text("dispute")) else {
      throw Fault(description: "The saved docket names no dispute.")
    }
    self.init(
      dispute: dispute, savedBy: value.text("savedBy"), heads: value.list("heads"),
      keys: value.list("keys"), entries: value.list("entries"))
  }

  /// The document as text.
  package func text(savedAt: String) -> [UInt8] {
    let document = PlainValue.fields([
      "format": .text(Self.format), "dispute": .text(dispute.name), "savedBy": .text(savedBy),
      "savedTime": .text(savedAt), "heads": .list(heads), "keys": .list(keys),
      "entries": .list(entries),
    ])
    return Array((document.jsonText(indented: true) + "\n").utf8)
  }

  /// The code of the compartment whose chain an entry stands in.
  static func chain(_ entry: PlainValue) -> String {
    String(entry.text("compartment").dropFirst("COMPARTMENT_".count))
  }

  /// The chains it has entries or heads of.
  package var chains: Set<String> {
    Set((entries + heads).map(Self.chain))
  }

  /// What a check of it found.
  package struct Finding: Sendable {
    package let chains: [DocketCheck.Chain]
    /// Of the document itself rather than of a chain.
    package let defects: [String]
  }

  /// The keys that are believed: `known` ones, and those that they endorse. Without a known key the
  /// document's own first one is taken at its word.
  package func believed(known: [TrustedKey]) -> [TrustedKey] {
    let listed = keys.compactMap { TrustedKey($0) }
    let start = known.isEmpty ? listed.filter { $0.endorser == nil } : known
    return start.extended(by: listed)
  }

  /// Checks it with nothing but what is known here: the formula, `known` keys, and `receipts` that
  /// were kept. Without a known key the document's own are taken at their word: it then shows only
  /// that it agrees with itself.
  package func check(receipts: [KeptReceipt], known: [TrustedKey]) -> Finding {
    var defects: [String] = []
    let listed = keys.compactMap { TrustedKey($0) }
    if listed.count < keys.count {
      defects.append("a key is not what its name says")
    }
    let believed = believed(known: known)
    for key in listed where !believed.contains(where: { $0.id == key.id }) {
      defects.append("key \(key.id) is not endorsed by a key that is known")
    }
    for key in listed {
      guard let other = known.first(where: { $0.id == key.id }) else { continue }
      if other.publicKey != key.publicKey {
        defects.append("key \(key.id) is another one than the key of that name known here")
      }
    }
    let signed = heads.compactMap { KeptReceipt($0) }
    if signed.count < heads.count { defects.append("a signed head cannot be read") }
    for head in signed where head.dispute != dispute.canonical {
      defects.append("a signed head belongs to another dispute, \(head.dispute)")
    }
    let headed = Set(signed.map(\.compartment))
    for chain in Set(entries.map(Self.chain)).subtracting(headed).sorted() {
      defects.append("chain \(chain) has no signed head")
    }
    var check = DocketCheck(
      dispute: dispute, keys: believed,
      receipts: receipts + signed.filter { $0.dispute == dispute.canonical })
    for entry in entries { check.take(entry) }
    return Finding(chains: check.finish(), defects: defects)
  }
}
