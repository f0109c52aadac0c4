import CLinux
import Glibc

/// What a program finds around it: variables, which streams are terminals, how wide they are.
/// A value, so that tests need no terminal.
package struct TerminalEnvironment: Sendable {
  package var variables: [String: String]
  /// The streams that are terminals.
  package var terminals: Set<StandardStream>
  /// How many cells a line has, where a terminal says so.
  package var columns: Int?

  package init(
    variables: [String: String] = [:], terminals: Set<StandardStream> = [], columns: Int? = nil
  ) {
    self.variables = variables
    self.terminals = terminals
    self.columns = columns
  }

  /// The real one, with these variables.
  package static func current(variables: [String: String]) -> TerminalEnvironment {
    let terminals = StandardStream.allCases.filter { isatty($0.rawValue) == 1 }
    var columns: Int?
    for stream in [StandardStream.output, .error] where terminals.contains(stream) {
      var size = winsize()
      if columns == nil, ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        columns = Int(size.ws_col)
      }
    }
    return TerminalEnvironment(
      variables: variables, terminals: Set(terminals), columns: columns)
  }

  /// A variable's value; nil also where it is set to nothing.
  func value(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
