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
      to who decides. A transfer that breaks off goes on where it stood, also when the command is run
      again, as long as the record has not gone on.
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
    let request = PlainValue.fields([
      "name": .text(id.name), "compartments": .list(chosen), "allSeen": .bool(all),
      "withoutPrivilegeLog": .bool(withoutLog),
    ])
    let progress = BundleProgress(path, desk: desk)
    let received = ReceivedBundle(path: path) { progress.note($0) }
    let whole: ReceivedBundle.Whole
    do {
      whole = try await received.receive(request, through: try await desk.service())
      progress.finish(breaks: whole.breaks)
    } catch {
      progress.abandon()
      throw Self.wording(error, id, path)
    }
    let verdict = try BundleVerdict(desk, path: received.partPath, named: path, receipts: nil)
    if whole.wasBegun, !verdict.check.defects.isEmpty {
      // What came now is as it was sent; what lay here before may be anything.
      received.discard()
      throw CommandFailure(
        .failed, "What lay in \(received.partPath) from before does not fit; it was thrown away.",
        lines: verdict.check.defects, next: "parley bundle export \(id) --to \(path)")
    }
    try received.keep()
    try verdict.require()
    try desk.show(
      ChangeReport(
        "Saved \(path): \(verdict.contents).",
        consequence: "It holds, and is readable by you only. \(verdict.reach)",
        next: "parley bundle verify \(path)",
        value: whole.bundle.setting("path", to: .text(path)), id: path))
  }

  /// The record went on while the bundle came: what to do about it.
  private static func wording(_ error: any Error, _ id: DisputeID, _ path: String) -> any Error {
    guard let refusal = error as? ServiceRefusal, refusal.reason == "BUNDLE_CHANGED" else {
      return error
    }
    return CommandFailure(
      ExitStatus(refusal.code),
      "The record of \(id) went on while the bundle came: the rest would be of another one.",
      lines: ["What had come was thrown away. The same command makes the bundle of now."],
      next: "parley bundle export \(id) --to \(path)")
  }
}
