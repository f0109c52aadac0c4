import ArgumentParser
import ParleyClient

/// Saves the record as one archive, and checks what came.
struct BundleExport: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "export", "Save the record as one archive, and check it",
    examples: [
      "parley bundle export 7k3q-m2xw", "parley bundle export 7k3q-m2xw --to harbour.parley.tar",
      "parley bundle export 7k3q-m2xw --in settlement --in mediation",
      "parley bundle export 7k3q-m2xw --all", "parley bundle export 7k3q-m2xw --without-log",
    ],
    notes: """
      The case file alone goes in unless you say otherwise. Of a party's own material that is left
      out the archive holds a privilege log: leave it out with --without-log where the archive goes
      to who decides.
      """)

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Option(help: "Where to; named after the dispute where not given.", completion: .file())
  var to: String?
  @Option(
    name: .customLong("in"), parsing: .singleValue,
    help: "A further part of the record that goes in.")
  var compartments: [CompartmentChoice] = []
  @Flag(help: "All that you see goes in.") var all = false
  @Flag(help: "Without the list of what you hold back.") var withoutLog = false
  @Flag(help: "Replace a file that is there.") var force = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if all, !compartments.isEmpty {
      throw ValidationError("Say --all, or name parts with --in, not both.")
    }
  }

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let path = to ?? "\(id).parley.tar"
    if !force, try PrivateFile(path).exists() {
      throw CommandFailure.usage("\(path) is there already: say --force or --to.")
    }
    var chosen: [PlainValue] = []
    for compartment in compartments.map(\.wire) where !chosen.contains(compartment) {
      chosen.append(compartment)
    }
    // Keys come first: a bundle signed by a new one is believed on the word of the old one.
    _ = try await desk.learnKeys()
    let bundle = try await ReceivedBundle(path: path).receive(
      .fields([
        "name": .text(id.name), "compartments": .list(chosen), "allSeen": .bool(all),
        "withoutPrivilegeLog": .bool(withoutLog),
      ]), through: try await desk.service())
    let verdict = try BundleVerdict(desk, path: path, receipts: nil)
    try verdict.require()
    try desk.show(
      ChangeReport(
        "Saved \(path): \(verdict.contents).",
        consequence: "It holds, and is readable by you only. \(verdict.reach)",
        next: "parley bundle verify \(path)",
        value: bundle.setting("path", to: .text(path)), id: path))
  }
}
