import ParleyDomain

/// What is stored about one dispute so that it can be listed, counted and woken without reading
/// its docket. A pure function of the dispute: the same dispute always has the same rows.
struct DerivedRows: Hashable, Sendable {
  /// What a viewer may see.
  struct Access: Hashable, Sendable {
    let viewer: String
    let compartment: Compartment
    let sight: Sight
  }

  /// A line of a viewer's list.
  struct View: Hashable, Sendable {
    let viewer: String
    let waiting: Set<Turn>
    let isMine: Bool
    let due: Instant?
    let changed: Instant
    let headersOnly: Bool
  }

  let status: Status
  let owner: MemberID
  /// When the clock must look at it again.
  let wakesAt: Instant?
  let changed: Instant
  let access: Set<Access>
  let views: Set<View>
  let deadlines: Set<Deadline>

  init(_ docketed: DocketedDispute) {
    let dispute = docketed.dispute
    var access: Set<Access> = []
    var views: Set<View> = []
    for (viewer, standings) in Self.viewers(of: dispute) where !standings.isEmpty {
      let visible = Self.visible(to: standings, in: docketed)
      for (compartment, sight) in visible {
        access.insert(Access(viewer: viewer.key, compartment: compartment, sight: sight))
      }
      if let view = Self.view(viewer, standings, visible, docketed) { views.insert(view) }
    }
    status = dispute.caseFile.status
    owner = dispute.caseFile.owner
    wakesAt = dispute.nextDueAt
    changed = docketed.heads.values.map(\.filedAt).max() ?? dispute.changedAt
    self.access = access
    self.views = views
    deadlines = Set(dispute.deadlines)
  }

  /// All for whom rows are kept, with what each is in the dispute.
  private static func viewers(of dispute: Dispute) -> [(Viewer, Set<Standing>)] {
    let organization = dispute.caseFile.organization
    func standings(_ member: MemberID, _ organization: OrganizationID?, _ roles: Set<Role>)
      -> Set<Standing>
    {
      dispute.standings(of: Actor(member: member, organization: organization, roles: roles))
    }
    let nobody = MemberID("")
    var viewers: [(Viewer, Set<Standing>)] = [
      (.organization(organization), standings(nobody, organization, [.broker])),
      (.administrator, standings(nobody, nil, [.administrator])),
      (.auditor(nil), standings(nobody, nil, [.auditor])),
      (.auditor(organization), standings(nobody, organization, [.auditor])),
    ]
    let seated = dispute.caseFile.people.map(\.member) + dispute.caseFile.neutrals.map(\.member)
    for member in Set(seated) {
      viewers.append((.member(member), standings(member, nil, [])))
    }
    return viewers
  }

  private static func visible(
    to standings: Set<Standing>, in docketed: DocketedDispute
  ) -> [Compartment: Sight] {
    var visible: [Compartment: Sight] = [:]
    for compartment in Compartment.all {
      let extent = sight(of: compartment, for: standings, in: docketed.dispute)
      if extent > .none { visible[compartment] = extent }
    }
    return visible
  }

  private static func view(
    _ viewer: Viewer, _ standings: Set<Standing>, _ visible: [Compartment: Sight],
    _ docketed: DocketedDispute
  ) -> View? {
    guard visible[.caseFile] != nil,
      let changed = docketed.heads.filter({ visible[$0.key] != nil }).values.map(\.filedAt).max()
    else { return nil }
    let seen = docketed.dispute.seen(with: standings)
    let deadlines = seen?.deadlines ?? []
    let waiting = turn(of: deadlines)
    return View(
      viewer: viewer.key, waiting: waiting,
      isMine: !waiting.isDisjoint(with: standings.turns),
      due: deadlines.map(\.dueAt).min(), changed: changed, headersOnly: seen == nil)
  }

  /// Whose move it is: of those a running period waits for. Where only the limitation runs, nothing
  /// else has been asked of anybody, and it is the claimant's move.
  private static func turn(of deadlines: [Deadline]) -> Set<Turn> {
    let asked = deadlines.filter { $0.kind != .limitation }
    return (asked.isEmpty ? deadlines : asked).reduce(into: []) { $0.formUnion($1.waitsOn) }
  }
}

extension Set<Standing> {
  /// As whom it can be their move.
  var turns: Set<Turn> {
    var turns: Set<Turn> = []
    for standing in self {
      switch standing {
      case .claimant, .supervisor, .claimantCounsel: turns.insert(.claimant)
      case .respondent, .respondentCounsel: turns.insert(.respondent)
      case .mediator, .mediatorNominee, .arbitrator, .arbitratorNominee: turns.insert(.neutral)
      case .administrator: turns.insert(.administrator)
      case .auditor, .clock: break
      }
    }
    return turns
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
