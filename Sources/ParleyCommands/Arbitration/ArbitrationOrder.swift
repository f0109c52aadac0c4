import ArgumentParser
import ParleyClient

/// Issues a procedural order.
struct ArbitrationOrder: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "order", "Issue a procedural order (arbitrators)",
    examples: [
      "parley arbitration order 7k3q-m2xw --kind evidence-timetable --due 2026-12-20 "
        + "--text 'Both sides file by then.'"
    ])
  static let procedure = Procedure.issueOrder

  @OptionGroup var target: DisputeTarget
  @Option(help: "evidence-timetable, hearing, production or other.") var kind: OrderChoice
  @Option(help: "The day the exchange of evidence ends.") var due: CalendarDay?
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "kind": kind.wire,
      "dueDate": due?.date,
      "text": .text(of: words.text),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "The order.")))
    return nil
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The order goes to both sides. Issue it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Issued an order in \(dispute)."
  }
}
