import TerminalKit
import Testing

struct TerminalTests {
  static let everywhere = Set(StandardStream.allCases)

  private func colors(
    _ variables: [String: String], _ color: ColorChoice = .auto,
    terminals: Set<StandardStream> = everywhere
  ) -> Bool {
    let environment = TerminalEnvironment(variables: variables, terminals: terminals)
    return Terminal(environment: environment, color: color).usesColor(on: .output)
  }

  @Test func colorIsDecidedInOrder() {
    let xterm = ["TERM": "xterm"]
    #expect(colors(xterm))
    #expect(!colors(xterm, terminals: [.error]), "the stream is a pipe")
    #expect(!colors(["TERM": "dumb"]))
    #expect(!colors([:]))
    #expect(!colors(["TERM": "xterm", "NO_COLOR": "1"]))
    #expect(colors(["TERM": "xterm", "NO_COLOR": ""]), "set to nothing counts as not set")
    #expect(colors(["CLICOLOR_FORCE": "1"], terminals: []))
    #expect(!colors(["CLICOLOR_FORCE": "0"], terminals: []))
    #expect(!colors(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(colors(["NO_COLOR": "1", "TERM": "dumb"], .always, terminals: []))
    #expect(!colors(["TERM": "xterm", "CLICOLOR_FORCE": "1"], .never))
  }

  @Test func eachStreamIsDecidedOnItsOwn() {
    let environment = TerminalEnvironment(variables: ["TERM": "xterm"], terminals: [.error])
    let terminal = Terminal(environment: environment)
    #expect(!terminal.usesColor(on: .output))
    #expect(terminal.usesColor(on: .error))
    #expect(terminal.painter(for: .output).paint("x", .red) == "x")
    #expect(terminal.painter(for: .error).paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
    #expect(terminal.painter(for: .error).paint("x", nil) == "x")
    #expect(terminal.painter(for: .error).paint("", .bold) == "")
  }

  @Test(arguments: [
    (["LANG": "pt_PT.UTF-8"], true), (["LANG": "C"], false), ([:], false),
    (["LANG": "C", "LC_CTYPE": "C.utf8"], true),
    (["LC_ALL": "C", "LC_CTYPE": "C.UTF-8"], false),
    (["LC_ALL": "", "LANG": "de_DE.utf8"], true),
  ])
  func theLocaleSaysWhetherUTF8CanBeShown(variables: [String: String], expected: Bool) {
    let terminal = Terminal(environment: TerminalEnvironment(variables: variables))
    #expect(terminal.isUTF8 == expected)
    #expect(terminal.text(of: .done) == (expected ? "✓" : "ok:"))
    #expect(terminal.text(of: .refused) == (expected ? "✗" : "error:"))
    #expect(terminal.text(of: .warning) == (expected ? "!" : "warning:"))
  }

  @Test func widthIsStatedOrMeasuredOrEighty() {
    func width(_ variables: [String: String], _ columns: Int?) -> Int {
      Terminal(environment: TerminalEnvironment(variables: variables, columns: columns)).width
    }
    #expect(width(["COLUMNS": "60"], 100) == 60)
    #expect(width(["COLUMNS": "0"], 100) == 100)
    #expect(width(["COLUMNS": "wide"], nil) == 80)
    #expect(width([:], nil) == 80)
  }

  @Test func aPersonIsThereOnlyBehindBothStreams() {
    func isInteractive(_ terminals: Set<StandardStream>) -> Bool {
      Terminal(environment: TerminalEnvironment(terminals: terminals)).isInteractive
    }
    #expect(isInteractive([.input, .output]))
    #expect(!isInteractive([.input, .error]))
    #expect(!isInteractive([.output, .error]))
  }
}
