import Foundation

extension SearchText {
  /// The place of a long text where what is looked for first occurs, with every hit in it between two
  /// marks; the beginning of the text where the words are found apart only.
  ///
  /// The index has functions for this, and they compare each hit with the others, or copy the text
  /// once for each: a file of one word, said 200,000 times, would hold a search up for a quarter of a
  /// minute. This walks to the first hit and no further.
  func excerpt(of text: String) -> String {
    let wanted = terms.map { Wanted(words: Self.words(of: $0.text[...]), isPrefix: $0.isPrefix) }
      .filter { !$0.words.isEmpty }
    let hit = Self.firstHit(of: wanted, in: text[...])?.lowerBound ?? text.startIndex
    let before = SearchLimits.snippetCharactersBefore
    let from = text.index(hit, offsetBy: -before, limitedBy: text.startIndex) ?? text.startIndex
    let end =
      text.index(from, offsetBy: SearchLimits.snippetCharacters, limitedBy: text.endIndex)
      ?? text.endIndex
    var marked = from > text.startIndex ? "…" : ""
    var rest = text[from..<end]
    while let hit = Self.firstHit(of: wanted, in: rest) {
      marked += rest[..<hit.lowerBound] + "\u{1}" + rest[hit] + "\u{2}"
      rest = rest[hit.upperBound...]
    }
    return marked + rest + (end < text.endIndex ? "…" : "")
  }

  /// A term as the index folds its words.
  private struct Wanted {
    let words: [String]
    let isPrefix: Bool

    func fits(_ word: String, at place: Int) -> Bool {
      isPrefix && place == words.count - 1 ? word.hasPrefix(words[place]) : word == words[place]
    }
  }

  /// Where a word, a phrase or the beginning of a word that is looked for first occurs.
  private static func firstHit(
    of wanted: [Wanted], in text: Substring
  ) -> Range<Substring.Index>? {
    // How many words of each are found, and where the first of them stands.
    var found = wanted.map { _ in (count: 0, start: text.startIndex) }
    var hit: Range<Substring.Index>?
    walk(text) { word, range in
      for (number, term) in wanted.enumerated() {
        if !term.fits(word, at: found[number].count) { found[number].count = 0 }
        guard term.fits(word, at: found[number].count) else { continue }
        if found[number].count == 0 { found[number].start = range.lowerBound }
        found[number].count += 1
        guard found[number].count == term.words.count else { continue }
        hit = found[number].start..<range.upperBound
        return false
      }
      return true
    }
    return hit
  }

  private static func words(of text: Substring) -> [String] {
    var words: [String] = []
    walk(text) { word, _ in
      words.append(word)
      return true
    }
    return words
  }

  /// Each word as the index folds it, small and without diacritics, until `body` answers no.
  private static func walk(
    _ text: Substring, _ body: (String, Range<Substring.Index>) -> Bool
  ) {
    var word = ""
    var start = text.startIndex
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let scalar = scalars[place]
      if isPartOfWord(scalar) {
        if word.isEmpty { start = place }
        append(scalar, to: &word)
      } else if !word.isEmpty {
        guard body(word, start..<place) else { return }
        word = ""
      }
      place = scalars.index(after: place)
    }
    if !word.isEmpty { _ = body(word, start..<place) }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 48...57, 65...90, 97...122: return true
    case ..<128: return false
    default:
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
    switch scalar.value {
    case 65...90: word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
    case ..<128: word.unicodeScalars.append(scalar)
    default:
      let plain = String(scalar).lowercased().decomposedStringWithCanonicalMapping
      for part in plain.unicodeScalars where part.properties.generalCategory != .nonspacingMark {
        word.unicodeScalars.append(part)
      }
    }
  }
}
