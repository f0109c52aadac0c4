import ArgumentParser
import ParleyClient

/// Adds a note: one's own, of a caucus, or shared with all who mediate.
struct MediationNote: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "note", "Add a note to the mediation (mediators)",
    examples: [
      "parley mediation note 7k3q-m2xw --shared --text 'Both sides want to keep trading.'",
      "parley mediation note 7k3q-m2xw --caucus respondent --text 'Could pay 6,000.'",
    ])
  static let procedure = Procedure.addMediationNote

  @OptionGroup var target: DisputeTarget
  @Flag(help: "For all who mediate; your own otherwise.") var shared = false
  @Option(help: "Told in a caucus with this side.") var caucus: PartyName?
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "kind": .text(
        "MEDIATION_NOTE_KIND_" + (caucus != nil ? "CAUCUS" : shared ? "SHARED" : "OWN")),
      "side": caucus?.side.wire,
      "text": .text(of: words.text),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "A note of the mediation.")))
    return nil
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Added a note to the mediation of \(dispute)."
  }

  mutating func validate() throws {
    if shared, caucus != nil { throw ValidationError("A note of a caucus is not shared.") }
  }
}
