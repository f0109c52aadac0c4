extension PrintedDocument {
  /// The document as one page of HTML that needs nothing else: no script, no network, no picture. All
  /// text is escaped, and the page forbids whatever it does not use.
  package func html() -> [UInt8] {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <title>\(Self.escaped(title))</title>
      <style>
      body { font: 16px/1.5 sans-serif; max-width: 62em; margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 2em; }
      table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
      th, td { text-align: left; vertical-align: top; padding: 0.3em 0.8em 0.3em 0; \
      border-bottom: 1px solid #ccc; overflow-wrap: anywhere; white-space: pre-line; }
      .amount { text-align: right; white-space: nowrap; }
      .notice { border: 2px solid #000; padding: 0.5em 1em; font-weight: bold; }
      p { white-space: pre-line; } pre { white-space: pre-wrap; }
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(title))</h1>

      """
    for block in blocks { page += Self.html(block) }
    if !footer.isEmpty { page += "<p>\(Self.escaped(footer))</p>\n" }
    page += "</body>\n</html>\n"
    return Array(page.utf8)
  }

  private static func html(_ block: PrintedBlock) -> String {
    switch block {
    case .heading(let text): "<h2>\(escaped(text))</h2>\n"
    case .paragraph(let text): "<p>\(escaped(text))</p>\n"
    case .notice(let text): "<p class=\"notice\">\(escaped(text))</p>\n"
    case .verbatim(let text): "<pre>\(escaped(text))</pre>\n"
    case .table(let table): html(table)
    }
  }

  private static func html(_ table: PrintedTable) -> String {
    var text = "<table>\n<thead><tr>"
    for column in table.columns {
      text += "<th\(mark(column))>\(escaped(column.title))</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for (column, cell) in zip(table.columns, row) {
        let shown = escaped(cell.text)
        let linked = cell.link.map { "<a href=\"\(escaped($0))\">\(shown)</a>" } ?? shown
        text += "<td\(mark(column))>\(linked)</td>"
      }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n"
  }

  private static func mark(_ column: PrintedColumn) -> String {
    column.isAmount ? " class=\"amount\"" : ""
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in PrintableText.clean(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
