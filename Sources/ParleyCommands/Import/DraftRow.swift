import ArgumentParser
import ParleyClient

/// One draft of a file: its facts under the names of the options of `parley draft new`.
struct DraftRow: Hashable, Sendable {
  /// What becomes of it.
  enum Outcome: Hashable, Sendable {
    case toDraft
    case drafted(DisputeID)
    case thereAlready(DisputeID)
    case refused(String)
  }

  let line: Int
  /// Option and value, in order; an option that stands twice has two values.
  private(set) var facts: [Fact]
  /// Rows with the same group are one draft with an item each.
  let group: String
  var outcome: Outcome = .toDraft

  struct Fact: Hashable, Sendable {
    let option: String
    let value: String
  }

  init(line: Int, facts: [Fact], group: String = "") {
    self.line = line
    self.facts = facts
    self.group = group
  }

  func value(_ option: String) -> String {
    facts.first { $0.option == option }?.value ?? ""
  }

  /// The facts as the draft's own command reads them, so that both take and refuse the same.
  func request(defaults: [Fact]) throws(CommandFailure) -> PlainValue {
    let missing = defaults.filter { fact in !facts.contains { $0.option == fact.option } }
    let arguments = (facts + missing).flatMap { ["--\($0.option)=\($0.value)"] }
    let read: DraftFacts
    do {
      read = try DraftFacts.parse(arguments)
    } catch {
      throw .usage(DraftFacts.message(for: error))
    }
    return try read.request()
  }

  /// Adds the invoice of another row of the group. Answers what does not fit: a row of a group says
  /// the same as its first, or nothing, of everything but the invoice.
  mutating func join(_ other: DraftRow) -> String? {
    for fact in other.facts where !Self.ofInvoice.contains(fact.option) {
      guard facts.contains(fact) else {
        return "line \(other.line) of the same group says another --\(fact.option)"
      }
    }
    facts += other.asItem
    return nil
  }

  /// Its invoice in the form that repeats, `INV-1=EUR 10.00@2026-09-30`.
  mutating func loosen() {
    let item = asItem
    guard !item.isEmpty else { return }
    facts = facts.filter { !Self.ofInvoice.contains($0.option) } + item
  }

  private static let ofInvoice: Set<String> = ["invoice", "amount", "due"]

  private var asItem: [Fact] {
    guard Self.ofInvoice.contains(where: { !value($0).isEmpty }) else { return [] }
    return [
      Fact(option: "item", value: "\(value("invoice"))=\(value("amount"))@\(value("due"))")
    ]
  }
}
