import ParleyClient
import TerminalKit

/// Files e-mails into one dispute, each with what it carries, and leaves alone what is there.
struct EmailImportRun {
  let desk: Desk
  let dispute: DisputeID
  let compartment: CompartmentChoice
  /// Which way all went, where the user said so.
  let direction: String?
  let source: SourceFile
  let folder: ImportFolder

  /// E-mails in evidence by hash, and by message id.
  private var byHash: [String: (name: String, label: String)] = [:]
  private var byID: [String: String] = [:]
  /// What is attached to e-mails in evidence: the e-mail's name and the hash.
  private var attached: Set<String> = []
  private var mediaTypes: Set<String> = []

  init(
    desk: Desk, dispute: DisputeID, compartment: CompartmentChoice, direction: String?,
    source: SourceFile, folder: ImportFolder
  ) {
    self.desk = desk
    self.dispute = dispute
    self.compartment = compartment
    self.direction = direction
    self.source = source
    self.folder = folder
  }

  /// Files what is not there yet, in the order of the file, and answers what became of each. A
  /// refusal of the rules ends it; what was filed before stays, and a repeat goes on from there.
  mutating func file(_ emails: [ImportedEmail]) async throws -> [ImportedEmail] {
    try await look()
    var done: [ImportedEmail] = []
    for var email in emails {
      try await file(&email)
      done.append(email)
    }
    return done
  }

  /// Reads what is in evidence already.
  private mutating func look() async throws {
    let exhibits = try await desk.askAll(
      .listExhibits, .fields(["parent": .text(dispute.name)]), items: "exhibits")
    for exhibit in exhibits {
      guard exhibit.text("compartment") == compartment.wire.spelled else { continue }
      let hash = exhibit.text("sha256")
      if exhibit.text("kind") == "EXHIBIT_KIND_EMAIL" {
        byHash[hash] = byHash[hash] ?? (exhibit.text("name"), exhibit.text("label"))
        byID[exhibit.text("email.messageId")] = exhibit.text("label")
      }
      attached.insert(exhibit.text("attachedTo") + " " + hash)
    }
    let limits = try await desk.ask(.getLimits, .fields([:]))
    mediaTypes = Set(limits.list("mediaTypes").map(\.spelled))
  }

  private mutating func file(_ email: inout ImportedEmail) async throws {
    guard email.isUnderstood else {
      email.outcome = "refused: \(email.value.text("sentence"))"
      return
    }
    email.answers = email.referred.compactMap { byID[$0] }.first ?? ""
    if let there = byHash[email.sha256] {
      (email.outcome, email.exhibit) = ("there already", there.label)
      try await fileAttachments(of: email, to: there)
      return
    }
    guard let direction = direction ?? email.direction(in: dispute) else {
      email.outcome = "not filed: its addresses do not tell the way; say --incoming or --outgoing"
      return
    }
    if byID[email.messageID] != nil, !email.messageID.isEmpty {
      desk.note(
        "Message \(email.number) has the id of \(byID[email.messageID] ?? ""), and other bytes: "
          + "a second copy is kept.")
    }
    guard !desk.options.dryRun else { return try await judge(&email, direction) }
    let file = try self.file(of: email)
    let reply = try await desk.upload(
      file, spec: spec(email, direction), label: "message \(email.number)")
    let there = (name: reply.text("exhibit.name"), label: reply.text("exhibit.label"))
    (email.outcome, email.exhibit) = ("filed", there.label)
    byHash[email.sha256] = there
    if !email.messageID.isEmpty { byID[email.messageID] = there.label }
    try await fileAttachments(of: email, to: there)
  }

  /// Asks the rules whether the message and what it carries may be filed, and files nothing.
  private mutating func judge(_ email: inout ImportedEmail, _ direction: String) async throws {
    do {
      _ = try await desk.judgeUpload(
        spec(email, direction)
          .setting("sizeBytes", to: .text(email.value.text("sizeBytes")))
          .setting("sha256", to: .text(email.sha256)))
      try await fileAttachments(of: email, to: nil)
      email.outcome = "would be filed"
      // One that comes twice in the file is filed once.
      byHash[email.sha256] = ("", "")
    } catch let refusal as ServiceRefusal where !refusal.code.leavesOutcomeOpen {
      email.outcome = "would be refused: \(refusal.message)"
    }
  }

