import ParleyDomain
import Testing

extension Matter {
  /// A dispute in every status, each on the way that people would take.
  static func inEachStatus() throws -> [Status: Matter] {
    let all = try early() + mediating() + arbitrating() + inCourt()
    var found: [Status: Matter] = [:]
    for matter in all { found[matter.status] = matter }
    #expect(found.count == all.count)
    return found
  }

  private func after(_ steps: (inout Matter) throws -> Void) throws -> Matter {
    var next = self
    try steps(&next)
    return next
  }

  private static func early() throws -> [Matter] {
    let filed = try filed()
    let served = try served()
    let over = try graceExpired()
    return [
      try draft(), filed, served, over, try contested(),
      try filed.after { try $0.file(.markDeficient, by: People.administrator) },
      try filed.after { try $0.file(.sendReminder(.email)) },
      try served.after {
        try $0.file(
          .respond([ItemAnswer(item: 1, kind: .admit), ItemAnswer(item: 2, kind: .admit)]),
          by: People.client)
      },
      try over.after { try $0.file(.declareImpasse) },
      try filed.after { try $0.file(.withdrawDispute(withPrejudice: true)) },
    ]
  }

  private static func mediating() throws -> [Matter] {
    let over = try graceExpired()
    let consented = try over.after { try $0.agreeToMediate() }
    let session = try inSession()
    return [
      try over.after { try $0.file(.proposeMediation) }, consented, session,
      try consented.after {
        try $0.file(.nominateNeutral(People.mediator.member), by: People.administrator)
      },
      try session.after { try $0.file(.declareMediationImpasse, by: People.mediator) },
      try session.after { try $0.file(.withdrawMediation, by: People.client) },
    ]
  }

  private static func arbitrating() throws -> [Matter] {
    let demanded = try graceExpired().after { try $0.demandArbitration() }
    let answered = try demanded.after {
      try $0.file(.answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    }
    let constituted = try constituted()
    let issued = try recordClosed().after {
      try $0.file(.issueAward($0.award()), by: People.arbitrator)
    }
    return [
      demanded, answered, constituted, issued, try recordClosed(), try awardUnpaid(),
      try demanded.after { $0.advance(days: 16) },
      try answered.after {
        try $0.file(.nominateNeutral(People.arbitrator.member), by: People.administrator)
      },
      try constituted.after {
        try $0.file(
          .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: $0.today.adding(days: 9))),
          by: People.arbitrator)
      },
      try issued.after { $0.advance(days: 22) },
    ]
  }

  private static func inCourt() throws -> [Matter] {
    let referred = try counselReferred()
    let filed = try referred.after { try $0.court(Command.recordFiling) }
    let judgment = try judgment()
    return [
      referred, filed, judgment,
      try graceExpired().after {
        try $0.file(.assessPath(.collections))
        try $0.approved(.referCollections(contingencyBasisPoints: 1_500))
      },
      try filed.after { try $0.court(Command.recordService) },
      try judgment.after { try $0.court { .recordEnforcement($0, kind: .lien) } },
      try judgment.after { try $0.pay(900_000) },
    ]
  }
}
