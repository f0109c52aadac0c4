package import ParleyDomain
package import PrintKit

/// Who has signed an agreement, on what authority, and over which text.
package enum SignaturePage {
  package static func blocks(of dispute: Dispute) -> [PrintedBlock] {
    guard let agreement = dispute.settlement.agreement else { return [] }
    let words = dispute.records[.settlement]?.words ?? [:]
    let rows = Side.allCases.map { side -> [PrintedCell] in
      guard let signature = agreement.signatures[side] else {
        return [PrintedCell(name(side)), "not signed", "", ""]
      }
      return [
        PrintedCell(name(side)),
        PrintedCell(words["signature.\(agreement.offer).\(side.rawValue).name"] ?? "erased"),
        PrintedCell(DocketSentence.lower(signature.authority.rawValue)),
        PrintedCell(signature.document.hex),
      ]
    }
    return [
      .heading("Signatures"),
      .table(
        PrintedTable(
          [
            PrintedColumn("FOR", share: 2), PrintedColumn("SIGNED BY", share: 4),
            PrintedColumn("AS", share: 2), PrintedColumn("SHA-256 OF THE TEXT SIGNED", share: 5),
          ], rows: rows)),
    ]
  }

  private static func name(_ side: Side) -> String {
    DocketSentence.lower(side.rawValue)
  }
}
