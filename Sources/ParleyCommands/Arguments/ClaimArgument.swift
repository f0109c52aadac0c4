import ArgumentParser
import ParleyClient

/// One claim item: `INV-118=EUR 8,400.00@2026-09-30`, with `: description` behind where wanted.
struct ClaimArgument: Hashable, Sendable, ExpressibleByArgument {
  let reference: String
  let amount: Amount
  let due: CalendarDay
  let words: String?

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="),
      let at = argument[equals...].firstIndex(of: "@")
    else { return nil }
    let tail = argument[argument.index(after: at)...]
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let amount = Amount(String(argument[argument.index(after: equals)..<at])),
      let due = CalendarDay(argument: String(tail[0]).trimmingSpaces)
    else { return nil }
    reference = String(argument[..<equals]).trimmingSpaces
    self.amount = amount
    self.due = due
    words = tail.count == 2 ? String(tail[1]).trimmingSpaces : nil
  }

  var value: PlainValue {
    .fields([
      "reference": reference.isEmpty ? nil : .text(reference), "description": .text(of: words),
      "dueDate": due.date, "amount": amount.money,
    ])
  }
}
