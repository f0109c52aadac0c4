/// What is looked for: words, which must all occur; phrases in quotes; and beginnings of words, with a
/// star behind. Case and diacritics do not matter.
package struct SearchText: Hashable, Sendable {
  /// One word, phrase, or beginning of either.
  struct Term: Hashable, Sendable {
    let text: String
    let isPrefix: Bool
  }

  let terms: [Term]

  /// In the language of the index: always in quotes, so that nothing in it is an operator.
  var expression: String {
    terms.map { "\"\($0.text)\"" + ($0.isPrefix ? " *" : "") }.joined(separator: " AND ")
  }

  /// Why a text cannot be looked for.
  package enum Fault: Error, Hashable, Sendable {
    /// Nothing in it is a letter or a digit.
    case nothing
    case quoteOpen
    case tooManyTerms(maximum: Int)
    case tooLong(maximum: Int)
  }

  package init(_ text: String) throws(Fault) {
    guard text.count <= SearchLimits.textCharactersMax else {
      throw .tooLong(maximum: SearchLimits.textCharactersMax)
    }
    var terms: [Term] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { throw .quoteOpen }
        let phrase = rest[..<end]
        rest = rest[rest.index(after: end)...]
        let isPrefix = rest.first == "*"
        if isPrefix { rest.removeFirst() }
        Self.add(phrase, isPrefix: isPrefix, to: &terms)
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "\"" }
        rest = rest[word.endIndex...]
        let isPrefix = word.last == "*"
        Self.add(isPrefix ? word.dropLast() : word, isPrefix: isPrefix, to: &terms)
      }
    }
    guard !terms.isEmpty else { throw .nothing }
    guard terms.count <= SearchLimits.termsMax else {
      throw .tooManyTerms(maximum: SearchLimits.termsMax)
    }
    self.terms = terms
  }

  private static func add(_ term: Substring, isPrefix: Bool, to terms: inout [Term]) {
    guard term.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    let plain = String(term.replacing("\"", with: " ").replacing("\0", with: " "))
    terms.append(Term(text: plain, isPrefix: isPrefix))
  }
}

/// How much one search may ask for, each with its reason.
package enum SearchLimits {
  /// A sentence or two; what is longer is a document.
  package static let textCharactersMax = 500
  /// Each term is a walk through a list.
  package static let termsMax = 24
  /// Disputes a person sees by a seat that are named to the index; beyond that it is filtered.
  static let seatsMax = 200
  /// Entries indexed in one transaction: well under a tenth of a second.
  static let chunkEntries = 256
  /// How far the index may lag behind while writes keep coming.
  static let lagEntriesMax: Int64 = 4096
  /// Words about a hit.
  static let snippetWords = 16
  /// Longer texts are shown where the first hit is: looking for the best place compares each hit with
  /// every other, which takes a tenth of a second for the words that 10,000 characters hold, and
  /// minutes for those of a file.
  static let snippetTextCharactersMax = 10_000
  /// Of a longer text: what is shown before the first hit, and all in all.
  static let snippetCharactersBefore = 50
  static let snippetCharacters = 200
}
