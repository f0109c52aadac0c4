import ArgumentParser
import Foundation
import GRPCCore
import GRPCNGHTTP2

/// Measures the transport alone: the echo service on both of its lanes, in cleartext and over TLS, on
/// one loop, loaded by h2load; beside it nghttpd, where that is installed, with one worker and a file
/// of the same size, and any other program that serves the same.
struct TransportBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transport",
    abstract: "Rates of the echo service on both lanes, side by side.",
    discussion: """
      Examples:

        parley-bench transport --requests 100000
        parley-bench transport --beside .build-nio/release/nio-echo-server

      Needs h2load, and nghttpd for the comparison (Debian: nghttp2-client, nghttp2-server). Every
      figure is checked: all requests succeeded and the bytes of the answers add up. All are measured
      in turn, round by round, so that what else the machine does falls on all alike; the median is
      shown. Load and server share the machine: read the figures side by side, as ratios.
      """)

  @Option(help: "Requests in each measurement.")
  var requests = 50_000

  @Option(help: "Measurements of each kind; the median is shown.")
  var rounds = 3

  @Option(help: "cleartext, tls, or both.")
  var over = Security.both

  @Option(help: "A program that serves /parley.bench.Echo/Get and takes echo-server's options.")
  var beside: String?

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
    let load = H2Load(program: h2load, folder: folder)
    for secured in over.rounds {
      Progress.say("\(secured ? "TLS" : "cleartext") (connections × streams: requests per second)")
      let contest = try Contest(
        identity: secured ? identity : nil, beside: beside, folder: folder)
      defer { contest.stop() }
      for shape in H2Load.shapes {
        let rates = try contest.rates(load, shape, requests: requests, rounds: rounds)
        Progress.say(line(shape, rates))
      }
      let costs = try contest.entrants.compactMap { entrant in
        try contest.processorMicroseconds(load, entrant, requests: requests).map {
          "  \(entrant.name) \(String(format: "%.1f", $0))"
        }
      }
      Progress.say("  processor time of the server for one call, µs:" + costs.joined())
    }
  }

  /// One line: each rate, and how often it is that of the last one named, where there are several.
  private func line(
    _ shape: H2Load.Shape, _ rates: [(name: String, rate: Double)]
  ) -> String {
    let base = beside == nil ? nil : rates.last?.rate
    return rates.reduce("  \(shape.connections) × \(shape.streams)") { text, entry in
      let ratio = base.map { String(format: " (%.1f×)", entry.rate / $0) } ?? ""
      return text + "  \(entry.name) \(Int(entry.rate))\(ratio)"
    }
  }
}

extension TransportBench {
  /// What the calls go over.
  enum Security: String, ExpressibleByArgument, CaseIterable {
    case cleartext, tls, both

    /// Whether each series is secured.
    var rounds: [Bool] {
      switch self {
      case .cleartext: [false]
      case .tls: [true]
      case .both: [false, true]
      }
    }
  }
}
