import GRDB
import ParleyDomain

extension Journal {
  /// To be called once the entry that names a finished upload is written, or was refused. A file that
  /// no entry names is removed, so that what the rules refuse at the last moment leaves nothing.
  package func endFiling(_ declaration: UploadDeclaration, isNamed: Bool) async {
    evidence.endFiling(declaration)
    guard !isNamed else { return }
    await withCheckedContinuation { continuation in
      // On the writer no entry comes in between.
      writer.asyncWriteWithoutTransaction { [evidence] db in
        let isNeeded = try? Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS
              (SELECT 1 FROM exhibits WHERE dispute = ? AND compartment = ? AND sha256 = ?)
            """,
          arguments: [
            declaration.dispute.text, declaration.compartment.code, declaration.hash.hex,
          ])
        // Where nothing can be asked, nothing is removed.
        if isNeeded == false { try? evidence.removeUnnamed(declaration) }
        continuation.resume()
      }
    }
  }
}
