import GRDB
import ParleyDomain

extension Schema {
  /// Contracts as they were put on register, before any dispute. A primary table, which only grows: a
  /// hash that could be changed afterwards would show nothing.
  static func createContracts(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE contracts (
          organization TEXT NOT NULL REFERENCES organizations (id),
          number INTEGER NOT NULL CHECK (number >= 1),
          counterpart TEXT NOT NULL CHECK (length(counterpart) > 0),
          form TEXT NOT NULL CHECK (form IN (\(list(ContractForm.self)))),
          type TEXT NOT NULL CHECK (type IN (\(list(ContractType.self)))),
          law TEXT NOT NULL CHECK (length(law) > 0),
          made INTEGER,
          terms TEXT CHECK (length(terms) = 64),
          supersedes INTEGER CHECK (supersedes < number),
          registered_by TEXT NOT NULL REFERENCES members (id),
          registered_at INTEGER NOT NULL,
          PRIMARY KEY (organization, number),
          FOREIGN KEY (organization, supersedes) REFERENCES contracts (organization, number),
          CHECK (terms IS NOT NULL OR form = 'VERBAL')
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX contracts_supersedes ON contracts (organization, supersedes);

        CREATE TABLE contract_clauses (
          organization TEXT NOT NULL,
          contract INTEGER NOT NULL,
          clause TEXT NOT NULL CHECK (clause IN (\(list(Clause.self)))),
          position INTEGER NOT NULL,
          reference TEXT NOT NULL,
          PRIMARY KEY (organization, contract, clause),
          FOREIGN KEY (organization, contract) REFERENCES contracts (organization, number)
        ) STRICT, WITHOUT ROWID;
        """)
    for table in ["contracts", "contract_clauses"] {
      for act in ["UPDATE", "DELETE"] {
        try db.execute(
          sql: """
            CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
            """)
      }
    }
  }
}
