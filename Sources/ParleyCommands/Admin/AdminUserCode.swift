import ArgumentParser
import ParleyClient

/// Makes a one-time code for somebody who has lost every session.
struct AdminUserCode: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "code", "Make a sign-in code for somebody who cannot sign in any more",
    examples: ["parley admin user code members/5c1d"],
    notes: "Whoever has the code is that person: make sure to whom you give it.")

  @Argument(help: "The person, members/ID.") var member: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue { .fields(["member": MemberName.value(member)]) }

  func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.createSignInCode, request)
    try desk.show(SignInCode.report(reply, desk))
  }
}
