import ArgumentParser
package import ParleyClient

/// Discloses conflicts and says whether the nominee accepts.
package struct NeutralDisclose: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "disclose", "Disclose conflicts of interest, or that there are none",
    examples: [
      "parley mediation disclose 7k3q-m2xw --none",
      "parley mediation disclose 7k3q-m2xw --conflict --text 'I advised the client in 2019.'",
    ])
  package static let procedure = Procedure.discloseConflicts

  @OptionGroup package var target: DisputeTarget
  @Flag(name: .customLong("none"), help: "There is no conflict.") package var none = false
  @Flag(help: "There is one, described by --text.") package var conflict = false
  @Flag(help: "Do not accept the appointment.") package var decline = false
  @Option(help: "The disclosure in words.") package var text: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "hasConflict": .bool(conflict),
      "acceptsAppointment": .bool(!decline),
      "text": .text(of: text),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Disclosed in \(dispute)."
  }

  package mutating func validate() throws {
    if none == conflict { throw ValidationError("Say --none or --conflict.") }
    if conflict, text == nil { throw ValidationError("Describe the conflict with --text.") }
  }
}
