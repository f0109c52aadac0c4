import DocketChain
import GRDB
import OpenSSLKit
import ParleyDomain

extension Registry {
  /// Every key that receipts were ever signed with, the newest first.
  package func signingKeys() throws -> [RegisteredKey] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT keys.*, successor.endorsed_at AS retired_at
        FROM keys LEFT JOIN keys AS successor ON successor.endorser = keys.id
        """)
    let keys = try rows.map { row in
      let publicKey = try Ed25519PublicKey(raw: row.bytes("public_key"))
      let endorser: String? = row["endorser"]
      return RegisteredKey(
        publicKey: publicKey, usedFrom: row.instant("recorded_at"),
        usedUntil: row.instantIfAny("retired_at"),
        endorsement: endorser.map { endorser in
          KeyEndorsement(
            endorser: endorser, successor: publicKey,
            endorsedAt: UInt64(clamping: row["endorsed_at"] as Int64),
            signature: row.bytes("endorsement"))
        })
    }
    return Self.inLine(keys)
  }

  /// The id of the key in use; nil where none was recorded yet.
  func signingKeyID() throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT id FROM keys
        WHERE id NOT IN (SELECT endorser FROM keys WHERE endorser IS NOT NULL)
        """)
  }

  /// Follows the line from the key in use back to the first: two rotations may fall into one
  /// millisecond.
  private static func inLine(_ keys: [RegisteredKey]) -> [RegisteredKey] {
    let byID = Dictionary(keys.map { ($0.id, $0) }) { first, _ in first }
    var line: [RegisteredKey] = []
    var next = keys.first { $0.usedUntil == nil }
    while let key = next, line.count < keys.count {
      line.append(key)
      next = key.endorsement.flatMap { byID[$0.endorser] }
    }
    return line
  }
}
