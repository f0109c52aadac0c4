import ParleyDomain

/// The invented people of the tests.
enum People {
  static let house = OrganizationID("northgate")
  static let institution = OrganizationID("chamber")
  static let broker = Actor(
    member: MemberID("ana"), organization: house, roles: [.broker])
  static let supervisor = Actor(
    member: MemberID("sofia"), organization: house, roles: [.broker, .supervisor])
  static let principal = Actor(
    member: MemberID("ana"), organization: house, roles: [.broker, .supervisor],
    isSolePrincipal: true)
  static let client = Actor(member: MemberID("carl"), organization: nil, roles: [.client])
  static let counsel = Actor(member: MemberID("lena"), organization: nil, roles: [.counsel])
  static let mediator = Actor(member: MemberID("mira"), organization: nil, roles: [.mediator])
  static let arbitrator = Actor(
    member: MemberID("arno"), organization: nil, roles: [.arbitrator])
  static let both = Actor(
    member: MemberID("beth"), organization: nil, roles: [.mediator, .arbitrator])
  static let insider = Actor(
    member: MemberID("ines"), organization: house, roles: [.mediator, .arbitrator])
  static let administrator = Actor(
    member: MemberID("adam"), organization: institution, roles: [.administrator])
  static let auditor = Actor(member: MemberID("olga"), organization: house, roles: [.auditor])
  static let stranger = Actor(
    member: MemberID("xeno"), organization: OrganizationID("elsewhere"),
    roles: [.broker, .supervisor, .client, .mediator, .arbitrator])

  static let all = [
    broker, supervisor, principal, client, counsel, mediator, arbitrator, both, insider,
    administrator, auditor, stranger,
  ]
}
