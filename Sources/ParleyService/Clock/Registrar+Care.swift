import ParleyStore

extension Registrar {
  /// Checks all that can be checked from disk; one line for each defect.
  package func verifyAll() throws -> [String] {
    try journal.verifyAll().map { "\($0)" }
  }

  /// How many entries stand without their words, which were erased.
  package func erasedCount() throws -> Int { try journal.erasedCount() }

  /// Computes the derived tables anew; answers how many of their rows differ from before.
  package func rebuild() async throws -> Int {
    let before = Set(try journal.dumpDerived())
    try await journal.rebuild()
    return before.symmetricDifference(try journal.dumpDerived()).count
  }
}
