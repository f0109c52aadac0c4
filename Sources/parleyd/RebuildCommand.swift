import ArgumentParser
import Logging
import ParleyService

/// Makes the derived tables anew from the journal.
struct RebuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make every derived table anew from the journal.",
    discussion: """
      Example:

        parleyd rebuild --data /var/lib/parley

      The journal is the truth and is only read. Says whether anything came out differently.
      """)

  @Option(help: "The data directory.")
  var data: String

  func run() async throws {
    let registrar = try Registrar.open(at: data, zone: "UTC", log: Logger(label: "parleyd")) {
      _ in
    }
    let changed = try await registrar.rebuild()
    await registrar.close()
    print(changed == 0 ? "Rebuilt; nothing differed." : "Rebuilt; \(changed) rows differed.")
  }
}
