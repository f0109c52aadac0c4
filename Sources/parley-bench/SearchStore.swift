import Foundation
import Logging
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore

/// A store to search in: two organizations with a broker each.
struct SearchStore {
  let registrar: Registrar
  let large: Caller
  let small: Caller

  /// How many writes wait at once, so that a transaction takes many.
  private static let writesAtOnce = 256
  private static let wordsPerNote = 30

  /// Founds a store, or opens the one that is there; who may look is kept beside it.
  static func open(at path: String, folder: URL, isThere: Bool) async throws -> SearchStore {
    let kept = folder.appending(path: "tokens")
    func registrar() throws -> Registrar {
      try Registrar.open(
        at: path, zone: "UTC", log: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() },
        onFatal: { fault in print("writing has stopped: \(fault)") })
    }
    if isThere {
      let registrar = try registrar()
      let tokens = try String(contentsOf: kept, encoding: .utf8).split(separator: "\n")
      guard tokens.count == 2 else { throw BenchFailure("\(kept.path) names no callers") }
      return SearchStore(
        registrar: registrar, large: try registrar.authenticate(token: String(tokens[0])),
        small: try registrar.authenticate(token: String(tokens[1])))
    }
    let founded = try await Founding.found(
      at: path, hosts: ["localhost"], institution: nil, administrator: "Ada Quay",
      email: "ada@quay.example", forDevelopment: true)
    let registrar = try registrar()
    let first = try await registrar.enrol(code: founded.code.code, name: nil, device: "bench")
    let administrator = try registrar.authenticate(token: first.token)
    var tokens: [String] = []
    for name in ["Tideway Brokers", "Longshore Partners"] {
      let organization = try await registrar.createOrganization(name: name, by: administrator)
      let invited = try await registrar.invite(
        InvitationSpec(
          role: .broker, organization: organization.id, name: "Broker of \(name)",
          email: "broker@\(name.prefix(3).lowercased()).example"), by: administrator)
      let enrolled = try await registrar.enrol(code: invited.code, name: nil, device: "bench")
      guard let token = enrolled.token else { throw BenchFailure("no session was opened") }
      tokens.append(token)
    }
    try Data(tokens.joined(separator: "\n").utf8).write(to: kept)
    return SearchStore(
      registrar: registrar, large: try registrar.authenticate(token: tokens[0]),
      small: try registrar.authenticate(token: tokens[1]))
  }

  /// Makes the disputes and their notes: every tenth dispute is of the small organization. A dispute
  /// gets its notes one after another, as it stays in memory then; `told` hears how many there are,
  /// now and then.
  func fill(entries: Int, disputes: Int, told: (Int) -> Void) async throws {
    let drafts = try await withThrowingTaskGroup(of: (Int, DisputeID).self) { group in
      var names = [DisputeID?](repeating: nil, count: disputes)
      for number in 0..<disputes {
        if number >= Self.writesAtOnce, let (made, id) = try await group.next() {
          names[made] = id
        }
        group.addTask { (number, try await draft(number, by: number % 10 == 9 ? small : large)) }
      }
      for try await (made, id) in group { names[made] = id }
      return names.compactMap(\.self)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<entries {
        if number >= Self.writesAtOnce { try await group.next() }
        if number % 50_000 == 0, number > 0 { told(number) }
        group.addTask {
          let dispute = number * drafts.count / entries
          try await note(number, in: drafts[dispute], by: dispute % 10 == 9 ? small : large)
        }
      }
      try await group.waitForAll()
    }
  }

  private func draft(_ number: Int, by caller: Caller) async throws -> DisputeID {
    let today = Zone.utc.date(at: registrar.journal.now)
    guard let euro = Currency(code: "EUR") else { throw BenchFailure("EUR is not known") }
    let opening = DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: "PT",
      contractForm: .writtenSigned, contractType: .brokerage, clauses: [],
      items: [
        ClaimItem(
          number: 1, issued: today.adding(days: -60), due: today.adding(days: -30),
          amount: Money(minorUnits: 540_000, currency: euro))
      ],
      limitation: today.adding(days: 900))
    let words = Command.createDispute(opening).wordPaths.filter(\.isRequired).map {
      Word($0.path, "Cargo \(number)")
    }
    let answer = try await registrar.open(
      OpeningRequest(
        opening: opening,
        words: words + [
          Word("respondent.email", "due@client.example"), Word("limitation.source", "Civil Code"),
        ], repeatability: Self.request()), by: caller,
      reply: { Array($0.sheet.dispute.id.text.utf8) })
    return DisputeID(String(decoding: answer.reply, as: UTF8.self))
  }

  private func note(_ number: Int, in dispute: DisputeID, by caller: Caller) async throws {
    var chance = Chance(seed: UInt64(number))
    let text = Vocabulary.text(words: Self.wordsPerNote, &chance)
    _ = try await registrar.change(
      ChangeRequest(
        dispute: dispute,
        ask: .command(.addNote(number % 4 == 0 ? .internal : .partyPrivate(.claimant))),
        words: [Word("note.text", text)], freshness: .any, repeatability: Self.request()),
      by: caller, reply: { _ in [] })
  }

  private static func request() -> Repeatability {
    let id = UUID().uuidString.lowercased()
    return Repeatability(requestID: id, content: SHA256.hash(Array(id.utf8)), fields: [:])
  }
}
