import ParleyDomain
import SwiftProtobuf

/// Which value of the wire stands for which term of the domain. Matched by name, `LUMP_SUM` with
/// `lumpSum`, so that neither the numbers of the contract nor the order of a declaration matters. A
/// test walks every table and finds a value without its term, or a term without its value.
struct ChoiceTable<Wire: Enum & CaseIterable, Term: Hashable & Sendable>: Sendable {
  let terms: [Term]
  /// The names as the contract spells them, without the prefix.
  let names: [String]
  private let termOfValue: [Int: Term]
  private let valueOfTerm: [Term: Wire]

  init(_ terms: [Term], named name: (Term) -> String) {
    self.terms = terms
    names = terms.map(name)
    var values: [String: Wire] = [:]
    for value in Wire.allCases { values["\(value)"] = value }
    var termOfValue: [Int: Term] = [:]
    var valueOfTerm: [Term: Wire] = [:]
    for term in terms {
      guard let value = values[Self.camelCase(name(term))] else { continue }
      termOfValue[value.rawValue] = term
      valueOfTerm[term] = value
    }
    self.termOfValue = termOfValue
    self.valueOfTerm = valueOfTerm
  }

  /// The term; nil for the unspecified value and for values of a newer contract.
  func term(_ value: Wire) -> Term? { termOfValue[value.rawValue] }

  /// The value; unspecified for a term the contract has no value for.
  func value(_ term: Term) -> Wire { valueOfTerm[term] ?? Wire() }

  private static func camelCase(_ name: String) -> String {
    let words = name.lowercased().split(separator: "_")
    let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return (words.prefix(1).map(String.init) + rest).joined()
  }
}

extension ChoiceTable
where Term: CaseIterable & RawRepresentable, Term.RawValue == String {
  init() {
    self.init(Array(Term.allCases)) { $0.rawValue }
  }
}

/// A value of the wire with a term of the domain behind it.
protocol WireChoice: Enum, CaseIterable {
  associatedtype Term: Hashable & Sendable
  static var table: ChoiceTable<Self, Term> { get }
}

extension WireChoice {
  init(_ term: Term) { self = Self.table.value(term) }

  init(_ term: Term?) { self = term.map(Self.table.value) ?? Self() }
}
