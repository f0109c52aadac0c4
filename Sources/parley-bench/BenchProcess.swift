import Foundation

/// Runs the `parleyd` that lies beside this program and reads what it says.
enum BenchProcess {
  /// Runs it to its end and answers the rest of the line that begins with `label`.
  static func output(_ arguments: [String], after label: String) throws -> String {
    let (process, lines) = try launched(arguments)
    let text = lines.readToEnd()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchFailure("parleyd \(arguments[0]) ended with \(process.terminationStatus)")
    }
    guard let value = value(after: label, in: text) else {
      throw BenchFailure("parleyd \(arguments[0]) did not say \(label)")
    }
    return value
  }

  /// Leaves it running and answers the rest of the line that begins with `label`, once it says it.
  static func serving(
    _ arguments: [String], after label: String
  ) throws -> (process: Process, value: String) {
    let (process, lines) = try launched(arguments)
    var text = ""
    while true {
      let more = lines.readMore()
      guard !more.isEmpty else {
        process.waitUntilExit()
        throw BenchFailure("parleyd \(arguments[0]) ended before it said \(label)")
      }
      text += more
      if text.hasSuffix("\n"), let value = value(after: label, in: text) {
        return (process, value)
      }
    }
  }

  /// What a program writes, as text.
  private struct Lines {
    let handle: FileHandle

    /// Waits for more; empty at the end.
    func readMore() -> String { String(decoding: handle.availableData, as: UTF8.self) }

    func readToEnd() -> String {
      String(decoding: handle.readDataToEndOfFile(), as: UTF8.self)
    }
  }

  private static func launched(_ arguments: [String]) throws -> (Process, Lines) {
    guard let own = Bundle.main.executableURL else {
      throw BenchFailure("this program does not know where it lies")
    }
    let program = own.deletingLastPathComponent().appending(path: "parleyd")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw BenchFailure("there is no \(program.path): build parleyd in the same configuration")
    }
    let pipe = Pipe()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, Lines(handle: pipe.fileHandleForReading))
  }

  private static func value(after label: String, in text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(label) }
      .map { $0.dropFirst(label.count).trimmingCharacters(in: .whitespaces) }
  }
}
