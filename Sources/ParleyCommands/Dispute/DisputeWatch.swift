import ArgumentParser
import ParleyClient

/// Follows entries as they come, through lost connections.
struct DisputeWatch: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "watch", "Follow entries as they come",
    examples: [
      "parley watch 7k3q-m2xw", "parley watch 7k3q-m2xw --until settled",
      "parley watch --all -o jsonl",
    ],
    notes: "--until takes settled, closed or a status such as in-session.")

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String?
  @Flag(help: "All disputes you see.") var all = false
  @Flag(help: "From the beginning, not from now.") var fromStart = false
  @Option(help: "Stop once this is reached.") var until: String?
  @Option(help: "Stop, with status 8, after so many seconds.") var timeout: Int?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if (dispute == nil) != all { throw ValidationError("Name one dispute, or say --all.") }
    if until != nil, all { throw ValidationError("--until needs one dispute.") }
    if let timeout, timeout < 1 { throw ValidationError("--timeout is at least 1.") }
  }

  func perform(_ desk: Desk) async throws {
    let id = try dispute.map { try desk.dispute($0, binds: false) }
    let follower = WatchFollower(desk: desk, dispute: id, until: until, fromStart: fromStart)
    if let id, let until, try await follower.isReached(id) {
      return try desk.show(
        ChangeReport(
          "\(id) is \(until) already.", value: .fields(["name": .text(id.name)]), id: id.name))
    }
    if let id { desk.note("\(id). Ctrl-C to stop.") }
    guard let timeout else { return try await follower.follow(deadline: nil) }
    try await follower.follow(deadline: .now + .seconds(timeout))
  }
}
