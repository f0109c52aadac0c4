import ArgumentParser
import ParleyClient
import Testing

@testable import ParleyCommands

/// Walks the whole tree: every command says what it does and shows how, and what it shows works.
@Suite struct CommandTreeTests {
  private struct Leaf {
    let path: [String]
    let type: any ParsableCommand.Type

    var examples: [String] {
      type.configuration.discussion.split(separator: "\n")
        .map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("parley ") }.map(String.init)
    }

    /// The command a line spells; nil where the line is of the same verb under another noun.
    func parse(_ line: String) throws -> (any ParsableCommand)? {
      let words = Stage.words(line)
      guard words.starts(with: path) else { return nil }
      return try type.parse(Array(words.dropFirst(path.count)))
    }
  }

  private static func leaf(of line: String) -> Leaf? {
    let words = Stage.words(line)
    return leaves().first { words.starts(with: $0.path) }
  }

  private static func leaves(
    _ type: any ParsableCommand.Type = ParleyRoot.self, _ path: [String] = []
  ) -> [Leaf] {
    let configuration = type.configuration
    let subcommands =
      configuration.ungroupedSubcommands
      + configuration.groupedSubcommands.flatMap(\.subcommands)
    if subcommands.isEmpty { return [Leaf(path: path, type: type)] }
    return subcommands.flatMap { leaves($0, path + [$0.configuration.commandName ?? ""]) }
  }

  @Test func everyCommandHasASummaryAndExamples() {
    let leaves = Self.leaves()
    #expect(leaves.count > 80)
    for leaf in leaves {
      let summary = leaf.type.configuration.abstract
      #expect((1...60).contains(summary.count), "\(leaf.path): \(summary)")
      #expect(!leaf.examples.isEmpty, "\(leaf.path) has no example")
    }
  }

  @Test func everyExampleIsACommandLineOfItsCommand() throws {
    let dispute = try #require(DisputeID("7k3q-m2xw"))
    var changes = 0
    for leaf in Self.leaves() {
      for example in leaf.examples {
        guard let command = try leaf.parse(example) else { continue }
        // What changes a dispute makes a request of the contract, whatever the server says to it.
        guard let change = command as? any DisputeChangeCommand else { continue }
        let request = try change.request(dispute)
          .setting("requestId", to: .text("x")).setting("validateOnly", to: .bool(true))
          .setting("etag", to: .text("e"))
        #expect(RequestCheck.problem(type(of: change).procedure, request) == nil, "\(example)")
        changes += 1
      }
    }
    #expect(changes > 60)
  }

  /// The verbs of neutrals stand under two nouns; their examples name one of them.
  @Test func everyExampleNamesItsCommand() {
    let leaves = Self.leaves()
    for leaf in leaves {
      let paths = leaves.filter { $0.type == leaf.type }.map(\.path)
      for example in leaf.examples {
        let words = Stage.words(example)
        #expect(paths.contains { words.starts(with: $0) }, "\(example)")
      }
    }
  }

  @Test func administratorsRequestsAreOfTheContract() throws {
    func parse<Command>(_ line: String, as type: Command.Type) throws -> Command {
      try #require(try Self.leaf(of: line)?.parse(line) as? Command)
    }
    let invite = try parse(
      "admin invite --role broker --organization organizations/d --name n --email n@d.example",
      as: AdminInvite.self)
    #expect(RequestCheck.problem(.createInvitation, invite.request) == nil)
    let add = try parse(
      "admin organization add 'Duarte Freight' --zone Europe/Lisbon", as: AdminOrganizationAdd.self)
    #expect(RequestCheck.problem(.createOrganization, add.request) == nil)
    let panel = try parse(
      "admin panel add 5c1d --seat mediator --seat arbitrator", as: AdminPanelAdd.self)
    #expect(RequestCheck.problem(.addToPanel, panel.request) == nil)
    let off = try parse("admin panel remove 5c1d", as: AdminPanelRemove.self)
    #expect(RequestCheck.problem(.removeFromPanel, off.request) == nil)
    let code = try parse("admin user code 5c1d", as: AdminUserCode.self)
    #expect(RequestCheck.problem(.createSignInCode, code.request) == nil)
    let own = try parse("auth code", as: AuthCode.self)
    #expect(RequestCheck.problem(.createSignInCode, own.request) == nil)
    let close = try parse("admin user close 5c1d", as: AdminUserClose.self)
    #expect(RequestCheck.problem(.closeMember, close.request) == nil)
    let clock = try parse("admin clock advance 15d", as: AdminClockAdvance.self)
    #expect(RequestCheck.problem(.advanceClock, clock.request) == nil)
  }

  @Test func aDraftIsARequestOfTheContract() async throws {
    let example = try #require(DraftNew.configuration.discussion.split(separator: "\n").last)
    let words = Stage.words(example.trimmingPrefix("  ").description)
    let draft = try #require(try await ParleyRoot.asyncParseAsRoot(words) as? DraftNew)
    let request = try draft.facts.request().setting("parent", to: .text("organizations/d"))
    #expect(RequestCheck.problem(.createDispute, request) == nil)
    #expect(request.text("limitationDate.year") == "2029")
  }

  @Test func everyActionHasACommandThatCanBeRun() throws {
    let dispute = try #require(DisputeID("7k3q-m2xw"))
    #expect(ActionNames.all.count > 60)
    for action in ActionNames.all where action != "ACTION_UNSPECIFIED" {
      let line = try #require(NextCommand.line(action, dispute: dispute), "\(action)")
      let leaf = try #require(Self.leaf(of: line), "\(action): \(line)")
      do {
        _ = try leaf.parse(line)
      } catch {
        #expect(leaf.type.exitCode(for: error).isSuccess, "\(action): \(line): \(error)")
      }
    }
  }
}
