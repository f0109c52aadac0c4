/// Puts set text on pages: what does not fit goes on to the next page, line by line.
struct PageComposer {
  /// A4, in points.
  static let width = 595.28
  static let height = 841.89
  static let margin = 56.0
  /// Room at the foot of a page.
  static let footer = 24.0
  static let gutter = 8.0

  /// Something at its place on a page.
  enum Mark {
    case line(SetText.Line, x: Double, y: Double)
    case rule(y: Double, weight: Double)
    case frame(y: Double, height: Double)
  }

  private(set) var pages: [[Mark]] = [[]]
  private var top = PageComposer.margin
  /// The layouts that the lines belong to.
  private var texts: [SetText] = []
  private let context: OpaquePointer

  init(context: OpaquePointer) {
    self.context = context
  }

  private static var bottom: Double { height - margin - footer }
  static var textWidth: Double { width - 2 * margin }

  private mutating func text(_ text: String, _ style: TextStyle, width: Double) -> SetText {
    let set = SetText(text, style, width: width, in: context)
    texts.append(set)
    return set
  }

  private mutating func breakPage() {
    pages.append([])
    top = Self.margin
  }

  private mutating func mark(_ mark: Mark) {
    pages[pages.count - 1].append(mark)
  }

  mutating func add(_ block: PrintedBlock) {
    switch block {
    case .heading(let text):
      top += 14
      // A heading does not stand alone at the foot of a page.
      if top + 60 > Self.bottom { breakPage() }
      flow(text, .heading)
      top += 4
    case .paragraph(let text):
      flow(text, .body)
      top += 6
    case .verbatim(let text):
      flow(text, .verbatim)
      top += 6
    case .notice(let text): add(notice: text)
    case .table(let table): add(table)
    }
  }

  mutating func add(title: String) {
    flow(title, .title)
    top += 10
  }

  private mutating func flow(_ string: String, _ style: TextStyle) {
    for line in text(string, style, width: Self.textWidth).lines {
      if top + line.height > Self.bottom { breakPage() }
      mark(.line(line, x: Self.margin, y: top))
      top += line.height
    }
  }

  private mutating func add(notice string: String) {
    let set = text(string, .bold, width: Self.textWidth - 2 * Self.gutter)
    let height = set.lines.reduce(0) { $0 + $1.height } + 2 * Self.gutter
    if top + height > Self.bottom { breakPage() }
    mark(.frame(y: top, height: min(height, Self.bottom - top)))
    top += Self.gutter
    for line in set.lines {
      if top + line.height > Self.bottom { breakPage() }
      mark(.line(line, x: Self.margin + Self.gutter, y: top))
      top += line.height
    }
    top += Self.gutter + 8
  }

  // MARK: Tables

  private mutating func add(_ table: PrintedTable) {
    let shares = Double(max(1, table.columns.reduce(0) { $0 + $1.share }))
    var left = Self.margin
    let places = table.columns.map { column in
      let width = Self.textWidth * Double(column.share) / shares
      defer { left += width }
      return (x: left, width: max(12, width - Self.gutter))
    }
    let head = zip(table.columns, places).map { column, place in
      let style: TextStyle = column.isAmount ? .amountTitle : .bold
      return (text(column.title, style, width: place.width).lines, place.x)
    }
    if top + 48 > Self.bottom { breakPage() }
    add(row: head, under: [])
    for row in table.rows {
      let cells = zip(zip(table.columns, row), places).map { content, place in
        let style: TextStyle = content.0.isAmount ? .amount : .body
        return (text(content.1.text, style, width: place.width).lines, place.x)
      }
      add(row: cells, under: head)
    }
    top += 8
  }

  /// Adds a row, broken over pages where it must be, under the table's head on each.
  private mutating func add(
    row: [(lines: [SetText.Line], x: Double)], under head: [(lines: [SetText.Line], x: Double)]
  ) {
    let tallest = row.map { $0.lines.reduce(0) { $0 + $1.height } }.max() ?? 0
    let room = Self.bottom - Self.margin - 60
    if top + tallest + 4 > Self.bottom, tallest < room || top + 24 > Self.bottom {
      breakPage()
      if !head.isEmpty { add(row: head, under: []) }
    }
    var rest = row.map { $0.lines[...] }
    while true {
      var reached = top
      for index in row.indices {
        var y = top + 2
        while let line = rest[index].first, y + line.height <= Self.bottom {
          mark(.line(line, x: row[index].x, y: y))
          y += line.height
          rest[index].removeFirst()
        }
        reached = max(reached, y)
      }
      top = reached + 2
      mark(.rule(y: top, weight: head.isEmpty ? 0.8 : 0.3))
      guard rest.contains(where: { !$0.isEmpty }) else { return }
      breakPage()
      if !head.isEmpty { add(row: head, under: []) }
    }
  }
}
