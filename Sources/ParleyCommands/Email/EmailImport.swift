import ArgumentParser
import ParleyClient

/// Has e-mails read and files each with what it carries.
struct EmailImport: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "import", "File e-mails (.eml, mbox) with their attachments",
    examples: [
      "parley email import thread.mbox 7k3q-m2xw --dry-run",
      "parley email import reply.eml 7k3q-m2xw",
    ],
    notes: """
      Without a dispute, the one that fits best by thread, invoice and address is proposed. What is
      there already is left alone, so a repeat finishes an import that broke off. A message that
      cannot be read whole is refused with its reason; `parley email add` files it as it is.
      """)

  @Argument(
    help: "The file; - for standard input.", completion: .file(extensions: ["eml", "mbox"]))
  var file: String
  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String?
  @Flag(help: "All came from the client, whatever their addresses.") var incoming = false
  @Flag(help: "All went to the client, whatever their addresses.") var outgoing = false
  @Option(name: .customLong("in"), help: "Whose sight they are in.")
  var compartment: CompartmentChoice = .case
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if incoming, outgoing { throw ValidationError("Say --incoming or --outgoing, not both.") }
  }

  func perform(_ desk: Desk) async throws {
    let named = try dispute.map { try desk.dispute($0, binds: false) }
    let folder = try ImportFolder()
    if file == "-" { try folder.keep(desk.world.input, as: "message.eml") }
    let source = try SourceFile(path: file == "-" ? folder.path("message.eml") : file)
    guard source.byteCount > 0 else { throw CommandFailure.usage("\(source.name) is empty.") }
    let collector = EmailCollector(folder) { number, count in
      if count > 1, number == count { desk.note("Read \(count) messages.") }
    }
    try await desk.service().checkEmails(
      source, in: named?.name, withContents: !desk.options.dryRun, take: collector.take)
    let chosen = try named ?? choose(collector.emails, desk)
    var run = EmailImportRun(
      desk: desk, dispute: chosen, compartment: compartment,
      direction: incoming ? "DIRECTION_INCOMING" : outgoing ? "DIRECTION_OUTGOING" : nil,
      source: source, folder: folder)
    let emails = try await run.file(collector.emails)
    try desk.show(Listing.imported(emails, desk))
    for line in Self.proposals(emails, chosen) { desk.note(line) }
    let good = ["filed", "there already", "would be filed"]
    let missing = emails.count { !good.contains($0.outcome) }
    if missing > 0 {
      throw CommandFailure(
        .failed, "\(missing) of \(emails.count) messages are not in the dispute.",
        next: "parley email add \(chosen) FILE.eml --incoming")
    }
  }

  /// The dispute that most speaks for, once the user agrees. Throws where nothing speaks for any.
  private func choose(_ emails: [ImportedEmail], _ desk: Desk) throws -> DisputeID {
    let weights = ["EMAIL_LINK_THREAD": 4, "EMAIL_LINK_INVOICE": 2, "EMAIL_LINK_ADDRESS": 1]
    var scores: [String: (score: Int, title: String, links: Set<String>)] = [:]
    for place in emails.flatMap({ $0.value.list("places") }) {
      let links = place.list("links").map(\.spelled)
      let before = scores[place.text("dispute")] ?? (0, place.text("title"), [])
      scores[place.text("dispute")] = (
        before.score + links.reduce(0) { $0 + (weights[$1] ?? 0) }, before.title,
        before.links.union(links)
      )
    }
    let best = scores.max { ($0.value.score, $1.key) < ($1.value.score, $0.key) }
    guard let best, let id = DisputeID(best.key) else {
      let refused = emails.first { !$0.isUnderstood }
      if emails.count == 1, let refused {
        throw CommandFailure(.failed, "Not imported: \(refused.value.text("sentence"))")
      }
      throw CommandFailure.usage(
        "Nothing in \(file) points to a dispute you see: name one.", next: "parley list")
    }
    desk.subject = id
    let because = best.value.links.map { ShownName.value($0, "EMAIL_LINK") }.sorted()
    desk.note("\(id), \(best.value.title), fits by \(because.joined(separator: ", ")).")
    let messages = emails.count == 1 ? "the message" : "\(emails.count) messages"
    try desk.confirm(.yesOrNo("Import \(messages) into \(id)?"))
    return id
  }

  /// Commands for what seems to be promised, offered or paid. None is run: whether a sentence means
  /// what it seems to mean, a person decides.
  static func proposals(_ emails: [ImportedEmail], _ dispute: DisputeID) -> [String] {
    emails.flatMap { email in
      email.value.list("signs").map { sign in
        let amount = "--amount '\(sign.text("amount"))'"
        let (what, command) =
          switch sign.text("kind") {
          case "EMAIL_SIGN_KIND_PROMISE":
            ("a promise", "parley note add \(dispute) --text 'Promise of \(sign.text("amount"))'")
          case "EMAIL_SIGN_KIND_OFFER": ("an offer", "parley offer make \(dispute) \(amount)")
          default: ("a payment", "parley money report \(dispute) \(amount) --on DATE")
          }
        return "Message \(email.number) may speak of \(what): \"\(sign.text("sentence"))\"\n"
          + "  If it does: \(command)"
      }
    }
  }
}
