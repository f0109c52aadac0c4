import ArgumentParser
package import ParleyClient

/// Answers the demand for arbitration item by item.
package struct ArbitrationAnswer: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "answer", "Answer the demand for arbitration",
    examples: [
      "parley arbitration answer 7k3q-m2xw --contest 'all: the goods came late'"
    ])
  package static let procedure = Procedure.answerDemand

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "Answers") package var answers: AnswerOptions
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "answers": .list(try answers.answers(dispute)),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = AnswerOptions.expanding(
      request, items: try await desk.read(dispute).list("items"))
    return nil
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The answer goes on record. Send it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Answered the demand in \(dispute)."
  }
}
