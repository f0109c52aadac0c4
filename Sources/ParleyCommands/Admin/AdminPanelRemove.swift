import ArgumentParser
import ParleyClient

/// Takes somebody off the panel of neutrals.
struct AdminPanelRemove: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "remove", "Take somebody off the panel",
    examples: ["parley admin panel remove members/5c1d"])

  @Argument(help: "The person, members/ID.") var member: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue { .fields(["member": MemberName.value(member)]) }

  func perform(_ desk: Desk) async throws {
    try desk.confirm(.yesOrNo("\(member) cannot be nominated any more. Take off the panel?"))
    let reply = try await desk.change(.removeFromPanel, request)
    try desk.show(ChangeReport("Took \(member) off the panel.", value: reply, id: member))
  }
}