  /// The message as it was sent, as a file.
  private func file(of email: ImportedEmail) throws -> SourceFile {
    let start = (email.value.integer("fileOffset") ?? 0)
    let count = (email.value.integer("fileBytes") ?? 0)
    if email.value.flag("escaped") {
      return try checked(folder.path(EmailCollector.name(email.number, 0)), email.sha256)
    }
    if start == 0, count == source.byteCount { return source }
    let name = "message-\(email.number).eml"
    try folder.cut(source, from: start, count: count, as: name)
    return try checked(folder.path(name), email.sha256)
  }

  /// A file whose bytes are those that were understood.
  private func checked(_ path: String, _ sha256: String) throws -> SourceFile {
    let file = try SourceFile(path: path)
    guard file.sha256 == sha256 else {
      throw CommandFailure(.failed, "What came back is not what was read: \(file.name).")
    }
    return file
  }

  private func spec(_ email: ImportedEmail, _ direction: String) -> PlainValue {
    let sent = email.value.text("sendTime")
    let isPast = Timestamp.seconds(sent).map { $0 <= desk.world.now() } ?? false
    let name = email.value.integer("count") == 1 ? source.name : "message-\(email.number).eml"
    return .fields([
      "name": .text(dispute.name), "kind": ExhibitChoice.email.wire,
      "compartment": compartment.wire, "title": .text(email.title),
      "fileName": .text(String(name.prefix(200))), "mediaType": .text("message/rfc822"),
      "direction": .text(direction), "occurTime": isPast ? .text(sent) : nil,
      "email": email.value["headers"],
    ])
  }

  /// Files what a message carries, each as an exhibit of its own that names the message; in a dry run
  /// the rules are asked, and of a message that is not there yet nothing can be named.
  private mutating func fileAttachments(
    of email: ImportedEmail, to letter: (name: String, label: String)?
  ) async throws {
    for attachment in email.value.list("attachments") {
      let hash = attachment.text("sha256")
      let name = attachment.text("fileName")
      guard (attachment.integer("sizeBytes") ?? 0) > 0 else {
        desk.note("\(name) of message \(email.number) is empty and not filed.")
        continue
      }
      let place = letter?.name ?? email.sha256
      guard attached.insert(place + " " + hash).inserted else { continue }
      let spec = spec(attachment, of: letter)
      if desk.options.dryRun {
        _ = try await desk.judgeUpload(
          spec.setting("sizeBytes", to: .text(attachment.text("sizeBytes")))
            .setting("sha256", to: .text(hash)))
        continue
      }
      let number = Int(attachment.integer("number") ?? 0)
      let file = try checked(folder.path(EmailCollector.name(email.number, number)), hash)
      _ = try await desk.upload(file, spec: spec, label: name)
    }
  }

  private func spec(
    _ attachment: PlainValue, of letter: (name: String, label: String)?
  ) -> PlainValue {
    let type = attachment.text("foundType")
    let kind: ExhibitChoice = type.hasPrefix("image/") ? .photo : .other
    let name = attachment.text("fileName")
    return .fields([
      "name": .text(dispute.name), "kind": kind.wire, "compartment": compartment.wire,
      "title": .text(name), "source": letter.map { .text("attached to \($0.label)") },
      "fileName": .text(name),
      "mediaType": .text(mediaTypes.contains(type) ? type : "application/octet-stream"),
      "attachedTo": letter.flatMap { $0.name.isEmpty ? nil : .text($0.name) },
    ])
  }
}

extension Listing {
  /// What became of each message, as a table.
  static func imported(_ emails: [ImportedEmail], _ desk: Desk) -> Listing {
    var listing = Listing([
      TableColumn("MESSAGE"), TableColumn("SENT"), TableColumn("FROM", shrinkPriority: 2),
      TableColumn("SUBJECT", shrinkPriority: 1), TableColumn("FILES"), TableColumn("ANSWERS"),
      TableColumn("EXHIBIT"), TableColumn("OUTCOME"),
    ])
    for email in emails {
      listing.add(
        email.report, id: email.exhibit,
        [
          TableCell("\(email.number)"), .past(email.value.text("sendTime"), desk.times),
          TableCell(email.value.text("headers.from")), TableCell(email.value.text("subject")),
          TableCell("\(email.value.list("attachments").count)"), TableCell(email.answers),
          TableCell(email.exhibit, style: .bold), TableCell(email.outcome),
        ])
    }
    return listing
  }
}
