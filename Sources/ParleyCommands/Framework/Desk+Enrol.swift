import ParleyClient

extension Desk {
  /// Redeems a code. The request id is kept as for every write; what is kept is a digest of the
  /// content, so the code itself never reaches the disk.
  func enrol(
    _ request: PlainValue, channel: any ServiceChannel, server: String
  ) async throws -> PlainValue {
    if options.dryRun {
      let dry = request.setting("requestId", to: .text(PendingRequests.freshID()))
      return try await channel.call(.enrol, dry.setting("validateOnly", to: .bool(true)))
    }
    let key = PendingRequests.key(
      server: server, member: "enrol", procedure: Procedure.enrol.rawValue, request: request)
    let pending = try paths.pending.requestID(for: key, now: world.now())
    do {
      let reply = try await channel.call(
        .enrol, request.setting("requestId", to: .text(pending.id)))
      try paths.pending.settle(key)
      return reply
    } catch let refusal as ServiceRefusal {
      if !refusal.code.leavesOutcomeOpen { try paths.pending.settle(key) }
      throw refusal
    }
  }
}
