import CLinux
import Glibc

/// The program: confines itself, reads one file from its standard input, answers once.
package enum Intake {
  /// What is asked.
  private enum Task {
    /// Which messages a file holds.
    case mailbox
    /// One message, whole or where it lies in the file.
    case message(from: Int64, byteCount: Int64?, isEscaped: Bool)
    /// What any other file is.
    case file
    /// What an exhibit is, and its text; filed as an e-mail or not.
    case exhibit(isMail: Bool)
  }

  /// An open file of whoever asked, for the contents.
  private static let spoolDescriptor: Int32 = 3

  /// Runs and answers the exit status: 0 with any answer, refusals too; 70 where it did not read at
  /// all because it is not confined; 64 for wrong arguments.
  package static func run(_ arguments: [String]) -> Int32 {
    do {
      let task = try task(Array(arguments.dropFirst()))
      setlocale(LC_ALL, "C.UTF-8")
      let spool = try spool()
      let shelf = try ReadingShelf()
      close_range(4, UInt32.max, 0)
      try Confinement.begin()
      LetterInReserve.arm()
      AnswerLetter.send(answer(task, shelf, spool))
      return 0
    } catch let refusal as IntakeRefusal {
      AnswerLetter.send(refusal.answer)
      return refusal.reason == .misused ? 64 : 70
    } catch {
      return 70
    }
  }

  private static func answer(_ task: Task, _ shelf: ReadingShelf, _ spool: Spool) -> AnswerValue {
    do {
      let input = try input(spool)
      switch task {
      case .mailbox:
        let slices = try MailboxReading.slices(of: input)
        return .fields([("mailbox", .list(slices.map(\.answer)))])
      case .message(let from, let byteCount, let isEscaped):
        var file = input.stretch(from: from, byteCount: byteCount ?? input.byteCount)
        let start = spool.byteCount
        if isEscaped { file = try MailboxReading.unescape(file, into: spool) }
        let message = try MessageReading(shelf: shelf, spool: spool).read(file)
        return .fields([("message", message), ("source", isEscaped ? .number(start) : nil)])
      case .file:
        return .fields([("file", try FileReading.read(input, shelf: shelf, spool: spool))])
      case .exhibit(let isMail):
        let exhibit = try ExhibitReading.read(input, isMail: isMail, shelf: shelf, spool: spool)
        return .fields([("exhibit", exhibit)])
      }
    } catch let refusal as IntakeRefusal {
      return refusal.answer
    } catch {
      return IntakeRefusal(.failed, "The file cannot be read.").answer
    }
  }

  private static func task(_ words: [String]) throws -> Task {
    switch words.first {
    case "mailbox" where words.count == 1: return .mailbox
    case "file" where words.count == 1: return .file
    case "exhibit" where words.count == 1: return .exhibit(isMail: false)
    case "exhibit" where words == ["exhibit", "mail"]: return .exhibit(isMail: true)
    case "message" where words.count == 1:
      return .message(from: 0, byteCount: nil, isEscaped: false)
    case "message" where words.count == 3 || words.count == 4 && words[3] == "escaped":
      guard let from = Int64(words[1]), let count = Int64(words[2]), from >= 0, count >= 0,
        from <= Limits.fileBytesMax, count <= Limits.fileBytesMax
      else { break }
      return .message(from: from, byteCount: count, isEscaped: words.count == 4)
    default: break
    }
    throw IntakeRefusal(
      .misused,
      "Usage: parley-intake mailbox | message [FROM BYTES [escaped]] | file | exhibit [mail], and the "
        + "file on standard input.")
  }

  /// The file that contents go to: descriptor 3, or memory where there is none.
  private static func spool() throws -> Spool {
    var state = stat()
    if fstat(spoolDescriptor, &state) == 0, state.st_mode & 0o170000 == S_IFREG {
      return Spool(descriptor: spoolDescriptor, byteCount: Int64(state.st_size))
    }
    let memory = memfd_create("contents", 0)
    guard memory >= 0, dup2(memory, spoolDescriptor) == spoolDescriptor else {
      throw IntakeRefusal(.failed, "There is no room for the contents.")
    }
    return Spool(descriptor: spoolDescriptor)
  }

  /// The standard input where it is a file; what comes through a pipe is put down first.
  private static func input(_ spool: Spool) throws -> InputFile {
    var state = stat()
    if fstat(STDIN_FILENO, &state) == 0, state.st_mode & 0o170000 == S_IFREG {
      return InputFile(descriptor: STDIN_FILENO, start: 0, end: Int64(state.st_size))
    }
    let start = spool.byteCount
    var piece = [UInt8](repeating: 0, count: Limits.pieceBytes)
    while true {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw IntakeRefusal(.failed, "The file cannot be read.") }
      if count == 0 { break }
      guard spool.byteCount - start + Int64(count) <= Limits.fileBytesMax else {
        throw IntakeRefusal(.tooLarge, "It is larger than \(Limits.fileBytesMax) bytes.")
      }
      try spool.append(Array(piece.prefix(count)))
    }
    return spool.file(from: start)
  }
}
