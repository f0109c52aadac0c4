package import ParleyDomain
package import ParleyIntake
import ParleyStore

/// One message of a file, understood whole or refused, and where it may belong.
package struct CheckedMail: Sendable {
  package let slice: MailSlice
  /// The message, or why it was not read.
  package let outcome: Result<ReadMail, IntakeFault>
  package let text: String
  /// The likeliest first.
  package let places: [MailPlace]
  package let signs: [MailSign]

  init(
    slice: MailSlice, outcome: Result<ReadMail, IntakeFault>, text: String, places: [MailPlace],
    signs: [MailSign]
  ) {
    (self.slice, self.outcome, self.text) = (slice, outcome, text)
    (self.places, self.signs) = (places, signs)
  }

  /// A file that was refused as a whole.
  package static func refused(_ fault: IntakeFault, byteCount: Int64) -> CheckedMail {
    CheckedMail(
      slice: MailSlice(from: 0, bytes: byteCount, escaped: false), outcome: .failure(fault),
      text: "", places: [], signs: [])
  }
}

/// Where e-mails are read before anybody files them. Nothing here changes a dispute.
package final class MailRoom: Sendable {
  private let registrar: Registrar
  private let lane: IntakeLane
  private let folder: String

  /// - Parameter program: the path of `parley-intake`.
  package init(registrar: Registrar, program: String) {
    self.registrar = registrar
    folder = registrar.journal.evidence.folder
    lane = IntakeLane(program: program, folder: folder)
  }

  /// Room for a file on its way, gone when nobody holds it any more.
  package func room() throws -> IntakeContents {
    try IntakeContents(in: folder)
  }

  /// The messages of a file. Throws ``IntakeFault``.
  package func messages(of file: IntakeContents) async throws -> [MailSlice] {
    try await lane.mailbox(file.descriptor)
  }

  /// What the disputes are known by that an e-mail may belong to: the one named, which is `notFound`
  /// where the caller does not see it, or else those the caller sees.
  package func marks(of dispute: DisputeID?, for caller: Caller) async throws -> MailMarkSet {
    if let dispute {
      let sheet = try await registrar.dispute(dispute, for: caller)
      return MailMarkSet(marks: [MailMarks(sheet)], isNamed: true)
    }
    var marks: [MailMarks] = []
    var listing = DisputeListing()
    listing.limit = ServiceLimits.pageRowsMax
    var mark: PageMark?
    repeat {
      let page = try await registrar.disputes(listing, after: mark, for: caller)
      marks += page.sheets.map { MailMarks($0) }
      mark = page.next
    } while mark != nil && marks.count < ServiceLimits.mailPlacesMax
    return MailMarkSet(marks: marks, isNamed: false)
  }

  /// Reads one message. A fault is an answer like any other.
  package func read(
    _ slice: MailSlice, of file: IntakeContents, against set: MailMarkSet
  ) async -> CheckedMail {
    do {
      let mail = try await lane.message(file.descriptor, slice)
      let text = try mail.answer.text.map { try mail.contents.text($0.stretch) } ?? ""
      return CheckedMail(
        slice: slice, outcome: .success(mail), text: text,
        places: set.places(of: mail.answer.head, text: text), signs: MailSign.all(in: text))
    } catch {
      return CheckedMail(
        slice: slice, outcome: .failure(error as? IntakeFault ?? .garbage), text: "", places: [],
        signs: [])
    }
  }
}

/// The marks an e-mail is held against.
package struct MailMarkSet: Sendable {
  let marks: [MailMarks]
  /// Whether the caller named the dispute.
  let isNamed: Bool

  /// The disputes the e-mail may belong to: at most five.
  func places(of head: MailHead, text: String) -> [MailPlace] {
    let searched = String(text.prefix(ServiceLimits.mailTextCharactersMax))
    let found = marks.compactMap { mark in
      mark.place(of: head, text: searched) ?? (isNamed ? mark.named(head) : nil)
    }
    return Array(found.sorted { $0.weight > $1.weight }.prefix(5))
  }
}
