import ArgumentParser
import ParleyClient

/// Has an award by default set aside.
struct ArbitrationSetAside: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "set-aside", "Have an award by default set aside (who was silent)",
    examples: [
      "parley arbitration set-aside 7k3q-m2xw --contest all --reason 'The demand never arrived.'"
    ])
  static let procedure = Procedure.setAsideAward
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Answers") var answers: AnswerOptions
  @Option(help: "Why the answer was missing.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "answers": .list(try answers.answers(dispute)),
      "reason": .text(reason),
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
    .yesOrNo("The arbitration goes on with your answer. Have the award set aside?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "The award in \(dispute) is set aside."
  }
}
