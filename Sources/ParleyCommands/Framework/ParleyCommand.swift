import ArgumentParser

/// A command that does something, as opposed to a noun that only groups.
protocol ParleyCommand: AsyncParsableCommand {
  var global: GlobalOptions { get }

  /// Does it. Throws `CommandFailure`, or what the client throws, which is put into words in one
  /// place.
  func perform(_ desk: Desk) async throws
}

extension CommandConfiguration {
  /// A leaf of the command tree: a summary of at most 60 characters and examples that run.
  static func leaf(
    _ name: String, _ summary: String, examples: [String], notes: String = ""
  ) -> CommandConfiguration {
    let title = examples.count == 1 ? "Example:" : "Examples:"
    let lines = examples.map { "  " + $0 }.joined(separator: "\n")
    // The parser breaks lines to the terminal's width; paragraphs stay.
    let paragraphs = notes.split(separator: "\n\n").map {
      $0.split(separator: "\n").joined(separator: " ")
    }
    let text = paragraphs.joined(separator: "\n\n")
    let discussion = (text.isEmpty ? "" : text + "\n\n") + title + "\n" + lines
    return CommandConfiguration(commandName: name, abstract: summary, discussion: discussion)
  }

  /// A noun with its verbs.
  static func noun(
    _ name: String, _ summary: String, _ verbs: [any ParsableCommand.Type]
  ) -> CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: summary, subcommands: verbs)
  }
}
