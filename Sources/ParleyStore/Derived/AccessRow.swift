import ParleyDomain

/// That a viewer sees a compartment of a dispute, wholly or by its headers.
struct AccessRow: Hashable, Sendable {
  let viewer: String
  let compartment: Compartment
  let sight: Sight

  /// All of a dispute. A pure function of it.
  static func all(of dispute: Dispute) -> Set<AccessRow> {
    var rows: Set<AccessRow> = []
    for (viewer, standings) in Viewer.all(of: dispute) {
      for compartment in Compartment.all {
        let extent = ParleyDomain.sight(of: compartment, for: standings, in: dispute)
        guard extent > .none else { continue }
        rows.insert(AccessRow(viewer: viewer.key, compartment: compartment, sight: extent))
      }
    }
    return rows
  }
}

extension Viewer {
  /// All for whom rows of a dispute are kept, with what each is in it.
  static func all(of dispute: Dispute) -> [(viewer: Viewer, standings: Set<Standing>)] {
    let organization = dispute.caseFile.organization
    let nobody = MemberID("")
    var actors: [(Viewer, Actor)] = [
      (
        .organization(organization),
        Actor(member: nobody, organization: organization, roles: [.broker])
      ),
      (.administrator, Actor(member: nobody, organization: nil, roles: [.administrator])),
      (.auditor(nil), Actor(member: nobody, organization: nil, roles: [.auditor])),
      (
        .auditor(organization),
        Actor(member: nobody, organization: organization, roles: [.auditor])
      ),
    ]
    let seated = dispute.caseFile.people.map(\.member) + dispute.caseFile.neutrals.map(\.member)
    for member in Set(seated) {
      actors.append((.member(member), Actor(member: member, organization: nil, roles: [])))
    }
    return actors.map { ($0, dispute.standings(of: $1)) }.filter { !$1.isEmpty }
  }
}

extension Set<Turn> {
  /// As stored: one bit each, in the order of the enumeration.
  var bits: Int {
    Turn.allCases.enumerated().reduce(0) { contains($1.element) ? $0 | 1 << $1.offset : $0 }
  }

  init(bits: Int) {
    self = Set(Turn.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element))
  }
}
