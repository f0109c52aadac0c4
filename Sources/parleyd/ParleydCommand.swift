import ArgumentParser

/// The keeper of disputes.
@main
struct ParleydCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parleyd",
    abstract: "Keep disputes: the service, and its data directory.",
    discussion: """
      Example:

        parleyd init --data /var/lib/parley --host parley.example --institution "Quay Chambers"
        parleyd serve --data /var/lib/parley
        parleyd verify --data /var/lib/parley
      """,
    version: Version.text,
    subcommands: [InitCommand.self, ServeCommand.self, VerifyCommand.self, RebuildCommand.self])
}

/// The version that programs of this build report.
enum Version {
  static let text = "0.1.0"
}
