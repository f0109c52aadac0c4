import ArgumentParser
import ParleyClient

/// Makes a one-time code for a further device of the caller.
struct AuthCode: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "code", "Make a one-time code to sign in on another device of yours",
    examples: ["parley auth code"],
    notes: "Use it before this session ends: without one, only an administrator helps.")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue { .fields([:]) }

  func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.createSignInCode, request)
    try desk.show(SignInCode.report(reply, desk))
  }
}
