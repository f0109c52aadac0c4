import ArgumentParser
import ParleyClient

/// Adds a note that nobody else ever sees.
struct ArbitrationNote: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "note", "Add a note to your deliberation (arbitrators)",
    examples: [
      "parley arbitration note 7k3q-m2xw --text 'The waybill is signed.'"
    ])
  static let procedure = Procedure.addDeliberationNote

  @OptionGroup var target: DisputeTarget
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "text": .text(of: words.text)
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "A note of the deliberation.")))
    return nil
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Added a note to the deliberation of \(dispute)."
  }
}
