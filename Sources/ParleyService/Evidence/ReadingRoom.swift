import Foundation
import Logging
import ParleyDomain
import ParleyIntake
import ParleyStore

/// Where the files of exhibits are read after they were filed, so that their text is found, archives are
/// listed and the headers of e-mails are held against what was stated of them. One after the other, each
/// by a process of its own that is confined; a file that kills its reader costs its own text and nothing
/// else.
package final class ReadingRoom: Sendable {
  private let registrar: Registrar
  private let lane: IntakeLane
  private let program: String

  /// How often a file is tried whose reader came to harm: once more, since it may have been killed for
  /// the sake of others.
  private static let triesMax = 2
  /// How many are taken from the list at once.
  private static let pageRows = 16
  /// How soon a file is looked for where none waits.
  private static let pause = Duration.milliseconds(300)
  /// How soon it is tried again where the program cannot be started.
  private static let longPause = Duration.seconds(60)

  /// - Parameter program: the path of `parley-intake`.
  package init(registrar: Registrar, program: String) {
    self.registrar = registrar
    self.program = program
    lane = IntakeLane(program: program, folder: registrar.journal.evidence.folder)
  }

  /// Reads what waits, until cancelled; first of all has those files wait again in which an earlier reader
  /// found no text. Where the program is not there it says so once and returns:
  /// files are then not searched.
  package func run() async throws {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      registrar.log.warning(
        "parley-intake is not there: the text of files is not searched, archives are not listed, and e-mails are not checked"
      )
      return
    }
    try await registrar.journal.readAgain(before: ExhibitAnswer.readerVersion)
    while true {
      let waiting = try await registrar.files.run { [registrar] in
        try registrar.journal.read { try $0.waitingFiles(limit: Self.pageRows) }
      }
      for file in waiting { try await read(file) }
      if waiting.isEmpty { try await Task.sleep(for: Self.pause) }
    }
  }

  private func read(_ waiting: WaitingFile) async throws {
    try Task.checkCancellation()
    do {
      try await registrar.journal.record(try await reading(of: waiting))
    } catch let fault as IntakeFault {
      switch fault {
      case .busy, .unavailable:
        registrar.log.error("files cannot be read", metadata: ["fault": "\(fault.reason)"])
        try await Task.sleep(for: Self.longPause)
      case .refused(let reason, let sentence):
        try await registrar.journal.record(
          FileReading(
            order: waiting.order, state: .refused, tries: waiting.tries + 1, reason: reason,
            sentence: sentence, reader: ExhibitAnswer.readerVersion))
      case .stopped, .tookTooLong, .garbage:
        try await cameToHarm(waiting, by: fault)
      }
    } catch let fault as JournalFault where fault != .stopped {
      registrar.log.error(
        "what was read cannot be kept",
        metadata: ["dispute": "\(waiting.dispute.text)", "fault": "\(fault)"])
      try await Task.sleep(for: Self.longPause)
    }
  }

  private func cameToHarm(_ waiting: WaitingFile, by fault: IntakeFault) async throws {
    let tries = waiting.tries + 1
    let isOver = tries >= Self.triesMax
    registrar.log.warning(
      "the reader of a file came to harm",
      metadata: [
        "dispute": "\(waiting.dispute.text)", "fault": "\(fault.reason)", "again": "\(!isOver)",
      ])
    try await registrar.journal.record(
      FileReading(
        order: waiting.order, state: isOver ? .failed : .waiting, tries: tries,
        reason: fault.reason, sentence: fault.sentence, reader: ExhibitAnswer.readerVersion))
  }

  /// What there is to say of a file.
  private func reading(of waiting: WaitingFile) async throws -> FileReading {
    let dispute = try registrar.journal.dispute(waiting.dispute).dispute
    let file = try await registrar.files.run { [registrar] in
      try registrar.journal.evidence.open(
        waiting.dispute, waiting.exhibit.compartment, waiting.hash)
    }
    // One that was erased a moment ago among them; what is kept of it is dropped by the writer.
    guard let file, let exhibit = dispute.exhibit(waiting.exhibit), !exhibit.erased else {
      return FileReading(
        order: waiting.order, state: .failed, tries: waiting.tries, reason: "MISSING",
        sentence: "The file is not there.", reader: ExhibitAnswer.readerVersion)
    }
    let read = try await file.lend { [lane] descriptor in
      try await lane.exhibit(descriptor, isMail: exhibit.offer.kind == .email)
    }
    let (text, isCut) = try await registrar.files.run {
      try read.text(charactersMax: ServiceLimits.fileTextCharactersMax)
    }
    let stated = StatedHeaders(of: exhibit, in: dispute)
    let summary = FileSummary(
      differing: read.answer.message.map { stated.differing(from: MailHeaders($0.head)) } ?? [],
      archive: read.answer.archive,
      textSource: text.isEmpty ? nil : read.answer.words.flatMap { TextSource(rawValue: $0.from) },
      pageCount: read.answer.pages, silentPageCount: read.answer.silentPages)
    return FileReading(
      order: waiting.order, state: read.answer.refused == nil ? .read : .refused,
      tries: waiting.tries + 1, foundType: String(read.answer.type.prefix(200)),
      reason: read.answer.refused?.reason ?? "",
      sentence: String(read.answer.refused?.sentence.prefix(500) ?? ""), isCut: isCut,
      summary: try summary.encoded(), text: Self.plain(text), reader: read.answer.reader ?? 1)
  }

  /// The text without controls: nothing a reader answers is believed, and two of them mark what was
  /// found in it.
  private static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t"
    }
    return String(String.UnicodeScalarView(kept))
  }
}
