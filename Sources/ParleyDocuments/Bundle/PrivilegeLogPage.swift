package import ParleyDomain
package import PrintKit

/// A party's own list of what it holds back: author, date, kind and basis, never the content, and never
/// what is another's.
package enum PrivilegeLogPage {
  /// The page.
  package static func page(_ cover: BundleCover, _ lines: [WithheldLine]) -> PrintedDocument {
    let side = cover.reader.side.map { DocketSentence.lower($0.rawValue) } ?? ""
    var blocks: [PrintedBlock] = [
      .paragraph(
        "What the \(side) holds back of its own, that is not in this bundle. It says nothing of what "
          + "others may hold back. The bases are proposed by where each item was kept; counsel "
          + "checks them before the log is served.")
    ]
    if lines.isEmpty {
      blocks.append(.paragraph("Nothing is held back."))
    } else {
      blocks.append(
        .table(
          PrintedTable(
            [
              PrintedColumn("NO.", share: 1), PrintedColumn("DATE", share: 4),
              PrintedColumn("KIND", share: 4), PrintedColumn("AUTHOR", share: 4),
              PrintedColumn("BASIS", share: 6),
            ],
            rows: lines.enumerated().map { index, line in
              [
                PrintedCell("\(index + 1)"), PrintedCell(DateText.moment(line.at, in: cover.zone)),
                PrintedCell(line.kind), PrintedCell(line.author), PrintedCell(line.basis),
              ]
            })))
    }
    return cover.page("Privilege log", blocks)
  }

  /// What a withheld entry is, and by what it is withheld; nil for one that is no communication or
  /// document of its author. `byCounsel` where a lawyer of the side wrote it.
  package static func line(
    of entry: Entry, filedAt: Instant, author: String, byCounsel: Bool
  ) -> WithheldLine? {
    guard let (kind, at) = kind(of: entry.event), let basis = basis(entry.compartment, byCounsel)
    else { return nil }
    return WithheldLine(at: at ?? filedAt, kind: kind, author: author, basis: basis)
  }

  private static func kind(of event: Event) -> (String, Instant?)? {
    switch event {
    case .exhibitAdded(let offer, _, _):
      ("Exhibit: \(DocketSentence.lower(offer.kind.rawValue))", offer.occurredAt)
    case .noteAdded: ("Note", nil)
    case .callLogged(let note, _, _): ("Note of a call", note.startedAt)
    case .offerMade: ("Offer", nil)
    case .offerAccepted: ("Acceptance of an offer", nil)
    case .offerRejected: ("Rejection of an offer", nil)
    case .offerWithdrawn: ("Withdrawal of an offer", nil)
    case .pathAssessed: ("Assessment of the way forward", nil)
    case .approvalRequested: ("Request for approval", nil)
    case .waiverProposed: ("Proposal of a waiver", nil)
    // That it bid, which both sides know; what it bid is under a key that is in no table.
    case .bidSealed(let number, let round, _, _, _):
      ("Blind bid, round \(round) of bidding \(number)", nil)
    default: nil
    }
  }

  private static func basis(_ compartment: Compartment, _ byCounsel: Bool) -> String? {
    switch compartment.base {
    case .partyPrivate:
      byCounsel ? "Communication between lawyer and client" : "Work product, kept for itself"
    case .internal: "Work product, internal assessment"
    case .settlement: "Compromise negotiation"
    case .mediation, .caucus: "Mediation communication"
    case .bid: "Compromise negotiation, sealed bid"
    case .caseFile, .neutralPrivate, .deliberation, .later: nil
    }
  }
}
