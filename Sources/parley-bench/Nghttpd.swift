import Foundation

/// nghttpd with one worker, serving one file of the size of an echo.
final class Nghttpd {
  let port: Int
  let process: Process

  private init(port: Int, process: Process) {
    self.port = port
    self.process = process
  }

  /// Starts it; `nil` where it is not installed.
  static func start(identity: BenchIdentity?, folder: URL) throws -> Nghttpd? {
    guard let program = Tool.find("nghttpd") else { return nil }
    let reply = Data(repeating: UInt8(ascii: "x"), count: 5 + EchoService.reply.count)
    try reply.write(to: folder.appendingPathComponent("reply"))
    // It cannot choose a port by itself.
    let port = Int.random(in: 20_000..<30_000)
    let process = Process()
    process.executableURL = URL(filePath: program)
    let files = identity.map { [$0.key, $0.certificate] } ?? []
    process.arguments =
      (identity == nil ? ["--no-tls"] : [])
      + ["-n1", "-a", "127.0.0.1", "-d", folder.path, "\(port)"] + files
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.5)
    guard process.isRunning else { throw BenchFailure("nghttpd did not start on port \(port)") }
    return Nghttpd(port: port, process: process)
  }
}
