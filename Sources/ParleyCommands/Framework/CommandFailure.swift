/// Why a command did not do what was asked: one sentence, further lines, one next step.
struct CommandFailure: Error, Hashable, Sendable {
  let status: ExitStatus
  let sentence: String
  /// Further lines, such as each field that is wrong.
  let lines: [String]
  /// A command to run next.
  let next: String?

  init(
    _ status: ExitStatus, _ sentence: String, lines: [String] = [], next: String? = nil
  ) {
    self.status = status
    self.sentence = sentence
    self.lines = lines
    self.next = next
  }

  /// The command or its input is wrong.
  static func usage(_ sentence: String, next: String? = nil) -> CommandFailure {
    CommandFailure(.usage, sentence, next: next)
  }
}
