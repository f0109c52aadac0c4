import ArgumentParser
import ParleyClient

/// Drafts, attaches, shows and files in one step.
struct DisputeFile: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "file", "Draft, attach, check and file in one step",
    examples: [
      "parley file --claimant 'Duarte Freight' --client 'Harbour Lettings Ltd' "
        + "--email accounts@harbour.example --invoice INV-2026-118 --amount 'EUR 8,400.00' "
        + "--due 2026-09-30 --debtor business --jurisdiction PT --contract carriage.pdf "
        + "--form written-signed --clause arbitration:p3 --clause interest:p2 "
        + "--limitation 2029-09-30 --limitation-source 'Codigo Civil art. 310' "
        + "--sent-email reminder.eml"
    ],
    notes: "Without --yes the draft is shown and you are asked before it is filed.")

  @OptionGroup(title: "The claim") var facts: DraftFacts
  @Option(help: "The contract, as a file.", completion: .file()) var contract: String?
  @Option(help: "An invoice, as a file; repeatable.", completion: .file())
  var invoiceFile: [String] = []
  @Option(help: "An e-mail to the client, .eml; repeatable.", completion: .file())
  var sentEmail: [String] = []
  @Option(help: "An e-mail from the client, .eml; repeatable.", completion: .file())
  var receivedEmail: [String] = []
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let attachments = try attachments()
    let parent = try await desk.organization(facts.organization)
    let request = try facts.request(for: parent)
    let drafted = try await desk.change(.createDispute, request)
    guard !desk.options.dryRun else {
      return try desk.show(
        desk.report("The draft is in order.", change: drafted, value: drafted))
    }
    let id = try desk.dispute(drafted.text("dispute.name"), binds: true)
    desk.noteSeen([id.name])
    for attachment in attachments {
      _ = try await desk.upload(
        attachment.file, spec: attachment.spec(id), label: attachment.file.name)
    }
    summarise(drafted["dispute"] ?? .null, attachments, desk)
    do {
      try desk.confirm(.yesOrNo("Filing starts the record. File it?"))
    } catch let failure as CommandFailure {
      throw CommandFailure(
        failure.status, "Not filed; the draft is kept as \(id).", lines: failure.lines,
        next: "parley draft file \(id)")
    }
    let reply = try await desk.change(.fileDispute, .fields(["name": .text(id.name)]))
    try desk.show(desk.report("Filed \(id).", change: reply, value: reply))
  }

  /// Reads every file before anything is drafted, so that a missing one costs nothing.
  private func attachments() throws -> [FilingAttachment] {
    let groups: [(paths: [String], kind: ExhibitChoice, direction: String?)] = [
      (contract.map { [$0] } ?? [], .contract, nil), (invoiceFile, .invoice, nil),
      (sentEmail, .email, "DIRECTION_OUTGOING"), (receivedEmail, .email, "DIRECTION_INCOMING"),
    ]
    return try groups.flatMap { group in
      try group.paths.map {
        FilingAttachment(
          file: try SourceFile(path: $0), kind: group.kind, direction: group.direction)
      }
    }
  }

  /// The terms that bind, and whether the contract that is attached is those.
  private func summariseTerms(
    _ contract: PlainValue, _ attachments: [FilingAttachment], _ desk: Desk
  ) {
    let terms = contract.text("termsSha256")
    guard !terms.isEmpty else { return }
    let since = contract.text("registerTime")
    desk.note("  Terms       \(terms)" + (since.isEmpty ? "" : ", on register since \(since)"))
    let contracts = attachments.filter { $0.kind == .contract }
    guard !contracts.isEmpty else { return }
    let isSame = contracts.contains { $0.file.sha256 == terms }
    desk.note(
      "              \(isSame ? "the contract attached is" : "the contract attached is not") those")
  }

  /// Shows, beside the result, what is about to be filed.
  private func summarise(_ dispute: PlainValue, _ attachments: [FilingAttachment], _ desk: Desk) {
    desk.note(dispute.text("title"))
    for item in dispute.list("items") {
      desk.note(
        "  Claim       \(item.text("reference")), due \(item.date("dueDate"))  \(item.money("amount"))"
      )
    }
    let clauses = dispute.list("contract.clauses").map { clause in
      let place = clause.text("reference")
      let name = ShownName.value(clause.text("clause"), "CLAUSE")
      return place.isEmpty ? name : "\(name) \(place)"
    }
    let form = ShownName.value(dispute.text("contract.form"), "CONTRACT_FORM")
    let law = dispute.text("contract.governingLaw")
    let parts = [form] + (law.isEmpty ? [] : ["law of \(law)"]) + clauses
    desk.note("  Contract    \(parts.joined(separator: "; "))")
    summariseTerms(dispute["contract"] ?? .null, attachments, desk)
    desk.note(
      "  Limitation  \(dispute.date("limitationDate")), \(dispute.text("limitationSource"))")
    let contacts = attachments.count { $0.direction == "DIRECTION_OUTGOING" }
    if contacts > 0 { desk.note("  Contacts    \(contacts) sent before filing") }
  }
}
