import ArgumentParser
import ParleyClient
import TerminalKit

/// E-mails in evidence, as a table, with their threads.
struct EmailList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "E-mails in evidence", examples: ["parley email list 7k3q-m2xw"],
    notes: """
      THREAD names the first e-mail in evidence that one goes back to by the ids in its headers. HEADERS \
      says whether the file itself bears out what was stated of them when it was filed.
      """)
  private static let columns = [
    TableColumn("EXHIBIT"),
    TableColumn("WAY"),
    TableColumn("TITLE", shrinkPriority: 1),
    TableColumn("SENT"),
    TableColumn("FILED", shrinkPriority: 3),
    TableColumn("THREAD"),
    TableColumn("HEADERS", shrinkPriority: 2),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let exhibits = try await desk.askAll(
      .listExhibits, .fields(["parent": .text(id.name), "pageSize": .whole(200)]),
      items: "exhibits")
    let emails = exhibits.filter { $0.text("kind") == "EXHIBIT_KIND_EMAIL" }
    let threads = EmailThreads(emails)
    var listing = Listing(Self.columns)
    for email in emails {
      let thread = threads.first(of: email)
      listing.add(
        email.setting("thread", to: .text(thread?.text("name") ?? "")), id: email.text("name"),
        [
          TableCell(
            email.text("label"), value: ShownName.last(email.text("name")), style: .bold),
          TableCell(ShownName.value(email.text("direction"), "DIRECTION")),
          TableCell(email.text("title")),
          .past(email.text("occurTime"), desk.times),
          .past(email.text("fileTime"), desk.times),
          TableCell(
            thread?.text("label") ?? "", value: ShownName.last(thread?.text("name") ?? "")),
          FileReadingText.headers(of: email),
        ])
    }
    try desk.show(listing)
  }
}

/// Which e-mails in evidence belong together, by the ids in their headers.
struct EmailThreads {
  /// The e-mail each one answers, by name.
  private let answered: [String: PlainValue]

  init(_ emails: [PlainValue]) {
    var byID: [String: PlainValue] = [:]
    for email in emails {
      let id = email.text("email.messageId")
      // A second copy under the same id starts no thread of its own.
      if !id.isEmpty, byID[id] == nil { byID[id] = email }
    }
    var answered: [String: PlainValue] = [:]
    for email in emails {
      let name = email.text("name")
      let referred = email.text("email.inReplyTo").split(separator: " ").reversed()
      let found = referred.compactMap { byID[String($0)] }
      answered[name] = found.first { $0.text("name") != name }
    }
    self.answered = answered
  }

  /// The e-mail a thread begins with, as far as it is in evidence; nil for one that stands alone or
  /// begins it. Ids that go round in a circle, which anybody can write, end where they began.
  func first(of email: PlainValue) -> PlainValue? {
    var seen: Set<String> = [email.text("name")]
    var found: PlainValue?
    var name = email.text("name")
    while let next = answered[name], seen.insert(next.text("name")).inserted {
      found = next
      name = next.text("name")
    }
    return found
  }
}
