import ArgumentParser
package import ParleyClient

/// Adds a note: one's own, of a caucus, or shared with all who mediate.
package struct MediationNote: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "note", "Add a note to the mediation (mediators)",
    examples: [
      "parley mediation note 7k3q-m2xw --shared --text 'Both sides want to keep trading.'",
      "parley mediation note 7k3q-m2xw --caucus respondent --text 'Could pay 6,000.'",
    ])
  package static let procedure = Procedure.addMediationNote

  @OptionGroup package var target: DisputeTarget
  @Flag(help: "For all who mediate; your own otherwise.") package var shared = false
  @Option(help: "Told in a caucus with this side.") package var caucus: PartyName?
  @OptionGroup package var words: WordsOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "kind": .text(
        "MEDIATION_NOTE_KIND_" + (caucus != nil ? "CAUCUS" : shared ? "SHARED" : "OWN")),
      "side": caucus?.side.wire,
      "text": .text(of: words.text),
    ])
  }

  package func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "A note of the mediation.")))
    return nil
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Added a note to the mediation of \(dispute)."
  }

  package mutating func validate() throws {
    if shared, caucus != nil { throw ValidationError("A note of a caucus is not shared.") }
  }
}
