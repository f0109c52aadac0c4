/// Why a question got no answer.
package enum PromptError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal; whoever asks should name the flag that answers.
  case notInteractive
  /// The person pressed Ctrl-C or Ctrl-D.
  case cancelled
  /// The terminal would not stop showing what is typed, so a secret was not asked for.
  case echoStaysOn
}
