/// Runs of text in paragraphs, as documents and slides of Office Open XML have them, and drawings and
/// remarks of all kinds.
final class RunText: XMLListener {
  private let kept: PartText
  private var runs = 0
  /// Inside of what stands in for something that older programs cannot show: it says the same again.
  private var repeated = 0

  init(_ kept: PartText) {
    self.kept = kept
  }

  func begin(_ tag: XMLTag) throws {
    switch tag.name {
    case "Fallback": repeated += 1
    case "t", "delText", "text": runs += 1
    case "tab": if repeated == 0 { try kept.add("\t") }
    case "br", "cr": if repeated == 0 { try kept.line() }
    case "noBreakHyphen": if repeated == 0 { try kept.add("-") }
    default: break
    }
  }

  func end(_ name: String) throws {
    switch name {
    case "Fallback": repeated -= 1
    case "t", "delText": runs -= 1
    case "text":
      runs -= 1
      try kept.line()
    case "p", "comment": try kept.line()
    default: break
    }
  }

  var wantsText: Bool { runs > 0 && repeated == 0 }

  func text(_ text: String) throws { try kept.add(text) }
}

/// The strings that cells refer to by number.
final class SharedStrings: XMLListener {
  private(set) var strings: [String] = []
  private(set) var isCut = false
  private var bytes = 0
  private var current = ""
  private var runs = 0
  /// Inside of how a word is spoken, which stands beside it in Japanese.
  private var spoken = 0

  func begin(_ tag: XMLTag) {
    switch tag.name {
    case "si": current = ""
    case "t": runs += 1
    case "rPh": spoken += 1
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si":
      bytes += current.utf8.count + MemoryLayout<String>.stride
      guard bytes <= Limits.sharedStringsBytesMax else {
        isCut = true
        return
      }
      strings.append(current)
    case "t": runs -= 1
    case "rPh": spoken -= 1
    default: break
    }
  }

  var wantsText: Bool {
    runs > 0 && spoken == 0 && !isCut && current.utf8.count <= Limits.cellBytesMax
  }

  func text(_ text: String) { current += text }
}

/// The names of the sheets of a spreadsheet, a line each.
final class SheetNames: XMLListener {
  private let kept: PartText

  init(_ kept: PartText) {
    self.kept = kept
  }

  func begin(_ tag: XMLTag) throws {
    guard tag.name == "sheet", let name = tag.attribute("name") else { return }
    try kept.add(name)
    try kept.line()
  }

  var wantsText: Bool { false }
  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// The cells of a sheet, a line for each row.
final class SheetText: XMLListener {
  private let kept: PartText
  private let table: SharedStrings
  private var type = ""
  private var value = ""
  private var values = 0

  init(_ kept: PartText, _ table: SharedStrings) {
    (self.kept, self.table) = (kept, table)
  }

  func begin(_ tag: XMLTag) {
    switch tag.name {
    case "c":
      type = tag.attribute("t") ?? "n"
      value = ""
    case "v", "t": values += 1
    default: break
    }
  }

  func end(_ name: String) throws {
    switch name {
    case "c": try cell()
    case "v", "t": values -= 1
    case "row": try kept.line()
    default: break
    }
  }

  var wantsText: Bool { values > 0 && value.utf8.count <= Limits.cellBytesMax }

  func text(_ text: String) { value += text }

  private func cell() throws {
    switch type {
    case "s":
      guard let number = Int(value), table.strings.indices.contains(number) else { return }
      try kept.add(table.strings[number] + "\t")
    // True and false, and what could not be reckoned, are no words.
    case "b", "e": break
    default: if !value.isEmpty { try kept.add(value + "\t") }
    }
  }
}

/// The paragraphs of OpenDocument, those in cells, notes, remarks and drawings among them.
final class OpenDocumentText: XMLListener {
  private let kept: PartText
  private let isHeadersOnly: Bool
  private var paragraphs = 0
  private var headers = 0

  /// - Parameter isHeadersOnly: takes only what stands at the head and the foot of pages, for the rest of
  ///   the part describes how things look.
  init(_ kept: PartText, isHeadersOnly: Bool) {
    (self.kept, self.isHeadersOnly) = (kept, isHeadersOnly)
  }

  var wantsText: Bool { isTaken }

  private var isTaken: Bool { paragraphs > 0 && (headers > 0 || !isHeadersOnly) }

  func begin(_ tag: XMLTag) throws {
    switch tag.name {
    case "p", "h": paragraphs += 1
    case let name where Self.isHeader(name): headers += 1
    case "s", "tab": if isTaken { try kept.add(" ") }
    case "line-break": if isTaken { try kept.line() }
    default: break
    }
  }

  func end(_ name: String) throws {
    switch name {
    case "p", "h":
      if isTaken { try kept.line() }
      paragraphs -= 1
    case let name where Self.isHeader(name): headers -= 1
    default: break
    }
  }

  func text(_ text: String) throws { try kept.add(text) }

  private static func isHeader(_ name: String) -> Bool {
    ["header", "header-left", "header-first", "footer", "footer-left", "footer-first"]
      .contains(name)
  }
}
