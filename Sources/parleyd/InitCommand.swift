import ArgumentParser
import ParleyService

/// Founds a data directory.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Found a data directory: keys, certificate, first code.",
    discussion: """
      Example:

        parleyd init --data /var/lib/parley --host parley.example --institution "Quay Chambers"

      Prints one enrolment code for the first administrator, once. With --development the case
      clock of this directory may be moved, for ever; without it, never.
      """)

  @Option(help: "The folder to make.")
  var data: String

  @Option(
    name: .customLong("host"),
    help: "A name or address clients will use; may be given again (default localhost, 127.0.0.1).")
  var hosts: [String] = []

  @Option(help: "The institution that appoints neutrals; without one the parties agree on them.")
  var institution: String?

  @Option(help: "The first administrator's name.")
  var administrator = "Administrator"

  @Option(help: "The first administrator's address.")
  var email = "administrator@parley.example"

  @Flag(help: "Mark the directory for development: its case clock may be moved.")
  var development = false

  func run() async throws {
    let founded = try await Founding.found(
      at: data, hosts: hosts.isEmpty ? ["localhost", "127.0.0.1", "::1"] : hosts,
      institution: institution, administrator: administrator, email: email,
      forDevelopment: development)
    print("Data directory  \(data)\(development ? "  (development: the clock may be moved)" : "")")
    print("Certificate     \(founded.certificatePath)")
    print("Fingerprint     \(founded.fingerprint)")
    print("Enrolment code  \(founded.code.code)")
    print(
      "The code opens one administrator's account, once, within \(ServiceLimits.invitationDays) days."
    )
  }
}
