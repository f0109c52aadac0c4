extension Decision {
  mutating func actOnCounterclaim(_ command: Command) throws(Refusal) {
    switch command {
    case .fileCounterclaim(let terms): try fileCounterclaim(terms)
    case .replyCounterclaim(let reply): try replyCounterclaim(reply)
    case .withdrawCounterclaim:
      guard let counterclaim = caseFile.arbitration?.openCounterclaim else { break }
      enter(
        .counterclaimWithdrawn,
        words: words("counterclaim", numbered: "\(counterclaim.number)"))
    default: break
    }
  }

  /// Until the tribunal is constituted the respondent files it freely; later, or after having let
  /// the time to answer pass, with the claimant's consent or the arbitrator's order (T16).
  private mutating func fileCounterclaim(_ terms: CounterclaimTerms) throws(Refusal) {
    let needsLeave =
      ![.answered, .arbitratorNominated].contains(caseFile.status)
      || caseFile.arbitration?.byDefault ?? false
    if let leave = terms.leave {
      try checkProof(leave, .fileCounterclaim)
    } else if needsLeave {
      throw unmet(
        .consentMissing, .fileCounterclaim, next: NextStep(.addExhibit, by: .respondent))
    }
    let number = (caseFile.arbitration?.counterclaims.count ?? 0) + 1
    enter(
      .counterclaimFiled(terms, number: number, replyBy: end(afterDays: profile.replyDays)),
      words: words("counterclaim", numbered: "\(number)"))
  }

  /// A reply after its time is flagged, not refused, as long as evidence is taken.
  private mutating func replyCounterclaim(_ reply: CounterclaimReply) throws(Refusal) {
    guard let counterclaim = caseFile.arbitration?.openCounterclaim else { return }
    guard (reply.admitted?.minorUnits ?? 0) <= counterclaim.terms.amount.minorUnits else {
      throw .invalid([
        FieldProblem("admitted_amount", "Must not be more than the counterclaim.")
      ])
    }
    enter(
      .counterclaimReplied(reply, late: counterclaim.lapsed),
      words: words("counterclaim", numbered: "\(counterclaim.number)"))
  }

  /// What an award says of the counterclaim: all of it, part of it or nothing.
  func checkCounterclaim(_ terms: AwardTerms, _ problems: inout Problems) throws(Refusal) {
    guard let counterclaim = caseFile.arbitration?.openCounterclaim else {
      problems.require(
        terms.counterclaim == nil, "counterclaim", "There is no counterclaim to decide.")
      return
    }
    guard let decision = terms.counterclaim else {
      throw unmet(.counterclaimUndecided, .issueAward)
    }
    switch decision.disposition {
    case .granted where decision.amount != counterclaim.terms.amount:
      throw .amountDiffers(
        field: "counterclaim.amount", given: decision.amount,
        expected: counterclaim.terms.amount, rule: "T19")
    case .grantedInPart:
      problems.require(
        decision.amount.minorUnits < counterclaim.terms.amount.minorUnits,
        "counterclaim.amount", "Must be less than the counterclaim.")
    default: break
    }
  }
}

extension Dispute {
  /// What can be said of an act on the counterclaim before its arguments are known.
  func checkCounterclaim(_ action: Action) throws(Refusal) {
    let open = caseFile.arbitration?.openCounterclaim
    switch action {
    case .fileCounterclaim:
      guard open == nil else { throw .alreadyExists(what: "counterclaim") }
      guard settlement.concluded == nil else { throw unmet(.settlementInForce, action) }
    case .replyCounterclaim:
      guard let open else {
        throw unmet(.noCounterclaim, action, next: NextStep(.fileCounterclaim, by: .respondent))
      }
      guard open.reply == nil else { throw .alreadyExists(what: "reply") }
    default:
      guard open != nil else {
        throw unmet(.noCounterclaim, action, next: NextStep(.fileCounterclaim, by: .respondent))
      }
    }
  }

  /// The claimant does not put an end to what is claimed from him.
  func checkNoCounterclaim(_ action: Action) throws(Refusal) {
    guard caseFile.arbitration?.openCounterclaim == nil else {
      throw unmet(
        .counterclaimOpen, action, next: NextStep(.withdrawCounterclaim, by: .respondent))
    }
  }

  /// The record is not closed before the claimant could reply.
  func checkReplyOver(_ given: Given) throws(Refusal) {
    guard caseFile.deadlines.contains(where: { $0.kind == .reply }) else { return }
    let over = openDeadline(.reply)
    guard let over, over <= given.now else {
      throw unmet(
        .replyRunning, .closeRecord, earliest: over,
        next: NextStep(.replyCounterclaim, by: .claimant))
    }
  }
}
