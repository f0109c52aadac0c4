import ArgumentParser
import Foundation
import GRPCCore
import GRPCNGHTTP2

/// Measures the transport alone: the echo service on both of its lanes, in cleartext and over TLS, on
/// one loop, loaded by h2load; beside it nghttpd, where that is installed, with one worker and a file
/// of the same size.
struct TransportBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transport",
    abstract: "Rates of the echo service on both lanes, beside nghttpd.",
    discussion: """
      Example:

        parley-bench transport --requests 100000

      Needs h2load, and nghttpd for the comparison (Debian: nghttp2-client, nghttp2-server). Every
      figure is checked: all requests succeeded and the bytes of the answers add up. Load and server
      share the machine, so read the figures side by side, as ratios.
      """)

  @Option(help: "Requests in each measurement.")
  var requests = 50_000

  @Option(help: "Measurements of each kind; the median is shown.")
  var rounds = 3

  func validate() throws {
    guard (1_000...10_000_000).contains(requests), (1...99).contains(rounds) else {
      throw ValidationError("Give 1,000 to 10,000,000 requests and 1 to 99 rounds.")
    }
  }

  func run() async throws {
    guard let h2load = Tool.find("h2load") else {
      throw BenchFailure("h2load is not installed (Debian: nghttp2-client)")
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("transport-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let identity = try BenchIdentity.make(in: folder)
    for secured in [false, true] {
      print(secured ? "TLS" : "cleartext", "(connections × streams: requests per second)")
      try await measure(H2Load(program: h2load, folder: folder), secured ? identity : nil, folder)
    }
  }

  private func measure(_ load: H2Load, _ identity: BenchIdentity?, _ folder: URL) async throws {
    let transport = EchoServer.transport(identity: identity)
    let server = GRPCServer(transport: transport, services: [EchoService()])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.serve() }
      let port = try await transport.boundAddress.port
      let scheme = identity == nil ? "http" : "https"
      let echo = "\(scheme)://127.0.0.1:\(port)/parley.bench.Echo"
      let file = try Nghttpd.start(identity: identity, folder: folder)
      defer { file?.stop() }
      for shape in H2Load.shapes {
        var line = "  \(shape.connections) × \(shape.streams)"
        let base = try file.map { file in
          try median { try load.file("\(scheme)://127.0.0.1:\(file.port)/reply", shape, requests) }
        }
        if let base { line += "  nghttpd \(Int(base))" }
        for (name, method) in [("fast lane", "GetFast"), ("GRPCCore lane", "Get")] {
          let rate = try median { try load.call("\(echo)/\(method)", shape, requests) }
          line += "  \(name) \(Int(rate))"
          if let base { line += " (\(Int(rate / base * 100)) %)" }
        }
        print(line)
      }
      server.beginGracefulShutdown()
      try await group.waitForAll()
    }
  }

  private func median(_ measure: () throws -> Double) throws -> Double {
    let rates = try (0..<rounds).map { _ in try measure() }.sorted()
    return rates[rates.count / 2]
  }
}
