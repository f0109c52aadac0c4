import ParleyDomain

/// One condition of a filter: `due_time < "2026-12-07T00:00:00Z"`.
struct FilterCondition: Hashable {
  enum Comparator: String, CaseIterable {
    case equal = "="
    case before = "<"
    case after = ">"
  }

  let field: String
  let comparator: Comparator
  let value: String
  /// Where the value begins, counted in characters from 1.
  let valuePosition: Int
  /// Where the condition begins.
  let position: Int
}

/// What is wrong with a filter, and where.
struct FilterFault: Error, Hashable {
  let position: Int
  let problem: String
}

/// The documented part of the filter language of AIP-160: conditions joined by `AND`. Each compares
/// a field with one value, a word or a text in double quotes.
struct FilterText {
  /// More would be a mistake: no list has as many fields.
  static let conditionsMax = 12
  static let charactersMax = 1_000

  private enum Token: Hashable {
    case word(String)
    case quoted(String)
    case comparator(FilterCondition.Comparator)
  }

  private var tokens: [(token: Token, position: Int)] = []
  private var index = 0
  private let end: Int

  /// The conditions of a filter, in order; none for an empty one.
  static func parse(_ text: String) throws(FilterFault) -> [FilterCondition] {
    guard text.count <= charactersMax else {
      throw FilterFault(position: charactersMax + 1, problem: "the filter is too long")
    }
    var parser = try FilterText(Array(text))
    return try parser.conditions()
  }

  private init(_ characters: [Character]) throws(FilterFault) {
    end = characters.count + 1
    var at = 0
    while at < characters.count {
      let start = at
      let character = characters[at]
      if character == " " {
        at += 1
      } else if let comparator = FilterCondition.Comparator(rawValue: String(character)) {
        at += 1
        tokens.append((.comparator(comparator), start + 1))
      } else if character == "\"" {
        let closing = characters[(at + 1)...].firstIndex(of: "\"")
        guard let closing else {
          throw FilterFault(position: start + 1, problem: "this quotation mark is not closed")
        }
        tokens.append((.quoted(String(characters[(at + 1)..<closing])), start + 1))
        at = closing + 1
      } else if Self.isWordCharacter(character) {
        while at < characters.count, Self.isWordCharacter(characters[at]) { at += 1 }
        tokens.append((.word(String(characters[start..<at])), start + 1))
      } else {
        throw FilterFault(
          position: start + 1, problem: "only fields, =, <, >, AND and values in quotes are known")
      }
    }
  }

  private mutating func conditions() throws(FilterFault) -> [FilterCondition] {
    guard !tokens.isEmpty else { return [] }
    var conditions = [try condition()]
    while index < tokens.count {
      guard tokens[index].token == .word("AND") else {
        throw FilterFault(
          position: tokens[index].position, problem: "conditions are joined by AND")
      }
      index += 1
      conditions.append(try condition())
      guard conditions.count <= Self.conditionsMax else {
        throw FilterFault(position: end, problem: "there are too many conditions")
      }
    }
    return conditions
  }

  private mutating func condition() throws(FilterFault) -> FilterCondition {
    guard let first = next(), case .word(let field) = first.token, field != "AND" else {
      throw FilterFault(position: position(-1), problem: "a field is expected here")
    }
    guard let second = next(), case .comparator(let comparator) = second.token else {
      throw FilterFault(position: position(-1), problem: "one of =, < and > is expected here")
    }
    let third = next()
    switch third?.token {
    case .word(let value) where value != "AND", .quoted(let value):
      return FilterCondition(
        field: field, comparator: comparator, value: value,
        valuePosition: third?.position ?? end, position: first.position)
    default: throw FilterFault(position: position(-1), problem: "a value is expected here")
    }
  }

  private mutating func next() -> (token: Token, position: Int)? {
    defer { index += 1 }
    return index < tokens.count ? tokens[index] : nil
  }

  private func position(_ offset: Int) -> Int {
    tokens.indices.contains(index + offset) ? tokens[index + offset].position : end
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_-./:".contains(character))
  }
}
