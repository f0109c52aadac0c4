import ArgumentParser
import ParleyClient

/// Saves an exhibit, checked against its SHA-256 before it gets its name.
struct EvidenceGet: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "get", "Save an exhibit, checked against its hash",
    examples: [
      "parley evidence get 7k3q-m2xw E-1", "parley evidence get 7k3q-m2xw E-1 --to contract.pdf",
    ], notes: "A download that breaks off goes on where it stood when the command is run again.")

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Argument(help: "The exhibit, as E-1.") var exhibit: ExhibitReference
  @Option(help: "Where to; its own name here where not given.", completion: .file())
  var to: String?
  @Flag(help: "Replace a file that is there.") var force = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let name = exhibit.name(id).spelled
    let listed = try await desk.askAll(
      .listExhibits, .fields(["parent": .text(id.name), "pageSize": .whole(200)]),
      items: "exhibits")
    guard let found = listed.first(where: { $0.text("name") == name }) else {
      throw CommandFailure(
        .notFound, "There is no exhibit \(ExhibitReference.label(ofName: name)) that you see.",
        next: "parley evidence list \(id)")
    }
    let path = to ?? ReceivedFile.safeName(found.text("fileName"), fallback: exhibit.id)
    if !force, try PrivateFile(path).read() != nil {
      throw CommandFailure.usage("\(path) is there already: say --force or --to.")
    }
    let bar = UploadProgress(
      ExhibitReference.label(ofName: name), total: found.integer("sizeBytes") ?? 0, desk: desk)
    let file = ReceivedFile(path: path, sha256: found.text("sha256")) { bar.update($0) }
    do {
      try await file.receive(name, through: try await desk.service())
      bar.finish()
    } catch {
      bar.abandon()
      throw error
    }
    try desk.show(
      ChangeReport(
        "Saved \(ExhibitReference.label(ofName: name)) as \(path).",
        consequence: "SHA-256 \(found.text("sha256")), as filed.", value: found, id: path))
  }
}
