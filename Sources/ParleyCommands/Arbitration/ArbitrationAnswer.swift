import ArgumentParser
import ParleyClient

/// Answers the demand for arbitration item by item.
struct ArbitrationAnswer: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "answer", "Answer the demand for arbitration",
    examples: [
      "parley arbitration answer 7k3q-m2xw --contest 'all: the goods came late'"
    ])
  static let procedure = Procedure.answerDemand

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
    "Answered the demand in \(dispute)."
  }
}
