/// What a text to the other side must not say: threats and false claims of law. Data, each phrase
/// with its reason and its source.
package struct ToneTable: Hashable, Sendable {
  package struct Phrase: Hashable, Sendable {
    package let text: String
    package let why: String
    package let source: String

    package init(_ text: String, why: String, source: String) {
      self.text = text
      self.why = why
      self.source = source
    }
  }

  /// Name and version: `tone-2026`.
  package let name: String
  package let phrases: [Phrase]
  private let folded: [String]

  package init(name: String, phrases: [Phrase]) {
    self.name = name
    self.phrases = phrases
    folded = phrases.map { Self.folded($0.text) }
  }

  /// The phrases that a text holds, as whole words and whatever stands between them, in the order
  /// of the table.
  package func found(in text: String) -> [Phrase] {
    let held = Self.folded(text)
    return zip(phrases, folded).filter { held.contains($1) }.map(\.0)
  }

  /// Letters and digits in lower case; all between them is one blank.
  private static func folded(_ text: String) -> String {
    var words = " "
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words.unicodeScalars.append(scalar)
      } else if scalar != "'", scalar != "\u{2019}", !words.hasSuffix(" ") {
        words += " "
      }
    }
    return words.hasSuffix(" ") ? words : words + " "
  }
}

extension Filing {
  /// What is wrong with the tone of a reminder or a demand.
  func toneProblems(_ table: ToneTable) -> [FieldProblem] {
    let checked = [
      "reminder.text": "text", "demand.instructions": "instructions",
      "demand.graceReason": "grace_reason",
    ]
    return words.flatMap { word -> [FieldProblem] in
      guard let field = checked[word.path] else { return [] }
      return table.found(in: word.text).map { phrase in
        FieldProblem(
          field, "Leave out \u{201C}\(phrase.text)\u{201D}: \(phrase.why) (\(phrase.source))")
      }
    }
  }
}
