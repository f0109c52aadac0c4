/// What the program's terminal can do, decided once from its environment.
package struct Terminal: Sendable {
  package let environment: TerminalEnvironment
  package let color: ColorChoice
  /// Whether text beyond ASCII can be shown.
  package let isUTF8: Bool
  /// How many cells a line has: `COLUMNS`, else what the terminal says, else 80.
  package let width: Int

  package init(environment: TerminalEnvironment, color: ColorChoice = .auto) {
    self.environment = environment
    self.color = color
    let locale =
      environment.value("LC_ALL") ?? environment.value("LC_CTYPE") ?? environment.value("LANG")
    let charset = (locale ?? "").lowercased()
    isUTF8 = charset.contains("utf-8") || charset.contains("utf8")
    let stated = environment.value("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = stated ?? environment.columns ?? 80
  }

  /// Whether a stream is a terminal.
  package func isTerminal(_ stream: StandardStream) -> Bool {
    environment.terminals.contains(stream)
  }

  /// Whether a person is there to answer: input and output are both terminals.
  package var isInteractive: Bool { isTerminal(.input) && isTerminal(.output) }

  /// Whether to paint on a stream. The flag rules; then `NO_COLOR`; then `CLICOLOR_FORCE`, which
  /// paints even into a file; then only a terminal that is not dumb is painted on. Decided for
  /// each stream, since one of them is often a pipe.
  package func usesColor(on stream: StandardStream) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment.value("NO_COLOR") != nil { return false }
    if let forced = environment.value("CLICOLOR_FORCE"), forced != "0" { return true }
    guard isTerminal(stream), let kind = environment.value("TERM") else { return false }
    return kind != "dumb"
  }

  /// Paints, or does not, as is right for a stream.
  package func painter(for stream: StandardStream) -> Painter {
    Painter(isOn: usesColor(on: stream))
  }

  /// A mark in the form this terminal can show.
  package func text(of mark: Mark) -> String {
    isUTF8 ? mark.symbol : mark.word
  }
}
