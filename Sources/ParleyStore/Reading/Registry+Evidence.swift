import GRDB
package import ParleyDomain

extension Registry {
  /// What the files in these compartments of a dispute take on the disk: the same bytes in one
  /// compartment are one file.
  package func evidenceBytes(of dispute: DisputeID, in places: Set<Compartment>) throws -> Int64 {
    let codes = places.map(\.code).sorted()
    let marks = Array(repeating: "?", count: codes.count).joined(separator: ", ")
    return try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(sum(byte_count), 0) FROM
            (SELECT DISTINCT compartment, sha256, byte_count FROM exhibits
              WHERE dispute = ? AND compartment IN (\(marks)))
          """), arguments: [dispute.text] + StatementArguments(codes)) ?? 0
  }

  /// What the files take that the team of an organization sees, in all of its disputes.
  package func evidenceBytes(of organization: OrganizationID) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(sum(byte_count), 0) FROM
            (SELECT DISTINCT exhibits.dispute, exhibits.compartment, sha256, byte_count
              FROM disputes JOIN exhibits ON exhibits.dispute = disputes.id
                JOIN access ON access.viewer = ? AND access.dispute = exhibits.dispute
                  AND access.compartment = exhibits.compartment AND access.extent = 'FULL'
              WHERE disputes.organization = ?)
          """), arguments: [Viewer.organization(organization).key, organization.text]) ?? 0
  }
}
