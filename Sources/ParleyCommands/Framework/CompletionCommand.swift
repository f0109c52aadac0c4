import ArgumentParser
import ParleyClient

/// Prints the script by which a shell completes command lines.
struct CompletionCommand: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "completion", "Print the script by which your shell completes",
    examples: ["parley completion bash", "parley completion zsh", "parley completion fish"],
    notes: """
      It completes commands, options, choices and files. Write it where your shell looks:
      ~/.local/share/bash-completion/completions/parley, a file _parley in a folder of fpath, or
      ~/.config/fish/completions/parley.fish. Make it anew after an update.
      """)

  @Argument(help: "bash, zsh or fish.") var shell: Shell
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let script = ParleyRoot.completionScript(for: shell.kind)
    if desk.output == .table {
      return try desk.write(script.hasSuffix("\n") ? script : script + "\n")
    }
    try desk.show(
      Sheet(
        .fields(["shell": .text(shell.rawValue), "script": .text(script)]), id: shell.rawValue))
  }
}

/// The shells that can be completed for.
enum Shell: String, CaseIterable, ExpressibleByArgument, Sendable {
  case bash, zsh, fish

  fileprivate var kind: CompletionShell {
    switch self {
    case .bash: .bash
    case .zsh: .zsh
    case .fish: .fish
    }
  }
}
