import Foundation
import ParleyClient
import TerminalKit

@testable import ParleyCommands

/// A made-up world for one test: a directory, a terminal or a pipe, a clock that stands still, and a
/// scripted server at which Ines Duarte is signed in.
final class Stage {
  let channel = ScriptedChannel()
  let path: String
  var variables: [String: String]
  var terminals: Set<StandardStream> = []
  var typed = ""
  /// What the server shows of itself; nil where it cannot be reached.
  var certificate: ShownCertificate? = ShownCertificate(
    fingerprint: "ab12", expiresAt: Stage.now + 90 * 86_400)
  private(set) var output = ""
  private(set) var errors = ""

  /// Monday 23 November 2026, 12:00 in UTC.
  static let now: Int64 = 1_795_435_200

  init(isTerminal: Bool = false) throws {
    let name = "parley-commands-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    variables = [
      "HOME": path, "COLUMNS": "140", "LANG": "C.UTF-8", "PARLEY_PAGER": "", "NO_COLOR": "1",
    ]
    if isTerminal { terminals = Set(StandardStream.allCases) }
    var book = SessionBook()
    book.keep(
      SessionRecord(
        server: "localhost:8443", member: "members/ines", displayName: "Ines Duarte",
        roles: ["ROLE_BROKER"], token: "t", expireTime: "2026-11-30T00:00:00Z",
        trust: .pinned(fingerprint: "ab12")))
    try book.save(paths.sessions)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var paths: StatePaths { StatePaths(variables: variables) }

  /// Runs a command line and answers its exit status; what was written is there afterwards.
  func run(_ line: String) async -> Int32 {
    output = ""
    errors = ""
    var answers = Array(typed.utf8)[...]
    let world = World(
      environment: TerminalEnvironment(variables: variables, terminals: terminals, columns: 140),
      now: { Stage.now }, zone: .utc,
      write: { text in
        self.output += text
        return .written
      },
      writeError: { self.errors += $0 },
      input: TerminalInput(descriptor: -1) { answers.popFirst() },
      connect: { _ in self.channel },
      probe: { endpoint in
        guard let shown = self.certificate else {
          throw ServiceRefusal(
            code: .unavailable, message: "\(endpoint.server) cannot be reached: refused")
        }
        return shown
      })
    return await ParleyProgram.run(Self.words(line), world: world)
  }

  /// Splits a line as a shell does, single quotes around what holds spaces.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let finished = word { words.append(finished) }
    return words.first == "parley" ? Array(words.dropFirst()) : words
  }
}
