import ParleyDomain
package import PrintKit

/// The entries of the docket, in the order of time.
package enum TimelinePage {
  /// The page.
  package static func page(_ cover: BundleCover, _ lines: [TimelineLine]) -> PrintedDocument {
    let table = PrintedTable(
      [
        PrintedColumn("WHEN", share: 5), PrintedColumn("ENTRY", share: 3),
        PrintedColumn("BY", share: 3), PrintedColumn("WHAT", share: 9),
      ],
      rows: lines.map { line in
        [
          PrintedCell(DateText.moment(line.at, in: cover.zone)),
          PrintedCell("\(line.compartment.code) \(line.sequence)"),
          PrintedCell(line.by.isEmpty ? "the clock" : line.by), PrintedCell(line.what),
        ]
      })
    return cover.page(
      "Timeline",
      [
        .paragraph(
          "What happened, by the entries of the docket. What an entry says in full is in the file of "
            + "its chain, in the folder docket."),
        .table(table),
      ])
  }
}
