import ParleyClient

extension Desk {
  /// Asks without changing anything.
  func ask(_ procedure: Procedure, _ request: PlainValue) async throws -> PlainValue {
    let reply = try await service().call(procedure, request)
    await compareHeads(in: reply)
    return reply
  }

  /// All pages of a list, up to `limit` elements of the member `items`.
  func askAll(
    _ procedure: Procedure, _ request: PlainValue, items: String, limit: Int = .max
  ) async throws -> [PlainValue] {
    var found: [PlainValue] = []
    var page = request
    while found.count < limit {
      let reply = try await ask(procedure, page)
      found += reply.list(items)
      let token = reply.text("nextPageToken")
      if token.isEmpty { break }
      page = request.setting("pageToken", to: .text(token))
    }
    return Array(found.prefix(limit))
  }

  /// Asks for a change: with a request id that is kept until the answer came, and receipts that
  /// are compared with those kept. With `--dry-run` nothing is changed and nothing kept.
  ///
  /// Throws `ReceiptRegression` or `ReceiptFault` where the record was found changed: the change
  /// itself is then done, but what the server shows cannot be trusted.
  func change(_ procedure: Procedure, _ request: PlainValue) async throws -> PlainValue {
    guard !options.dryRun else {
      let dry = request.setting("requestId", to: .text(PendingRequests.freshID()))
      return try await ask(procedure, dry.setting("validateOnly", to: .bool(true)))
    }
    let key = PendingRequests.key(
      server: server ?? "", member: identityKey, procedure: procedure.rawValue, request: request)
    let known = try known()
    let pending = try paths.pending.requestID(for: key, now: world.now())
    if pending.isRepeat { note("An earlier try was not answered; asking again for the same.") }
    let reply: PlainValue
    do {
      reply = try await service().call(
        procedure, request.setting("requestId", to: .text(pending.id)))
    } catch let refusal as ServiceRefusal {
      if !refusal.code.leavesOutcomeOpen { try paths.pending.settle(key) }
      throw refusal
    }
    try paths.pending.settle(key)
    noteChanged()
    try await keep(reply.list("receipts"), known: known)
    return reply
  }

  /// Notes that something was changed: what was compared before says nothing any more.
  func noteChanged() {
    hasChanged = true
    compared = []
  }
}
