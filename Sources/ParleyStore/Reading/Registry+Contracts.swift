import GRDB
package import ParleyDomain

extension Registry {
  /// A contract on the register of an organization; nil when there is none.
  package func contract(_ organization: OrganizationID, _ number: Int) throws -> RegisteredContract?
  {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM contracts WHERE organization = ? AND number = ?"),
      arguments: [organization.text, number]
    ).map(read)
  }

  /// A page of the register of an organization, the oldest first.
  package func contracts(
    of organization: OrganizationID, after number: Int, limit: Int
  ) throws -> [RegisteredContract] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM contracts WHERE organization = ? AND number > ? ORDER BY number LIMIT ?
          """),
      arguments: [organization.text, number, limit]
    ).map(read)
  }

  /// The number of the last one on register; 0 for none.
  package func lastContract(of organization: OrganizationID) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT max(number) FROM contracts WHERE organization = ?",
      arguments: [organization.text]) ?? 0
  }

  /// The one that takes the place of a contract; nil while that is the newest.
  package func successor(
    of number: Int, _ organization: OrganizationID
  ) throws -> Int? {
    try Int.fetchOne(
      db, sql: "SELECT number FROM contracts WHERE organization = ? AND supersedes = ?",
      arguments: [organization.text, number])
  }

  private func read(_ row: Row) throws -> RegisteredContract {
    let organization: String = row["organization"]
    let number: Int = row["number"]
    let made: Int? = row["made"]
    let terms: String? = row["terms"]
    let clauses = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT clause, reference FROM contract_clauses WHERE organization = ? AND contract = ?
          ORDER BY position
          """),
      arguments: [organization, number])
    return RegisteredContract(
      organization: OrganizationID(organization), number: number,
      counterpart: row["counterpart"], form: try row.value("form"), type: try row.value("type"),
      law: row["law"], madeOn: made.map(CivilDate.init(daysSinceEpoch:)),
      terms: try terms.map(documentHash),
      clauses: try clauses.map {
        RegisteredContract.Part(clause: try $0.value("clause"), reference: $0["reference"])
      },
      supersedes: row["supersedes"], registeredBy: MemberID(row["registered_by"]),
      registeredAt: row.instant("registered_at"))
  }
}
