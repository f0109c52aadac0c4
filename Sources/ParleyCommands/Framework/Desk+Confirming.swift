import ParleyClient
import TerminalKit

/// What a command asks before it does something.
enum Confirmation: Hashable, Sendable {
  case none
  /// It starts a clock or costs money.
  case yesOrNo(String)
  /// It binds or is final: the amount or the id must be typed.
  case typing(question: String, word: String)
}

extension Desk {
  /// Asks, unless nothing would be changed or `--yes` was given, which is said. Throws status 2
  /// where the answer is no, 64 where nobody is there to answer.
  func confirm(_ confirmation: Confirmation) throws {
    guard !options.dryRun else { return }
    let agreed: Bool
    switch confirmation {
    case .none: return
    case .yesOrNo(let question):
      if options.yes { return note("Not asked: \(question)") }
      agreed = try prompt { (prompt) throws(PromptError) in
        try prompt.confirm(question)
      }
    case .typing(let question, let word):
      if options.yes { return note("Not asked to type \(word): \(question)") }
      agreed = try prompt { (prompt) throws(PromptError) in
        try prompt.confirm(question, typing: word)
      }
    }
    guard agreed else { throw CommandFailure(.cancelled, "Cancelled; nothing was sent.") }
  }

  /// A line typed by the user. `option` is what answers instead where nobody is there.
  func line(_ question: String, option: String) throws -> String {
    try prompt(option: option) { (prompt) throws(PromptError) in
      try prompt.line(question)
    }
  }

  /// A secret: typed unseen on a terminal, else the first line of standard input.
  func secret(_ question: String) throws -> String {
    if canPrompt {
      return try prompt { (prompt) throws(PromptError) in
        try prompt.secret(question)
      }
    }
    guard !terminal.isTerminal(.input) else { throw Self.cannotAsk(option: "standard input") }
    var bytes: [UInt8] = []
    while let byte = world.input.readByte(), byte != UInt8(ascii: "\n"),
      bytes.count < Prompt.answerBytesMax
    {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self).trimmingSpaces
  }

  private var canPrompt: Bool { terminal.isInteractive && output == .table }

  private func prompt<Answer>(
    option: String = "--yes", _ ask: (Prompt) throws(PromptError) -> Answer
  ) throws -> Answer {
    guard canPrompt else { throw Self.cannotAsk(option: option) }
    let prompt = Prompt(terminal: terminal, input: world.input, write: world.writeError)
    do {
      return try ask(prompt)
    } catch PromptError.cancelled {
      throw CommandFailure(.cancelled, "Cancelled; nothing was sent.")
    } catch {
      throw Self.cannotAsk(option: option)
    }
  }

  private static func cannotAsk(option: String) -> CommandFailure {
    .usage("Nobody can be asked here: answer with \(option).")
  }
}

extension String {
  /// Without spaces and line ends around it.
  var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    return String(String(drop(while: isSpace).reversed()).drop(while: isSpace).reversed())
  }
}
