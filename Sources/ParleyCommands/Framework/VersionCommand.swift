import ArgumentParser
import ParleyClient

/// Prints the version of this program.
package struct VersionCommand: ParleyCommand {
  /// The version of this program.
  package static let version = "0.1.0"

  package static let configuration = CommandConfiguration.leaf(
    "version", "The version of this program", examples: ["parley version"])

  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func perform(_ desk: Desk) async throws {
    if desk.output == .table { return try desk.write("parley \(Self.version)\n") }
    try desk.show(Sheet(.fields(["version": .text(Self.version)]), id: Self.version))
  }
}
