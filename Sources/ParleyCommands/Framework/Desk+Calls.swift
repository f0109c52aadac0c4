import ParleyClient

extension Desk {
  /// Asks without changing anything.
  func ask(_ procedure: Procedure, _ request: PlainValue) async throws -> PlainValue {
    try await service().call(procedure, request)
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
  /// Throws `ReceiptRegression` where the record was found changed: the change itself is then
  /// done, but what the server shows cannot be trusted.
  func change(_ procedure: Procedure, _ request: PlainValue) async throws -> PlainValue {
    guard !options.dryRun else {
      let dry = request.setting("requestId", to: .text(PendingRequests.freshID()))
      return try await ask(procedure, dry.setting("validateOnly", to: .bool(true)))
    }
    let key = PendingRequests.key(
      server: server ?? "", member: identityKey, procedure: procedure.rawValue, request: request)
    let before = try receiptsBefore()
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
    try keep(reply.list("receipts"), before: before)
    return reply
  }

  /// The highest receipts of the dispute the command is about.
  func receiptsBefore() throws -> [String: KeptReceipt] {
    guard let subject else { return [:] }
    return try shelf.highest(of: subject.canonical)
  }

  /// Keeps receipts and throws the first regression they show.
  func keep(_ receipts: [PlainValue], before: [String: KeptReceipt]) throws {
    let kept = receipts.compactMap { KeptReceipt($0) }
    guard !kept.isEmpty else { return }
    let regressions = try shelf.take(kept, before: before)
    if let first = regressions.first { throw first }
  }
}
