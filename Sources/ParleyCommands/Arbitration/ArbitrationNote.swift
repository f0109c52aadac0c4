import ArgumentParser
package import ParleyClient

/// Adds a note that nobody else ever sees.
package struct ArbitrationNote: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "note", "Add a note to your deliberation (arbitrators)",
    examples: [
      "parley arbitration note 7k3q-m2xw --text 'The waybill is signed.'"
    ])
  package static let procedure = Procedure.addDeliberationNote

  @OptionGroup package var target: DisputeTarget
  @OptionGroup package var words: WordsOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "text": .text(of: words.text)
    ])
  }

  package func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "A note of the deliberation.")))
    return nil
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Added a note to the deliberation of \(dispute)."
  }
}
