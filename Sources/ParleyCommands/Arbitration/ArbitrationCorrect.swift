import ArgumentParser
import ParleyClient

/// Corrects a clerical mistake; amounts that were decided never change.
struct ArbitrationCorrect: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "correct", "Correct the wording of the award (arbitrators)",
    examples: [
      "parley arbitration correct 7k3q-m2xw --reason 'The date was wrong.' --text "
        + "'For the reasons given, as corrected.'"
    ])
  static let procedure = Procedure.correctAward
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "What was wrong.") var reason: String
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "text": .text(of: words.text),
      "reason": .text(reason),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "The whole corrected text.")))
    return nil
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(
      question: "The corrected award takes the place of the old one.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Corrected the award in \(dispute)."
  }
}
