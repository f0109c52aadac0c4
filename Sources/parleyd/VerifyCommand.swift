import ArgumentParser
import Logging
import ParleyService

/// Checks a data directory that no server has open.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every chain and every file of evidence.",
    discussion: """
      Example:

        parleyd verify --data /var/lib/parley

      Names each defect and ends with 1 when there is one.
      """)

  @Option(help: "The data directory.")
  var data: String

  func run() async throws {
    let registrar = try Registrar.open(at: data, zone: "UTC", log: Logger(label: "parleyd")) {
      _ in
    }
    let defects = try registrar.verifyAll()
    let erased = try registrar.erasedCount()
    await registrar.close()
    guard defects.isEmpty else {
      for defect in defects { print(defect) }
      throw ExitCode(1)
    }
    print("Every chain and every file is as it was written.")
    if erased > 0 { print("Words erased on record: \(erased) entries.") }
  }
}
