extension Decision {
  /// Files a request for approval in place of an act that needs a second person, and answers
  /// whether the act now waits. It does not wait while it is being carried out on an approval.
  /// The wording is kept with the request, so that what is approved is what is then done.
  mutating func holdForApproval(
    _ act: ApprovalAct, _ action: Action, by person: Actor
  ) throws(Refusal) -> Bool {
    guard !isApproved else { return false }
    try dispute.checkNoRequest(act, action)
    let number = (dispute.approvals.requests.map(\.number).max() ?? 0) + 1
    let coolsUntil =
      person.isSolePrincipal ? at.adding(hours: Int64(profile.coolingOffHours)) : nil
    enter(
      .approvalRequested(number: number, act: act, coolsUntil: coolsUntil),
      words: words.map { Word("approval.\(number).\($0.path)", $0.text) })
    return true
  }

  mutating func actOnApproval(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .grantApproval(let number): try grant(number, by: person)
    case .refuseApproval(let number):
      _ = try pending(number, .refuseApproval)
      enter(.approvalRefused(number: number), words: words("approval", numbered: "\(number)"))
    default: break
    }
  }

  private func pending(_ number: Int, _ action: Action) throws(Refusal) -> ApprovalRequest {
    guard let request = dispute.approvals.requests.first(where: { $0.number == number }) else {
      throw .notFound
    }
    guard request.step == .pending else {
      throw .lost(action, rule: LifeCycle.row(of: action)?.rule ?? "")
    }
    return request
  }

  /// A second person approves; the act is decided anew on what is true now, and done at once. An
  /// organization of one acts alone after the cooling-off.
  private mutating func grant(_ number: Int, by person: Actor) throws(Refusal) {
    let request = try pending(number, .grantApproval)
    let isOwn = request.by == person.member
    if isOwn {
      guard person.isSolePrincipal else {
        throw unmet(
          .ownApproval, .grantApproval, next: NextStep(.grantApproval, by: .supervisor))
      }
      let coolsUntil =
        request.coolsUntil ?? request.askedAt.adding(hours: Int64(profile.coolingOffHours))
      guard at >= coolsUntil else {
        throw unmet(.coolingOff, .grantApproval, earliest: coolsUntil)
      }
    }
    enter(.approvalGranted(number: number, solePrincipal: isOwn))
    let prefix = "approval.\(number)."
    words = dispute.records(in: .internal).words
      .filter { $0.key.hasPrefix(prefix) }
      .map { Word(String($0.key.dropFirst(prefix.count)), $0.value) }
      .sorted { $0.path < $1.path }
    isApproved = true
    let command = request.act.command
    try dispute.checkStage(command.action, by: [.claimant], given: given)
    try act(command, by: person)
  }
}

extension ApprovalAct {
  /// The command that was asked for.
  var command: Command {
    switch self {
    case .writeOff: .writeOff
    case .referCollections(let share): .referCollections(contingencyBasisPoints: share)
    case .referCounsel: .referCounsel
    case .changeContractForm(let form): .changeContractForm(form)
    case .makeOffer(let terms): .makeOffer(terms)
    case .acceptOffer(let number, let agreement):
      .acceptOffer(number: number, agreement: agreement)
    }
  }
}
