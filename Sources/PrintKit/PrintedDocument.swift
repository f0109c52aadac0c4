/// Text for people, in a form that becomes a page of HTML and a PDF alike: headings, paragraphs and
/// tables. The same document gives the same bytes of each, on a machine with the same fonts.
package struct PrintedDocument: Hashable, Sendable {
  package var title: String
  /// At the foot of every page of the PDF, before its number.
  package var footer: String
  /// What the PDF states as the moment it was made, in seconds since 1970. Not the clock: a document
  /// of the same record is the same document whenever it is printed.
  package var statedTime: Int64
  package var blocks: [PrintedBlock]

  package init(
    title: String, footer: String = "", statedTime: Int64, blocks: [PrintedBlock] = []
  ) {
    self.title = title
    self.footer = footer
    self.statedTime = statedTime
    self.blocks = blocks
  }
}

/// One part of a document.
package enum PrintedBlock: Hashable, Sendable {
  case heading(String)
  case paragraph(String)
  /// Set apart, so that nobody overlooks it.
  case notice(String)
  /// As it stands, line by line, in letters of one width: a letter, a command.
  case verbatim(String)
  case table(PrintedTable)
}

/// Rows under columns. A row has a cell for each column.
package struct PrintedTable: Hashable, Sendable {
  package var columns: [PrintedColumn]
  package var rows: [[PrintedCell]]

  package init(_ columns: [PrintedColumn], rows: [[PrintedCell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// A column: its heading, its share of the width, and whether it holds amounts.
package struct PrintedColumn: Hashable, Sendable {
  package let title: String
  package let share: Int
  package let isAmount: Bool

  package init(_ title: String, share: Int = 1, isAmount: Bool = false) {
    self.title = title
    self.share = share
    self.isAmount = isAmount
  }
}

/// What stands in a cell; with a link, which HTML alone follows, to a file beside the document.
package struct PrintedCell: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String
  package let link: String?

  package init(_ text: String, link: String? = nil) {
    self.text = text
    self.link = link
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }
}
