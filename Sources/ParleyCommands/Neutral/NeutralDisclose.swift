import ArgumentParser
import ParleyClient

/// Discloses conflicts and says whether the nominee accepts.
struct NeutralDisclose: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "disclose", "Disclose conflicts of interest, or that there are none",
    examples: [
      "parley mediation disclose 7k3q-m2xw --none",
      "parley mediation disclose 7k3q-m2xw --conflict --text 'I advised the client in 2019.'",
    ])
  static let procedure = Procedure.discloseConflicts

  @OptionGroup var target: DisputeTarget
  @Flag(name: .customLong("none"), help: "There is no conflict.") var none = false
  @Flag(help: "There is one, described by --text.") var conflict = false
  @Flag(help: "Do not accept the appointment.") var decline = false
  @Option(help: "The disclosure in words.") var text: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "hasConflict": .bool(conflict),
      "acceptsAppointment": .bool(!decline),
      "text": .text(of: text),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Disclosed in \(dispute)."
  }

  mutating func validate() throws {
    if none == conflict { throw ValidationError("Say --none or --conflict.") }
    if conflict, text == nil { throw ValidationError("Describe the conflict with --text.") }
  }
}
