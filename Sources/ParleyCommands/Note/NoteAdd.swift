import ArgumentParser
package import ParleyClient

/// Adds a note to a compartment; private to the caller's side where none is named.
package struct NoteAdd: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "add", "Add a note, private to your side",
    examples: [
      "parley note add 7k3q-m2xw --text 'Call again on Monday.'",
      "parley note add 7k3q-m2xw --in mediation --text 'Both sides want to keep trading.'",
    ])
  package static let procedure = Procedure.addNote

  @OptionGroup package var target: DisputeTarget
  @Option(name: .customLong("in"), help: "Whose sight it is in.") package var compartment:
    CompartmentChoice?
  @OptionGroup package var words: WordsOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "compartment": compartment?.wire,
      "text": .text(of: words.text),
    ])
  }

  package func prepare(
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

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Added a note to \(dispute)."
  }
}
