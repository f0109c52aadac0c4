import Foundation
import GRDB
import OpenSSLKit
import ParleyDomain

extension Batch {
  /// The first answer to a request that was done before; nil for a new one. Throws
  /// `Refusal.requestReused` when the id was used for something else.
  func recall(_ mark: RequestMark?, current: DocketedDispute?) throws -> Answer? {
    guard let mark,
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT * FROM request_log WHERE caller = ? AND request_id = ?"),
        arguments: [mark.caller.text, mark.id])
    else { return nil }
    let fields = try JSONDecoder().decode(
      [String: String].self, from: Data((row["fields"] as String).utf8))
    let isScrubbed = row["fields"] as String == Self.scrubbed
    guard try isScrubbed || row.digest("content") == mark.content else {
      throw Refusal.requestReused(field: differing(fields, mark.fields))
    }
    let dispute = (row["dispute"] as String?).map(DisputeID.init)
    let heads = try JSONDecoder().decode(
      [LoggedHead].self, from: Data((row["heads"] as String).utf8))
    return Answer(
      reply: row.bytes("reply"), dispute: dispute,
      heads: try heads.map { try $0.head(of: dispute) }, now: row.instant("answered_at"),
      repeated: true, current: try current ?? dispute.flatMap { try find($0)?.docketed })
  }

  /// Keeps an answer for repeats.
  mutating func remember(_ mark: RequestMark?, _ answer: Answer) throws {
    guard let mark else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let fields = String(decoding: try encoder.encode(mark.fields), as: UTF8.self)
    let heads = String(
      decoding: try encoder.encode(answer.heads.map(LoggedHead.init)), as: UTF8.self)
    try db.cachedStatement(
      sql: """
        INSERT INTO request_log
          (caller, request_id, content, fields, dispute, reply, heads, answered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      mark.caller.text, mark.id, mark.content.blob, fields, answer.dispute?.text,
      Data(answer.reply), heads, answer.now.milliseconds,
    ])
  }

  /// Forgets the requests that are older than the log goes back, some at a time.
  func forgetOldRequests() throws {
    let days = Int64(Limits.requestDaysMax)
    try db.cachedStatement(
      sql: """
        DELETE FROM request_log WHERE rowid IN
          (SELECT rowid FROM request_log WHERE answered_at < ? ORDER BY answered_at LIMIT 64)
        """
    ).execute(arguments: [now.adding(hours: -24 * days).milliseconds])
  }

  /// The first field, by its path, that is not the same in both.
  private func differing(_ first: [String: String], _ second: [String: String]) -> String {
    Set(first.keys).union(second.keys).sorted().first { first[$0] != second[$0] } ?? "request"
  }
}

/// A head as the request log keeps it.
private struct LoggedHead: Codable {
  let compartment: String
  let sequence: UInt64
  let hash: String
  let filedAt: Int64

  init(_ head: ChainHead) {
    compartment = head.compartment.code
    sequence = head.sequence
    hash = head.hash.hex
    filedAt = head.filedAt.milliseconds
  }

  func head(of dispute: DisputeID?) throws -> ChainHead {
    guard let dispute, let compartment = Compartment(code: compartment),
      let hash = SHA256Digest(hex: hash)
    else { throw JournalFault.damaged(reason: "a logged head cannot be read") }
    return ChainHead(
      dispute: dispute, compartment: compartment, sequence: sequence, hash: hash,
      filedAt: Instant(milliseconds: filedAt))
  }
}
