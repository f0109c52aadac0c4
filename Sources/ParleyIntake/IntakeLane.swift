import Dispatch
import Foundation

/// Has files read by `parley-intake`: a process for each, confined, killed when it takes too long.
/// Nothing it answers is believed unchecked, for it has read what a stranger wrote.
package final class IntakeLane: Sendable {
  private let program: String
  private let folder: String
  private let queue = IntakeQueue()
  private let threads = DispatchQueue(label: "parley.intake", attributes: .concurrent)

  /// - Parameters:
  ///   - program: the path of `parley-intake`.
  ///   - folder: where contents are put; they have no names there.
  package init(program: String, folder: String) {
    (self.program, self.folder) = (program, folder)
  }

  /// The messages that an open file holds: one, or those of a mailbox.
  package func mailbox(_ file: Int32) async throws -> [MailSlice] {
    let (answer, _) = try await ask(["mailbox"], file)
    guard let slices = answer.mailbox, !slices.isEmpty else { throw IntakeFault.garbage }
    var end: Int64 = 0
    for slice in slices {
      guard slice.from >= end, slice.bytes >= 0, slice.from <= Int64.max - slice.bytes else {
        throw IntakeFault.garbage
      }
      end = slice.from + slice.bytes
    }
    return slices
  }

  /// A message of an open file, understood whole.
  package func message(_ file: Int32, _ slice: MailSlice) async throws -> ReadMail {
    let task =
      ["message", String(slice.from), String(slice.bytes)] + (slice.escaped ? ["escaped"] : [])
    let (answer, contents) = try await ask(task, file)
    guard let message = answer.message, slice.escaped == (answer.source != nil),
      message.attachments.allSatisfy({ Self.isSafe($0.name) })
    else { throw IntakeFault.garbage }
    let source = answer.source.map { Stretch(offset: $0, bytes: message.bytes) }
    try await check(contents) { contents in
      let isTrue = try message.attachments.allSatisfy {
        try contents.holds($0.stretch, sha256: $0.sha256)
      }
      let hasText = try message.text.map { try contents.holds($0.stretch) } ?? true
      let hasSource = try source.map { try contents.holds($0, sha256: message.sha256) } ?? true
      return isTrue && hasText && hasSource
    }
    return ReadMail(answer: message, contents: contents, source: source)
  }

  /// What any other open file is.
  package func file(_ file: Int32) async throws -> ReadFile {
    let (answer, contents) = try await ask(["file"], file)
    guard let found = answer.file else { throw IntakeFault.garbage }
    try await check(contents) { contents in
      try found.text.map { try contents.holds($0.stretch) } ?? true
    }
    return ReadFile(answer: found, contents: contents)
  }

  /// Everything the program may answer.
  struct Answer: Decodable {
    struct Refused: Decodable {
      let reason: String
      let sentence: String
    }

    let refused: Refused?
    let mailbox: [MailSlice]?
    let message: MailAnswer?
    let source: Int64?
    let file: FileAnswer?
    let exhibit: ExhibitAnswer?
  }

  func ask(_ task: [String], _ file: Int32) async throws -> (Answer, IntakeContents) {
    try await queue.run {
      try await onThread { [program, folder] in
        let contents = try IntakeContents(in: folder)
        let process = try IntakeProcess(
          program: program, task: task, input: file, contents: contents.descriptor)
        let bytes = try process.answer()
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(bytes)) else {
          throw IntakeFault.garbage
        }
        if let refused = answer.refused {
          let sentence = String(refused.sentence.prefix(500))
          throw ["NOT_CONFINED", "MISUSED"].contains(refused.reason)
            ? IntakeFault.unavailable(sentence: sentence)
            : IntakeFault.refused(reason: refused.reason, sentence: sentence)
        }
        return (answer, contents)
      }
    }
  }

  func check(
    _ contents: IntakeContents, _ isTrue: @escaping @Sendable (IntakeContents) throws -> Bool
  ) async throws {
    guard try await onThread({ try isTrue(contents) }) else { throw IntakeFault.garbage }
  }

  /// Whether a name is one of a file and not a way to it.
  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= Limits.nameBytesMax && !name.hasPrefix(".")
      && !name.contains("/") && !name.contains("\\")
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
  }

  private func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      threads.async { continuation.resume(with: Result { try work() }) }
    }
  }
}
