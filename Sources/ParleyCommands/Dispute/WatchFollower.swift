import ParleyClient
import TerminalKit

/// One run of a watch: where it stands, what ends it, how it goes on after a lost connection.
final class WatchFollower {
  /// A server that stays away so long is given up, in tries of growing distance.
  private static let triesMax = 12

  private let desk: Desk
  private let dispute: DisputeID?
  private let until: String?
  private var fromStart: Bool
  private var resumeToken = ""
  private var isReached = false
  private var tries = 0
  private var lostAt: Int64?

  init(desk: Desk, dispute: DisputeID?, until: String?, fromStart: Bool) {
    self.desk = desk
    self.dispute = dispute
    self.until = until
    self.fromStart = fromStart
  }

  /// Follows until what ends it is reached. Throws status 8 where the time is over before, and the
  /// refusal where the server does not come back.
  func follow(deadline: ContinuousClock.Instant?) async throws {
    while !isReached {
      do {
        try await once(deadline: deadline)
        if isReached { return }
        throw ServiceRefusal(code: .unavailable, message: "The service ended the watch.")
      } catch let refusal as ServiceRefusal where refusal.code == .unavailable {
        tries += 1
        guard tries <= Self.triesMax else { throw refusal }
        if lostAt == nil {
          lostAt = desk.world.now()
          desk.note("connection lost; trying again")
        }
        try await Task.sleep(for: .milliseconds(min(30_000, 250 << min(tries, 7))))
      }
      if let deadline, .now >= deadline { throw Self.pending }
    }
  }

  private func compareAll() async throws {
    try await desk.compareList()
    if let first = desk.doubts.first { throw first }
  }

  /// Whether a dispute has got there.
  func isReached(_ id: DisputeID) async throws -> Bool {
    let value = try await desk.read(id)
    guard let until else { return false }
    return switch until {
    case "settled":
      value.text("settlementState") == "SETTLEMENT_STATE_PERFORMING"
        || value.text("outcome") == "OUTCOME_SETTLED_PERFORMED"
    case "closed": value.text("stage") == "STAGE_CLOSED"
    default:
      value.text("status") == "STATUS_" + until.uppercased().replacing("-", with: "_")
    }
  }

  private func once(deadline: ContinuousClock.Instant?) async throws {
    // Before each listening: a server that was set back meanwhile would wait in silence.
    if let dispute { try await desk.checkHeads(dispute) } else { try await compareAll() }
    let isFirst = resumeToken.isEmpty
    let request = PlainValue.fields([
      "name": .text(dispute?.name ?? "disputes/-"),
      "resumeToken": isFirst ? nil : .text(resumeToken),
      "fromNow": isFirst && !fromStart ? .bool(true) : nil,
    ])
    let channel = try await desk.service()
    guard let deadline else {
      return try await channel.watch(request) { try await self.take($0) }
    }
    let watching = Watching(channel: channel, request: request, follower: self)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await watching.run()
        return true
      }
      group.addTask {
        try await Task.sleep(until: deadline, clock: .continuous)
        return false
      }
      let isOver = try await group.next() ?? true
      group.cancelAll()
      if !isOver { throw Self.pending }
    }
  }

  fileprivate func take(_ message: PlainValue) async throws -> Bool {
    let token = message.text("resumeToken")
    if !token.isEmpty { resumeToken = token }
    if let lost = lostAt {
      desk.note("back after \(desk.world.now() - lost) s, nothing missed")
      lostAt = nil
    }
    tries = 0
    if message["reset"] != nil {
      desk.note("your sight has changed; what you may see is sent again")
    }
    guard let entry = message["entry"] else { return true }
    try show(entry, message)
    guard until != nil, let dispute, try await isReached(dispute) else { return true }
    isReached = true
    let mark = desk.terminal.text(of: .done)
    if desk.output == .table {
      try desk.write("\(mark) \(until.map(ShownName.capitalised) ?? "Done").\n")
    }
    return false
  }

  private func show(_ entry: PlainValue, _ message: PlainValue) throws {
    guard desk.output == .table else {
      let text =
        desk.output == .id ? entry.text("name") : message.jsonText()
      return try desk.write(text + "\n")
    }
    let name = entry.shownDispute("name")
    let title = TerminalText.stripControls(entry.text("title"))
    let time = entry.text("fileTime")
    guard desk.terminal.isTerminal(.output) else {
      return try desk.write("\(time)\t\(name)\t\(entry.text("event"))\t\(title)\n")
    }
    let clock = Timestamp.seconds(time).map { instant in
      let civil = desk.world.zone.civil(instant)
      return "\(civil.clock):\(CivilTime.two(civil.second))"
    }
    let place = dispute == nil ? "\(name)  " : ""
    try desk.write("\(clock ?? time)  \(place)\(title)\n")
  }

  private static let pending = CommandFailure(.stillPending, "It has not come to that yet.")
}

/// Carries a watch into a task of its own. Only that task touches the follower while it runs: the
/// other one of the group sleeps.
private struct Watching: @unchecked Sendable {
  let channel: any ServiceChannel
  let request: PlainValue
  let follower: WatchFollower

  func run() async throws {
    let follower = follower
    try await channel.watch(request) { try await follower.take($0) }
  }
}
