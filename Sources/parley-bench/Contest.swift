import Foundation

/// The servers that are measured side by side, each a process of its own on one loop.
final class Contest {
  struct Entrant {
    var name: String
    var url: String
    var isFile: Bool
    var process: Process
  }

  private(set) var entrants: [Entrant] = []
  private var processes: [Process] = []

  /// Starts all of them. Refuses where one does not say where it listens.
  ///
  /// - Parameters:
  ///   - identity: serve TLS with this.
  ///   - beside: another program that serves the echo service; comes last.
  ///   - folder: where files may be put.
  init(identity: BenchIdentity?, beside: String?, folder: URL) throws {
    let scheme = identity == nil ? "http" : "https"
    do {
      if let file = try Nghttpd.start(identity: identity, folder: folder) {
        processes.append(file.process)
        entrants.append(
          Entrant(
            name: "nghttpd", url: "\(scheme)://127.0.0.1:\(file.port)/reply", isFile: true,
            process: file.process))
      }
      let own = try Self.ownPath()
      let ours = try EchoProcess.start(own, ["echo-server"], identity: identity)
      processes.append(ours.process)
      let base = "\(scheme)://127.0.0.1:\(ours.port)/parley.bench.Echo"
      for (name, method) in [("fast lane", "GetFast"), ("GRPCCore lane", "Get")] {
        entrants.append(
          Entrant(name: name, url: "\(base)/\(method)", isFile: false, process: ours.process))
      }
      if let beside {
        let other = try EchoProcess.start(beside, [], identity: identity)
        processes.append(other.process)
        entrants.append(
          Entrant(
            name: URL(filePath: beside).lastPathComponent,
            url: "\(scheme)://127.0.0.1:\(other.port)/parley.bench.Echo/Get", isFile: false,
            process: other.process))
      }
    } catch {
      stop()
      throw error
    }
  }

  func stop() {
    for process in processes where process.isRunning { process.end() }
  }

  /// The median rate of each, measured in turn.
  func rates(
    _ load: H2Load, _ shape: H2Load.Shape, requests: Int, rounds: Int
  ) throws -> [(name: String, rate: Double)] {
    var measured = [[Double]](repeating: [], count: entrants.count)
    for _ in 0..<rounds {
      for (index, entrant) in entrants.enumerated() {
        measured[index].append(try measure(load, entrant, shape, requests))
      }
    }
    return zip(entrants, measured).map { ($0.name, $1.sorted()[$1.count / 2]) }
  }

  /// Processor time of the server's process for one call at the shape with most streams, which other
  /// work on the machine hardly changes.
  func processorMicroseconds(
    _ load: H2Load, _ entrant: Entrant, requests: Int
  ) throws -> Double? {
    guard let shape = H2Load.shapes.last, let before = Self.processorSeconds(entrant.process) else {
      return nil
    }
    _ = try measure(load, entrant, shape, requests)
    return Self.processorSeconds(entrant.process).map { ($0 - before) / Double(requests) * 1e6 }
  }

  private func measure(
    _ load: H2Load, _ entrant: Entrant, _ shape: H2Load.Shape, _ requests: Int
  ) throws -> Double {
    entrant.isFile
      ? try load.file(entrant.url, shape, requests) : try load.call(entrant.url, shape, requests)
  }

  /// What the threads of the process have used so far, to the nanosecond where the kernel tells.
  private static func processorSeconds(_ process: Process) -> Double? {
    let folder = "/proc/\(process.processIdentifier)/task"
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return nil
    }
    let nanoseconds = threads.compactMap { thread in
      (try? String(contentsOfFile: "\(folder)/\(thread)/schedstat", encoding: .utf8))
        .flatMap { $0.split(separator: " ").first }.flatMap { Double($0) }
    }
    return nanoseconds.isEmpty ? nil : nanoseconds.reduce(0, +) / 1e9
  }

  private static func ownPath() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }
}
