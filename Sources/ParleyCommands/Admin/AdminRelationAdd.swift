import ArgumentParser
import ParleyClient

/// Puts a relationship of a neutral on register.
struct AdminRelationAdd: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "add", "Put a relationship on register",
    examples: [
      "parley admin panel relation add members/5c1d --kind family --with 'M. Reis' "
        + "--since 2019-04-01",
      "parley admin panel relation add members/5c1d --kind counsel "
        + "--organization organizations/77ab --since 2021-01-01",
    ])

  @Argument(help: "Whose, members/ID; your own, or any for administrators.") var member: String
  @Option(help: "employment, counsel, family, financial or other.") var kind: RelationChoice
  @Option(help: "With which person or firm, by name.") var with: String?
  @Option(help: "With which organization, organizations/ID.") var organization: String?
  @Option(help: "Since which day.") var since: CalendarDay
  @Option(help: "What else is to be known of it.") var note: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The request, without its id.
  var request: PlainValue {
    .fields([
      "member": MemberName.value(member), "kind": kind.wire,
      "organization": .text(of: organization), "counterpart": .text(of: with),
      "sinceDate": since.date, "note": .text(of: note),
    ])
  }

  func perform(_ desk: Desk) async throws {
    let reply = try await desk.change(.addRelation, request)
    try desk.show(
      ChangeReport(
        "Put on register.",
        consequence: "It is searched whenever this person is nominated.", value: reply,
        id: reply.text("name")))
  }

  mutating func validate() throws {
    if (with == nil) == (organization == nil) {
      throw ValidationError("Say --with a name or --organization, and not both.")
    }
  }
}
