import CLinux
import Glibc
import TerminalKit
import Testing

/// Secrets are typed into a real pseudo-terminal.
struct SecretTests {
  /// Both ends of a pseudo-terminal.
  private final class PseudoTerminal {
    let keyboard: Int32
    let program: Int32

    init() throws {
      var ends: (keyboard: Int32, program: Int32) = (-1, -1)
      try #require(openpty(&ends.keyboard, &ends.program, nil, nil, nil) == 0)
      (keyboard, program) = ends
    }

    deinit {
      close(program)
      close(keyboard)
    }

    var echoes: Bool {
      var settings = termios()
      tcgetattr(program, &settings)
      return settings.c_lflag & tcflag_t(ECHO) != 0
    }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      write(keyboard, bytes, bytes.count)
    }

    /// Whether the terminal has shown anything.
    var hasShownSomething: Bool {
      var waiting = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      return poll(&waiting, 1, 0) > 0
    }
  }

  /// Asks for a secret; the keys are pressed once the question stands, as a person would.
  private func ask(typing keys: String) throws -> (answer: String, wasShown: Bool) {
    let line = try PseudoTerminal()
    var pending = keys
    let terminals: Set<StandardStream> = [.input, .output]
    let prompt = Prompt(
      terminal: Terminal(environment: TerminalEnvironment(terminals: terminals)),
      input: TerminalInput(descriptor: line.program) {
        if !pending.isEmpty {
          line.type(pending)
          pending = ""
        }
        var byte: UInt8 = 0
        return read(line.program, &byte, 1) == 1 ? byte : nil
      },
      write: { _ in })
    #expect(line.echoes)
    defer { #expect(line.echoes, "the terminal must be left as it was found") }
    let answer = try prompt.secret("Enrolment code:")
    return (answer, line.hasShownSomething)
  }

  @Test func aSecretIsNotShown() throws {
    let (answer, wasShown) = try ask(typing: "QVXK-7TRM\n")
    #expect(answer == "QVXK-7TRM")
    #expect(!wasShown)
  }

  @Test func mistypingCanBeTakenBack() throws {
    #expect(try ask(typing: "abc\u{7F}\u{7F}\u{7F}\u{7F}xé\u{7F}y\r").answer == "xy")
    #expect(try ask(typing: "all wrong\u{15}right\n").answer == "right")
  }

  @Test(arguments: ["abc\u{03}", "abc\u{04}"])
  func cancellingLeavesTheTerminalAsItWas(keys: String) {
    #expect(throws: PromptError.cancelled) { try ask(typing: keys) }
  }
}
