import Foundation

/// The receipts kept from one server, all that were ever given, per dispute and compartment.
///
/// They are what a server cannot take back: should it later show a chain that ends earlier, or
/// another hash for an entry it signed, the receipt proves that the record was changed.
package struct ReceiptShelf: Sendable {
  let directory: String

  /// `directory` belongs to one server, named after the fingerprint of its certificate.
  package init(directory: String) {
    self.directory = directory
  }

  /// The keys that are believed to sign them.
  package var keyRing: KeyRing { KeyRing(file: PrivateFile(directory + "/keys.json")) }

  /// All receipts of a dispute, chain by chain, in order of sequence.
  package func receipts(of dispute: String) throws -> [KeptReceipt] {
    guard let bytes = try file(dispute).read() else { return [] }
    return KeptReceipt.list(bytes).sorted {
      ($0.compartment, $0.sequence) < ($1.compartment, $1.sequence)
    }
  }

  /// The highest receipt of each chain of a dispute, by compartment.
  package func highest(of dispute: String) throws -> [String: KeptReceipt] {
    try receipts(of: dispute).reduce(into: [:]) { highest, receipt in
      highest[receipt.compartment] = receipt
    }
  }

  /// Compares receipts with what is kept and keeps those that are new.
  ///
  /// `before` is what was kept when the request was sent: answers to two commands at once may be
  /// heard in either order, and only what was signed before the question counts against its
  /// answer. Where a change was asked for, a lower receipt that is kept already is the repeat of an
  /// older answer, and sound; where `areHeads`, they say how far the chains have come now, and a lower
  /// one is the chain cut off.
  /// Everything is kept, the regressions too: they are the evidence. A repeat changes nothing.
  package func take(
    _ received: [KeptReceipt], before: [String: KeptReceipt], areHeads: Bool = false
  ) throws -> [ReceiptRegression] {
    var regressions: [ReceiptRegression] = []
    for (dispute, group) in Dictionary(grouping: received, by: \.dispute) {
      let file = file(dispute)
      regressions += try file.locked {
        let kept = try receipts(of: dispute)
        var found: [ReceiptRegression] = []
        for receipt in group {
          let isKnown = kept.contains {
            $0.compartment == receipt.compartment && $0.sequence == receipt.sequence
              && $0.head == receipt.head
          }
          if let regression = Self.regression(
            receipt, kept: kept, before: before, isHead: areHeads)
          {
            found.append(regression)
          }
          if !isKnown {
            let line = String(decoding: try JSONEncoder().encode(receipt), as: UTF8.self)
            try file.append(line: line)
          }
        }
        return found
      }
    }
    return regressions
  }

  private static func regression(
    _ receipt: KeptReceipt, kept: [KeptReceipt], before: [String: KeptReceipt], isHead: Bool
  ) -> ReceiptRegression? {
    let same = kept.filter {
      $0.compartment == receipt.compartment && $0.sequence == receipt.sequence
    }
    if let other = same.first(where: { $0.head != receipt.head }) {
      return ReceiptRegression(kind: .different, kept: other, received: receipt)
    }
    if isHead || same.isEmpty, let highest = before[receipt.compartment],
      highest.dispute == receipt.dispute, receipt.sequence < highest.sequence
    {
      return ReceiptRegression(kind: .shorter, kept: highest, received: receipt)
    }
    return nil
  }

  private func file(_ dispute: String) -> PrivateFile {
    PrivateFile("\(directory)/\(dispute).jsonl")
  }
}
