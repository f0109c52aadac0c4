import Foundation

/// A program that serves the echo service and says where.
enum EchoProcess {
  /// Starts it on a free port. Refuses where it ends or says something else.
  static func start(
    _ program: String, _ arguments: [String], identity: BenchIdentity?
  ) throws -> (process: Process, port: Int) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    let secured = identity.map { ["--tls-cert", $0.certificate, "--tls-key", $0.key] } ?? []
    process.arguments = arguments + ["--port", "0"] + secured
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.hasSuffix("\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw BenchFailure("\(program) ended before it listened") }
      text += String(decoding: more, as: UTF8.self)
    }
    guard text.hasPrefix("listening on "),
      let port = text.split(separator: ":").last.flatMap({ Int($0.dropLast()) })
    else {
      process.terminate()
      throw BenchFailure("\(program) said \(text) instead of where it listens")
    }
    return (process, port)
  }
}
