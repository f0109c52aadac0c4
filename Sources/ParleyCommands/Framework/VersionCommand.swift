import ArgumentParser
import ParleyClient

/// Prints the version of this program.
struct VersionCommand: ParleyCommand {
  /// The version of this program.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration.leaf(
    "version", "The version of this program", examples: ["parley version"])

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    if desk.output == .table { return try desk.write("parley \(Self.version)\n") }
    try desk.show(Sheet(.fields(["version": .text(Self.version)]), id: Self.version))
  }
}
