import ArgumentParser
package import ParleyClient

/// Corrects a clerical mistake; amounts that were decided never change.
package struct ArbitrationCorrect: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "correct", "Correct the wording of the award (arbitrators)",
    examples: [
      "parley arbitration correct 7k3q-m2xw --reason 'The date was wrong.' --text "
        + "'For the reasons given, as corrected.'"
    ])
  package static let procedure = Procedure.correctAward
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "What was wrong.") package var reason: String
  @OptionGroup package var words: WordsOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "text": .text(of: words.text),
      "reason": .text(reason),
    ])
  }

  package func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    try await desk.fillEtag(&request, dispute)
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "The whole corrected text.")))
    return nil
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(
      question: "The corrected award takes the place of the old one.", word: dispute.description)
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Corrected the award in \(dispute)."
  }
}
