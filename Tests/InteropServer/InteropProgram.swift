import ArgumentParser

/// Proves the transport to other implementations of gRPC: serves the test services, or plays the
/// client's part of the test cases.
@main
struct InteropProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interop-server",
    abstract: "The gRPC interoperability tests, as server or client.",
    subcommands: [ServeTests.self, CallTests.self], defaultSubcommand: ServeTests.self)
}
