import ArgumentParser
import ParleyClient

/// Answers the claim item by item.
struct DisputeRespond: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "respond", "Admit, contest or say it is paid, item by item",
    examples: [
      "parley respond 7k3q-m2xw --admit all",
      "parley respond 7k3q-m2xw --admit 1 --contest '2=EUR 3,000.00: two pallets "
        + "were damaged'",
      "parley respond 7k3q-m2xw --contest all --for client --from E-4 --received 2026-11-20",
    ])
  static let procedure = Procedure.respond

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Answers") var answers: AnswerOptions
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "answers": .list(try answers.answers(dispute)),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = AnswerOptions.expanding(
      request, items: try await desk.read(dispute).list("items"))
    return nil
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The answer goes on record. Send it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Answered \(dispute)."
  }
}
