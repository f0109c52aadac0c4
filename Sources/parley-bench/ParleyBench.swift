import ArgumentParser

/// The load generators and benchmark servers.
@main
struct ParleyBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley-bench",
    abstract: "Measures Parley and its transport.",
    subcommands: [
      ProductBench.self, TransportBench.self, SearchBench.self, EchoServer.self,
      LedgerReckoner.self,
    ])
}
