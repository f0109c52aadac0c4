import ArgumentParser
import ParleyClient

/// Adds a note to a compartment; private to the caller's side where none is named.
struct NoteAdd: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "add", "Add a note, private to your side",
    examples: [
      "parley note add 7k3q-m2xw --text 'Call again on Monday.'",
      "parley note add 7k3q-m2xw --in mediation --text 'Both sides want to keep trading.'",
    ])
  static let procedure = Procedure.addNote

  @OptionGroup var target: DisputeTarget
  @Option(name: .customLong("in"), help: "Whose sight it is in.") var compartment:
    CompartmentChoice?
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "compartment": compartment?.wire,
      "text": .text(of: words.text),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    if compartment == nil {
      let own = try await desk.ownCompartment(dispute)
      request = request.setting("compartment", to: .text(own))
    }
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "A note.")))
    return nil
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Added a note to \(dispute)."
  }
}
