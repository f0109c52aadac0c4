import Glibc
import TerminalKit
import Testing

struct PromptTests {
  /// Answers with prepared bytes and keeps what was asked.
  private final class Stage {
    var typed: [UInt8]
    var asked = ""

    init(_ typed: String) {
      self.typed = Array(typed.utf8)
    }

    func prompt(terminals: Set<StandardStream> = [.input, .output]) -> Prompt {
      Prompt(
        terminal: Terminal(environment: TerminalEnvironment(terminals: terminals)),
        input: TerminalInput(descriptor: -1) {
          self.typed.isEmpty ? nil : self.typed.removeFirst()
        },
        write: { self.asked += $0 })
    }
  }

  @Test(arguments: [
    ("y\n", true), ("YES\r\n", true), (" y \n", true), ("n\n", false), ("\n", false),
    ("yeah\n", false),
  ])
  func onlyYesIsYes(typed: String, expected: Bool) throws {
    let stage = Stage(typed)
    #expect(try stage.prompt().confirm("File it?") == expected)
    #expect(stage.asked == "File it? [y/N] ")
  }

  @Test(arguments: [("7k3q-m2xw\n", true), ("7k3q\n", false), ("y\n", false), ("\n", false)])
  func onlyTheWordItselfAgrees(typed: String, expected: Bool) throws {
    let stage = Stage(typed)
    #expect(try stage.prompt().confirm("This is final.", typing: "7k3q-m2xw") == expected)
    #expect(stage.asked == "This is final. Type 7k3q-m2xw to go on: ")
  }

  @Test func whatComesAfterTheAnswerIsLeft() throws {
    let stage = Stage("one\ntwo\n")
    #expect(try stage.prompt().line("First:") == "one")
    #expect(try stage.prompt().line("Second:") == "two")
  }

  @Test func theEndOfInputCancels() {
    #expect(throws: PromptError.cancelled) { try Stage("y").prompt().confirm("Go on?") }
  }

  @Test func anEndlessAnswerIsCutOff() throws {
    let stage = Stage(String(repeating: "a", count: Prompt.answerBytesMax + 10) + "\n")
    #expect(try stage.prompt().line("?").count == Prompt.answerBytesMax)
  }

  @Test(arguments: [[StandardStream.input], [.output], [.error], []])
  func nobodyIsAskedOffATerminal(terminals: [StandardStream]) {
    let stage = Stage("y\n")
    let prompt = stage.prompt(terminals: Set(terminals))
    #expect(throws: PromptError.notInteractive) { try prompt.confirm("Go on?") }
    #expect(throws: PromptError.notInteractive) { try prompt.confirm("Go on?", typing: "y") }
    #expect(throws: PromptError.notInteractive) { try prompt.line("?") }
    #expect(throws: PromptError.notInteractive) { try prompt.secret("Code:") }
    #expect(stage.asked == "")
  }

  @Test func aSecretIsNotAskedForWhereEchoCannotBeTurnedOff() {
    #expect(throws: PromptError.echoStaysOn) { try Stage("x\n").prompt().secret("Code:") }
  }
}
