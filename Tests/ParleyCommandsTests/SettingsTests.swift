import ArgumentParser
import ParleyClient
import Testing

@testable import ParleyCommands

@Suite struct SettingsTests {
  private let yaml = """
    context: duarte
    output: yaml
    contexts:
      duarte: {server: "context.example:1", identity: ines}
      other: {server: "other.example:1"}
    """

  private func settings(
    _ arguments: [String] = [], _ variables: [String: String] = [:], last: String? = nil,
    yaml: String? = nil
  ) throws -> Settings {
    try Settings(
      options: GlobalOptions.parse(arguments), variables: variables,
      file: ConfigFile.parse(yaml ?? self.yaml, path: "config.yaml"), path: "config.yaml",
      lastServer: last)
  }

  @Test func anOptionBeatsAll() throws {
    let found = try settings(["--server", "a.example:1"], ["PARLEY_SERVER": "b.example:1"])[.server]
    #expect(found == .init(value: "a.example:1", origin: .option("--server")))
  }

  @Test func aVariableBeatsTheContext() throws {
    let found = try settings([], ["PARLEY_SERVER": "b.example:1"])[.server]
    #expect(found == .init(value: "b.example:1", origin: .variable("PARLEY_SERVER")))
  }

  @Test func aContextBeatsTheLastSignIn() throws {
    let found = try settings(last: "last.example:1")[.server]
    #expect(found == .init(value: "context.example:1", origin: .context("duarte")))
    #expect(try settings(["--context", "other"])[.server]?.value == "other.example:1")
    #expect(try settings(["--context", "other"])[.identity] == nil)
  }

  @Test func theFileBeatsTheDefault() throws {
    #expect(try settings()[.output] == .init(value: "yaml", origin: .file("config.yaml")))
    #expect(try settings()[.color] == .init(value: "auto", origin: .fallback))
    #expect(try settings(last: "last.example:1", yaml: "")[.server]?.origin == .session)
  }

  @Test func aMissingContextIsRefused() {
    #expect(throws: CommandFailure.self) { try settings(["--context", "nobody"]) }
  }

  @Test(arguments: [
    "colour: auto", "output: pretty", "contexts: 5", "- a", "contexts: {a: {output: json}}", "{",
  ])
  func aFileWithAFaultIsRefused(_ text: String) {
    #expect(throws: CommandFailure.self) { try ConfigFile.parse(text, path: "config.yaml") }
  }

  @Test func theFileGoesThereAndBack() throws {
    let config = try ConfigFile.parse(yaml, path: "x")
    #expect(try ConfigFile.parse(config.yaml, path: "x") == config)
  }
}
