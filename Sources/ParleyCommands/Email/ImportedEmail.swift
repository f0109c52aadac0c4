import ParleyClient

/// An e-mail on its way into a dispute: what was understood of it, and what became of it.
struct ImportedEmail {
  /// As the service told it; its text shortened.
  var value: PlainValue
  /// `filed`, `there` or why not; for people and, under `outcome`, for scripts.
  var outcome = ""
  /// The exhibit it is now, or was already.
  var exhibit = ""
  /// The label of the e-mail in evidence that it answers.
  var answers = ""

  var number: Int { Int(value.integer("number") ?? 0) }
  var isUnderstood: Bool { value.text("refusal").isEmpty }
  var messageID: String { value.text("headers.messageId") }
  var sha256: String { value.text("sha256") }

  /// The ids it refers to, the nearest first.
  var referred: [String] {
    value.text("headers.inReplyTo").split(separator: " ").reversed().map(String.init)
  }

  var title: String {
    let subject = value.text("subject").trimmingSpaces
    return String((subject.isEmpty ? "E-mail without a subject" : subject).prefix(200))
  }

  /// Which way it went in this dispute, where its addresses tell.
  func direction(in dispute: DisputeID) -> String? {
    let place = value.list("places").first { $0.text("dispute") == dispute.name }
    let direction = place?.text("direction") ?? ""
    return ["DIRECTION_INCOMING", "DIRECTION_OUTGOING"].contains(direction) ? direction : nil
  }

  /// What is written for scripts.
  var report: PlainValue {
    value.setting("outcome", to: .text(outcome)).setting("exhibit", to: .text(exhibit))
      .setting("answers", to: .text(answers))
  }
}

/// Takes the answer about a file as it comes: contents go to disk, texts are shortened.
final class EmailCollector {
  private(set) var emails: [ImportedEmail] = []
  private let folder: ImportFolder
  private let progress: (Int, Int) -> Void

  /// As much of a text as is kept in memory and shown: there may be thousands of messages.
  private static let textCharactersMax = 1_000

  init(_ folder: ImportFolder, progress: @escaping (Int, Int) -> Void) {
    self.folder = folder
    self.progress = progress
  }

  func take(_ piece: EmailPiece) throws {
    switch piece {
    case .email(let value):
      let text = String(value.text("text").prefix(Self.textCharactersMax))
      emails.append(ImportedEmail(value: value.setting("text", to: .text(text))))
      progress(Int(value.integer("number") ?? 0), Int(value.integer("count") ?? 0))
    case .content(let attachment, _, let bytes):
      try folder.append(bytes, to: Self.name(emails.last?.number ?? 0, attachment))
    }
  }

  /// The file that contents of a message are in.
  static func name(_ number: Int, _ attachment: Int) -> String { "\(number)-\(attachment)" }
}
