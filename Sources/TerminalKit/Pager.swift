import Glibc

/// Shows long text a page at a time.
package struct Pager {
  private let terminal: Terminal
  private let variableNames: [String]

  /// The first of `variableNames` that is set names the pager; where none is, it is `less`.
  package init(terminal: Terminal, variableNames: [String] = ["PAGER"]) {
    self.terminal = terminal
    self.variableNames = variableNames
  }

  /// The shell command that would be run; nil where text is written directly: off a terminal, or
  /// where the variable is set to nothing or to `cat`.
  package var command: String? {
    guard terminal.isTerminal(.output) else { return nil }
    for name in variableNames {
      if let command = terminal.environment.variables[name] {
        return command.isEmpty || command == "cat" ? nil : command
      }
    }
    return "less"
  }

  /// Shows a text and answers when it was read. A reader that stops early is no failure. Where
  /// the pager cannot be started the text is written directly.
  package func show(_ text: String) -> StandardStream.WriteOutcome {
    guard let command else { return StandardStream.output.write(text) }
    let former = (pipe: signal(SIGPIPE, SIG_IGN), interrupt: signal(SIGINT, SIG_IGN))
    defer {
      signal(SIGPIPE, former.pipe)
      signal(SIGINT, former.interrupt)
    }
    guard let page = PagerProcess(command: command, variables: variables) else {
      return StandardStream.output.write(text)
    }
    let outcome = page.write(text)
    let cannotStart: Int32 = 127
    if page.wait() == cannotStart { return StandardStream.output.write(text) }
    return outcome == .readerGone ? .written : outcome
  }

  /// What the pager is started with: F ends it where the text fits one screen, R lets colours
  /// through, X leaves the text on the screen.
  private var variables: [String: String] {
    ["LESS": "FRX", "LV": "-c"].merging(terminal.environment.variables) { $1 }
  }
}
