import ArgumentParser
import ParleyClient

/// Prints the award, or the terms that the parties ask to have recorded as one.
struct ArbitrationShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "The award, or the terms agreed for one, to print",
    examples: [
      "parley arbitration show 7k3q-m2xw", "parley arbitration show 7k3q-m2xw --agreed",
      "parley arbitration show 7k3q-m2xw --print award.pdf",
    ])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Flag(help: "The agreement that all parties ask to have recorded.") var agreed = false
  @OptionGroup var print: PrintOption
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let arbitration = try await desk.read(id)["arbitration"]
    guard arbitration?[agreed ? "consentAward" : "award"] != nil else {
      throw CommandFailure(
        .notFound,
        agreed
          ? "The parties have not all asked for an award on agreed terms in \(id)."
          : "No award was issued in \(id).",
        next: NextCommand.line(agreed ? "REQUEST_CONSENT_AWARD" : "ISSUE_AWARD", dispute: id))
    }
    let name = "\(id.name)/documents/\(agreed ? "agreed-terms" : "award")"
    try await desk.show(document: name, print: print)
  }
}
