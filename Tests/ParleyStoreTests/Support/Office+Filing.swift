import OpenSSLKit
import ParleyDomain
import ParleyStore
import Testing

extension Office {
  /// A draft by the broker: 8,400.00 euro in two items, due weeks ago.
  @discardableResult
  func draft(
    _ id: DisputeID = DisputeID("7k3qm2xw"), references: [String] = ["R-1", "R-2"],
    request: RequestMark? = nil, validateOnly: Bool = false, by actor: Actor = People.broker
  ) async throws -> Answer {
    let command = Command.createDispute(try Office.opening())
    let words =
      Office.wording(command) { path in
        references.indices.first { path == "item.\($0 + 1).number" }.map { references[$0] }
      } + [Word("respondent.email", "accounts@client.example")]
    let filing = Filing(actor: actor, command: command, words: words)
    return try await journal.open(
      Opening(
        request: request, validateOnly: validateOnly, drawID: { id },
        decide: { id, registry in
          Decision(
            entries: try Dispute.open(
              id: id, filing: filing,
              given: Given(now: registry.now, zone: .utc, profile: .generic)),
            reply: { Array("\($0.entries.count) entries".utf8) })
        }))
  }

  /// Does one thing to a dispute, by the rules.
  @discardableResult
  func file(
    _ id: DisputeID, _ command: Command, by actor: Actor = People.broker,
    request: RequestMark? = nil, validateOnly: Bool = false, words: [Word] = []
  ) async throws -> Answer {
    let filing = Filing(
      actor: actor, command: command, words: Office.wording(command) { _ in nil } + words)
    return try await journal.change(
      Change(
        dispute: id, request: request, validateOnly: validateOnly,
        decide: { docketed, registry in
          Decision(
            entries: try docketed.dispute.decide(
              filing,
              given: Given(
                now: registry.now, zone: .utc, profile: .generic,
                people: Dictionary(uniqueKeysWithValues: People.all.map { ($0.member, $0) }))),
            reply: { Array("\($0.entries.count) entries".utf8) })
        }))
  }

  /// A dispute that was filed, with the respondent in it.
  @discardableResult
  func filed(_ id: DisputeID = DisputeID("7k3qm2xw")) async throws -> DisputeID {
    try await draft(id, references: ["\(id.text)-1", "\(id.text)-2"])
    try await file(id, .fileDispute)
    try await file(id, .inviteParty(.respondent, counsel: false))
    try await file(id, .joinDispute(.respondent, counsel: false), by: People.client)
    return id
  }

  /// A dispute whose demand was served: 14 days of grace are running.
  @discardableResult
  func served(_ id: DisputeID = DisputeID("7k3qm2xw")) async throws -> DisputeID {
    try await filed(id)
    try await file(id, .sendReminder(.email))
    let balance = try journal.dispute(id).dispute.balance
    try await file(
      id,
      .serveDemand(
        DemandTerms(amount: balance, graceDays: 14, contact: .reminder(1), channel: .letter)))
    return id
  }

  static func opening() throws -> DisputeOpening {
    let today = Zone.utc.date(at: TestClock.start)
    let euro = try #require(Currency(code: "EUR"))
    return DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: "PT",
      contractForm: .writtenSigned, contractType: .brokerage, clauses: [.arbitration],
      items: [540_000, 300_000].enumerated().map { index, amount in
        ClaimItem(
          number: index + 1, issued: today.adding(days: -60), due: today.adding(days: -30),
          amount: Money(minorUnits: amount, currency: euro))
      },
      limitation: today.adding(days: 900))
  }

  /// The wording a command requires.
  static func wording(_ command: Command, _ text: (String) -> String?) -> [Word] {
    var words = command.wordPaths.filter(\.isRequired)
      .map { Word($0.path, text($0.path) ?? "Text") }
    if case .createDispute = command { words.append(Word("limitation.source", "Text")) }
    return words
  }
}

extension Office {
  func lastOrder() throws -> Int64 { try journal.read { try $0.lastOrder() } }
}
