import GRDB
package import ParleyDomain

extension Registry {
  /// Exhibits whose files wait to be read: those tried least first, and of these the oldest.
  package func waitingFiles(limit: Int) throws -> [WaitingFile] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT entry, dispute, compartment, number, sha256, tries FROM file_readings
          WHERE state = 'WAITING' ORDER BY tries, entry LIMIT ?
          """), arguments: [page(limit)]
    ).map { row in
      guard let hash = DocumentHash(hex: row["sha256"]) else {
        throw JournalFault.damaged(reason: "a file to be read has no hash")
      }
      return WaitingFile(
        order: row["entry"], dispute: DisputeID(row["dispute"]),
        exhibit: ExhibitID(
          compartment: try row.compartment("compartment"), number: row["number"]),
        hash: hash, tries: row["tries"])
    }
  }

  /// What was found in the files of a dispute's exhibits.
  package func readings(of dispute: DisputeID) throws -> [ExhibitID: KeptReading] {
    var found: [ExhibitID: KeptReading] = [:]
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM file_readings WHERE dispute = ?"),
      arguments: [dispute.text])
    for row in rows {
      let exhibit = ExhibitID(
        compartment: try row.compartment("compartment"), number: row["number"])
      found[exhibit] = KeptReading(
        exhibit: exhibit, state: try row.value("state"), foundType: row["found_type"],
        reason: row["reason"], sentence: row["sentence"], isCut: row["cut"],
        hasText: row["has_text"], summary: row["summary"])
    }
    return found
  }

  /// Whether every file has been read that one of the viewers sees.
  package func areFilesRead(for viewers: [Viewer], in dispute: DisputeID?) throws -> Bool {
    let marks = "(" + Array(repeating: "?", count: viewers.count).joined(separator: ", ") + ")"
    var arguments = StatementArguments(viewers.map(\.key))
    var condition = ""
    if let dispute {
      condition = "AND file_readings.dispute = ?"
      arguments += [dispute.text]
    }
    return try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT NOT EXISTS
            (SELECT 1 FROM file_readings JOIN access
              ON access.viewer IN \(marks) AND access.dispute = file_readings.dispute
                AND access.compartment = file_readings.compartment AND access.extent = 'FULL'
              WHERE file_readings.state = 'WAITING' \(condition))
          """), arguments: arguments) ?? true
  }
}
