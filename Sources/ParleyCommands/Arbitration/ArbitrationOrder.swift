import ArgumentParser
package import ParleyClient

/// Issues a procedural order.
package struct ArbitrationOrder: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "order", "Issue a procedural order (arbitrators)",
    examples: [
      "parley arbitration order 7k3q-m2xw --kind evidence-timetable --due 2026-12-20 "
        + "--text 'Both sides file by then.'"
    ])
  package static let procedure = Procedure.issueOrder

  @OptionGroup package var target: DisputeTarget
  @Option(help: "evidence-timetable, hearing, production or other.") package var kind: OrderChoice
  @Option(help: "The day the exchange of evidence ends.") package var due: CalendarDay?
  @OptionGroup package var words: WordsOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "kind": kind.wire,
      "dueDate": due?.date,
      "text": .text(of: words.text),
    ])
  }

  package func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "The order.")))
    return nil
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The order goes to both sides. Issue it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Issued an order in \(dispute)."
  }
}
