import ArgumentParser

/// The service: keeps disputes and answers over gRPC.
struct ParleydCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parleyd",
    abstract: "Keep disputes and answer over gRPC.",
    discussion: """
      Example, from nothing to a running service:

        parleyd init --data /var/lib/parley --host parley.example --institution "Quay Chambers"
        parleyd serve --data /var/lib/parley

      Every option of `serve` can also stand in a file (--config) or in the environment
      (PARLEYD_LISTEN, PARLEYD_TLS_CERTIFICATE ...). A flag wins over the environment, the
      environment over the file.
      """,
    version: Version.text,
    subcommands: [InitCommand.self, ServeCommand.self, VerifyCommand.self, RebuildCommand.self])
}

/// The version that programs of this build report.
enum Version {
  static let text = "0.1.0"
}
