import ParleyDomain

/// The invented people of the tests.
enum People {
  static let house = OrganizationID("northgate")
  static let broker = Actor(member: MemberID("ana"), organization: house, roles: [.broker])
  static let supervisor = Actor(
    member: MemberID("sofia"), organization: house, roles: [.broker, .supervisor])
  static let client = Actor(member: MemberID("carl"), organization: nil, roles: [.client])
  static let mediator = Actor(member: MemberID("mira"), organization: nil, roles: [.mediator])
  static let arbitrator = Actor(
    member: MemberID("arno"), organization: nil, roles: [.arbitrator])
  static let administrator = Actor(
    member: MemberID("adam"), organization: OrganizationID("chamber"), roles: [.administrator])
  static let auditor = Actor(member: MemberID("olga"), organization: house, roles: [.auditor])
  static let stranger = Actor(
    member: MemberID("xeno"), organization: OrganizationID("elsewhere"),
    roles: [.broker, .supervisor])

  static let all = [
    broker, supervisor, client, mediator, arbitrator, administrator, auditor, stranger,
  ]
}
