import ParleyDomain

/// How phrases that a text must not hold are written down.
enum ToneTableReading {
  static func read(_ reader: TableReader) throws(TableFault) -> ToneTable {
    try reader.expect(["name", "dated", "phrases"])
    _ = try reader.day("dated")
    var phrases: [ToneTable.Phrase] = []
    for part in try reader.parts("phrases") {
      try part.expect(["text", "why", "source"])
      let text = try part.text("text")
      // A phrase of blanks would be found in every text.
      guard text.contains(where: \.isLetter) else {
        throw part.fault(part.line(of: "text"), "text holds at least one letter.")
      }
      phrases.append(
        ToneTable.Phrase(text, why: try part.text("why"), source: try part.text("source")))
    }
    return ToneTable(name: try reader.text("name"), phrases: phrases)
  }
}
