import ParleyDomain
package import PrintKit

/// The first page of a bundle: what it is, what is in it, and how anybody checks it.
package enum BundleIndex {
  /// The page. It holds what it is given and nothing else.
  package static func page(
    _ cover: BundleCover, pages: [BundledDocument], exhibits: [BundledExhibit], gaps: [BatesGap],
    documents: [BundledDocument], heads: [HeadLine]
  ) -> PrintedDocument {
    var blocks: [PrintedBlock] = [
      .paragraph(
        "Evidence bundle of dispute \(cover.reference), the record up to \(cover.moment). Made for "
          + "the \(cover.readerText), from what that reader sees of: \(cover.compartmentsText). "
          + "Rules of procedure: \(cover.profile)."),
      .heading("Parts"), .table(list(pages)),
      .heading("Exhibits"),
    ]
    blocks.append(
      exhibits.isEmpty ? .paragraph("None.") : .table(table(of: exhibits, cover)))
    if !gaps.isEmpty {
      blocks += [.heading("Numbers without a file"), .table(table(of: gaps))]
    }
    blocks.append(
      .paragraph(
        "A number says who filed the exhibit (CLM the claimant, RSP the respondent, MED the "
          + "mediator, ARB the arbitrator, OFF the office), in which part of the record, and as "
          + "which of that filer's exhibits there. An exhibit keeps its number in every bundle. "
          + "Under its title stands what became of it: what was ruled out, admitted over an "
          + "objection or replaced is here as it was filed, and counts for what is said of it."))
    if !documents.isEmpty { blocks += [.heading("Documents"), .table(list(documents))] }
    blocks += [.heading("How far the record goes"), .table(table(of: heads))]
    blocks += checking
    return cover.page("Index", blocks)
  }

  private static func list(_ documents: [BundledDocument]) -> PrintedTable {
    PrintedTable(
      [PrintedColumn("WHAT", share: 3), PrintedColumn("FILE", share: 4)],
      rows: documents.map { [PrintedCell($0.title), PrintedCell($0.path, link: $0.path)] })
  }

  private static func table(
    of exhibits: [BundledExhibit], _ cover: BundleCover
  ) -> PrintedTable {
    PrintedTable(
      [
        PrintedColumn("NUMBER", share: 5), PrintedColumn("EXHIBIT", share: 3),
        PrintedColumn("WHAT", share: 7), PrintedColumn("FILED", share: 5),
        PrintedColumn("BYTES", share: 3, isAmount: true), PrintedColumn("SHA-256", share: 6),
      ],
      rows: exhibits.map { exhibit in
        let kind = DocketSentence.lower(exhibit.kind.rawValue)
        let what = [exhibit.title, kind].filter { !$0.isEmpty }.joined(separator: ", ")
        return [
          PrintedCell(exhibit.bates, link: exhibit.path), PrintedCell(exhibit.label),
          PrintedCell(([what] + exhibit.marks).joined(separator: "\n")),
          PrintedCell("\(exhibit.filedBy)\n\(DateText.moment(exhibit.filedAt, in: cover.zone))"),
          PrintedCell("\(exhibit.byteCount)"), PrintedCell(exhibit.hash.hex),
        ]
      })
  }

  private static func table(of gaps: [BatesGap]) -> PrintedTable {
    PrintedTable(
      [PrintedColumn("NUMBER"), PrintedColumn("EXHIBIT"), PrintedColumn("WHY", share: 4)],
      rows: gaps.map { gap in
        [
          PrintedCell(gap.bates), PrintedCell(gap.label),
          PrintedCell(why(gap.reason)),
        ]
      })
  }

  private static func why(_ reason: BatesGap.Reason) -> String {
    switch reason {
    case .sealed: "Sealed: not for this reader."
    case .struck: "Struck from the record; no party reads it."
    case .erased: "Erased by two persons; the docket says when and on what basis."
    }
  }

  private static func table(of heads: [HeadLine]) -> PrintedTable {
    PrintedTable(
      [
        PrintedColumn("CHAIN", share: 3), PrintedColumn("ENTRIES", share: 2, isAmount: true),
        PrintedColumn("HASH OF THE LAST", share: 8), PrintedColumn("SIGNED BY KEY", share: 4),
      ],
      rows: heads.map { head in
        [
          PrintedCell(head.compartment.code), PrintedCell("\(head.sequence)"),
          PrintedCell(head.hash), PrintedCell(head.keyID),
        ]
      })
  }

  private static let checking: [PrintedBlock] = [
    .heading("How to check it"),
    .paragraph(
      "Check the archive before you open it. With Parley, without a server and without a network:"),
    .verbatim("parley bundle verify FILE"),
    .paragraph(
      "Without Parley: manifest.json names every file with its size and SHA-256, and manifest.sig is "
        + "an Ed25519 signature over the text \"parley-bundle-v1\", the id of the dispute and the "
        + "SHA-256 of manifest.json. The format, and twenty lines of Python that check it with the "
        + "openssl program, are in bundle.md of Parley's documentation. The files of the docket are "
        + "the entries as they were stored, each hashed with the one before."),
    .paragraph(
      "It shows what was filed and that it was not changed, not that what was filed is true. A record "
        + "cut short, or made anew by who holds the key, is found with a receipt that somebody kept."
    ),
  ]
}
