import CLinux
import Glibc

/// Asks a person. Every question throws `PromptError.notInteractive` unless standard input and
/// output are both terminals: a program that waits for an answer nobody sees hangs for ever.
package struct Prompt {
  /// Answers longer than this are cut off, so that a stuck key cannot fill the memory.
  package static let answerBytesMax = 4096

  private let terminal: Terminal
  private let input: TerminalInput
  private let write: (String) -> Void

  /// Questions go to standard error, so that they are seen even when output is captured.
  package init(
    terminal: Terminal, input: TerminalInput = .standard,
    write: @escaping (String) -> Void = { StandardStream.error.write($0) }
  ) {
    self.terminal = terminal
    self.input = input
    self.write = write
  }

  /// Asks yes or no; anything but "y" and "yes" is no.
  package func confirm(_ question: String) throws(PromptError) -> Bool {
    let answer = try line("\(question) [y/N]").lowercased()
    return answer == "y" || answer == "yes"
  }

  /// Asks for a word to be typed, such as an amount or an identifier; only exactly that word
  /// agrees.
  package func confirm(_ question: String, typing word: String) throws(PromptError) -> Bool {
    try line("\(question) Type \(word) to go on:") == word
  }

  /// Asks for a line of text; spaces around it are dropped.
  package func line(_ question: String) throws(PromptError) -> String {
    guard terminal.isInteractive else { throw .notInteractive }
    write(question + " ")
    var answer: [UInt8] = []
    while let byte = input.readByte() {
      if byte == UInt8(ascii: "\n") { return Self.trimmed(answer) }
      if answer.count < Self.answerBytesMax { answer.append(byte) }
    }
    write("\n")
    throw .cancelled
  }

  /// Asks for a secret, which is not shown while it is typed.
  ///
  /// The terminal hands over each key at once, Ctrl-C included, so there is no moment at which a
  /// signal could end the program and leave the user with a terminal that shows nothing.
  package func secret(_ question: String) throws(PromptError) -> String {
    guard terminal.isInteractive else { throw .notInteractive }
    var before = termios()
    guard tcgetattr(input.descriptor, &before) == 0 else { throw .echoStaysOn }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
    guard tcsetattr(input.descriptor, TCSAFLUSH, &silent) == 0 else { throw .echoStaysOn }
    defer {
      tcsetattr(input.descriptor, TCSAFLUSH, &before)
      write("\n")
    }
    write(question + " ")
    return try typedSecret()
  }

  private func typedSecret() throws(PromptError) -> String {
    let (interrupt, end, backspace, delete, killLine) = (3, 4, 8, 127, 21)
    var answer: [UInt8] = []
    while let byte = input.readByte() {
      switch Int(byte) {
      case interrupt, end: throw .cancelled
      case 10, 13: return Self.trimmed(answer)
      case killLine: answer = []
      case backspace, delete:
        // One character may be several bytes; those that continue one start with the bits 10.
        while let last = answer.popLast(), last & 0xc0 == 0x80 {}
      default: if answer.count < Self.answerBytesMax { answer.append(byte) }
      }
    }
    throw .cancelled
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
    let start = bytes.drop(while: isSpace)
    let text = start.reversed().drop(while: isSpace).reversed()
    return String(decoding: Array(text), as: UTF8.self)
  }
}
