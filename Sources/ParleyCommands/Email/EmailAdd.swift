import ArgumentParser
import ParleyClient

/// Attaches e-mails, each file an exhibit.
struct EmailAdd: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "add", "Attach e-mails (.eml) as exhibits",
    examples: [
      "parley email add 7k3q-m2xw reminder.eml --outgoing --at 2026-10-12",
      "parley email add 7k3q-m2xw reply.eml --incoming",
    ],
    notes: "An outgoing one counts as a contact that a demand may rest on.")

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The files.", completion: .file(extensions: ["eml"])) var files: [String]
  @Flag(help: "From the client.") var incoming = false
  @Flag(help: "To the client.") var outgoing = false
  @Option(help: "When it was sent; its Date header where not given.") var at: Moment?
  @Option(name: .customLong("in"), help: "Whose sight they are in.")
  var compartment: CompartmentChoice = .case
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if incoming == outgoing { throw ValidationError("Say --incoming or --outgoing.") }
    if files.isEmpty { throw ValidationError("Name at least one file.") }
  }

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(target.dispute, binds: false)
    for path in files {
      let file = try SourceFile(path: path)
      let head = EmailHead(try file.bytes(from: 0, count: EmailHead.byteCountMax))
      let reply = try await desk.upload(
        file, spec: spec(id, file, head), label: file.name)
      let label = reply.text("exhibit.label")
      try desk.show(
        desk.report(
          "Put \(file.name) in evidence\(label.isEmpty ? "" : " as \(label)").",
          change: reply["change"] ?? .null, value: reply))
    }
  }

  /// The spec of one e-mail.
  func spec(_ id: DisputeID, _ file: SourceFile, _ head: EmailHead) -> PlainValue {
    let title = String((head.subject ?? file.name).prefix(200))
    return .fields([
      "name": .text(id.name), "kind": ExhibitChoice.email.wire, "compartment": compartment.wire,
      "title": .text(title), "fileName": .text(file.name), "mediaType": .text("message/rfc822"),
      "direction": .text(incoming ? "DIRECTION_INCOMING" : "DIRECTION_OUTGOING"),
      "occurTime": at?.time ?? head.sentAt.map { .text(Timestamp.text($0)) },
    ])
  }
}
