import ArgumentParser
import ParleyClient

/// Checks an archive with nothing but the file and what is kept on this machine.
struct BundleVerify: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "verify", "Check an archive, without a server and a network",
    examples: [
      "parley bundle verify harbour.parley.tar",
      "parley bundle verify harbour.parley.tar --receipts kept-elsewhere.jsonl",
    ],
    notes: """
      Nothing is extracted. The record is held against the receipts and keys you keep, and against
      those of a file: one receipt on each line, as they are kept in the folder of your state.
      """)

  @Argument(help: "The archive.", completion: .file()) var file: String
  @Option(help: "A file of receipts that somebody kept.", completion: .file())
  var receipts: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let verdict = try BundleVerdict(desk, path: file, receipts: receipts)
    try verdict.require()
    try desk.show(
      ChangeReport(
        "\(verdict.contents) match the manifest, signed by key \(verdict.check.keyID).",
        consequence: verdict.reach, value: verdict.value, id: file))
  }
}
