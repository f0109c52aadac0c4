import Foundation

/// How the process speaks to whoever started it.
enum ParleydExit {
  /// Prints a line at once, also into a pipe.
  static func announce(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Ends the process at once, so that a supervisor starts it anew from what is on disk.
  static func afterFatalFault() -> Never {
    exit(70)
  }
}
