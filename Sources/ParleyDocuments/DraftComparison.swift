package import ParleyDomain

/// What changed between two drafts of a settlement agreement: the terms one by one, and both texts in
/// one. The same drafts give the same comparison.
package struct DraftComparison: Hashable, Sendable {
  /// A term that differs; empty where there is none.
  package struct Change: Hashable, Sendable {
    package let term: String
    package let older: String
    package let newer: String
  }

  package enum Side: Hashable, Sendable {
    case same
    case removed
    case added
  }

  package struct Line: Hashable, Sendable {
    package let side: Side
    package let text: String
  }

  package let changes: [Change]
  package let lines: [Line]

  package init(
    older: (terms: OfferTerms, conditions: String, text: String),
    newer: (terms: OfferTerms, conditions: String, text: String)
  ) {
    let before = Self.terms(older.terms, older.conditions)
    let after = Self.terms(newer.terms, newer.conditions)
    let names =
      before.map(\.name)
      + after.map(\.name).filter { name in
        !before.contains { $0.name == name }
      }
    changes = names.compactMap { name in
      let was = before.first { $0.name == name }?.value ?? ""
      let becomes = after.first { $0.name == name }?.value ?? ""
      return was == becomes ? nil : Change(term: name, older: was, newer: becomes)
    }
    lines = Self.lines(Self.split(older.text), Self.split(newer.text))
  }

  private static func terms(
    _ terms: OfferTerms, _ conditions: String
  ) -> [(name: String, value: String)] {
    let payments = terms.schedule.map { payment in
      (
        name: "payment \(payment.number)",
        value: "\(MoneyText.text(payment.amount)) by \(DateText.day(payment.due))"
      )
    }
    let clause = terms.defaultClause.map { clause in
      "\(clause.graceDays) days late, \(clause.cureDays) to cure, then "
        + DocketSentence.lower(clause.remedy.rawValue)
    }
    let items =
      terms.items.isEmpty ? "the whole claim" : terms.items.map(String.init).joined(separator: ", ")
    return [
      (name: "amount", value: MoneyText.text(terms.amount)),
      (name: "kind", value: DocketSentence.lower(terms.kind.rawValue)),
      (name: "items", value: items),
    ] + payments + [
      (name: "on default", value: clause ?? ""), (name: "conditions", value: conditions),
    ]
  }

  private static func split(_ text: String) -> [Substring] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// By the longest lines in common; of what differs at one place, what was taken out comes first.
  private static func lines(_ older: [Substring], _ newer: [Substring]) -> [Line] {
    // common[i][j] is how many lines the rests from i and j have in common.
    var common = [[Int]](
      repeating: [Int](repeating: 0, count: newer.count + 1), count: older.count + 1)
    for i in older.indices.reversed() {
      for j in newer.indices.reversed() {
        common[i][j] =
          older[i] == newer[j]
          ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < older.count || j < newer.count {
      if i < older.count, j < newer.count, older[i] == newer[j] {
        lines.append(Line(side: .same, text: String(older[i])))
        i += 1
        j += 1
      } else if i < older.count, j == newer.count || common[i + 1][j] >= common[i][j + 1] {
        lines.append(Line(side: .removed, text: String(older[i])))
        i += 1
      } else {
        lines.append(Line(side: .added, text: String(newer[j])))
        j += 1
      }
    }
    return lines
  }
}
