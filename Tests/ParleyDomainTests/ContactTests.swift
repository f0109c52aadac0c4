import ParleyDomain
import ParleyProfiles
import Testing

/// Rules of contact: whom they bind, what they forbid and until when; and the tone of texts.
@Suite struct ContactTests {
  /// Four hours behind UTC, as in New York in summer.
  private static let newYork = Zone(
    name: "America/New_York", initialOffsetSeconds: -4 * 3600, transitions: [])

  /// A claim that a third party collects from an individual in the United States, at ten in the
  /// morning there.
  private func bound(
    debtor: DebtorKind = .individual, collector: CollectorKind = .thirdParty,
    jurisdiction: String = "US-NY"
  ) throws -> Matter {
    var matter = try Matter.draft(
      debtor: debtor, collector: collector, jurisdiction: jurisdiction)
    matter.respondentZone = Self.newYork
    try matter.file(.fileDispute)
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    matter.now = at(matter, 1, hour: 10)
    return matter
  }

  /// So many days on, at an hour of New York.
  private func at(_ matter: Matter, _ days: Int, hour: Int, minute: Int = 0) -> Instant {
    let today = Self.newYork.date(at: matter.now)
    return Self.newYork.moment(on: today.adding(days: days), minutes: hour * 60 + minute)
  }

  private func call(
    _ matter: Matter, outcome: CallOutcome, direction: Direction = .outgoing
  ) -> Command {
    .logCall(
      CallNote(
        direction: direction, startedAt: matter.now, durationSeconds: 60, outcome: outcome))
  }

  @Test func hoursAreThoseOfTheRespondent() throws {
    var matter = try bound()
    let opens = at(matter, 0, hour: 8)
    matter.now = opens.adding(milliseconds: -1000)
    for channel in [Channel.telephone, .email, .message] {
      let refusal = try #require(matter.refusal(.sendReminder(channel)))
      guard case .unmet(.contactHours, _, let rule, let earliest, _) = refusal else {
        Issue.record("\(refusal)")
        continue
      }
      #expect(rule.hasPrefix("T4, 12 CFR 1006.6"))
      #expect(earliest == opens)
    }
    #expect(matter.refusal(.sendReminder(.letter)) == nil)
    matter.now = opens
    #expect(matter.refusal(.sendReminder(.telephone)) == nil)
    matter.now = at(matter, 0, hour: 21).adding(milliseconds: -1000)
    #expect(matter.refusal(.sendReminder(.telephone)) == nil)
    matter.now = at(matter, 0, hour: 21)
    let late = try #require(matter.refusal(.sendReminder(.email)))
    #expect(late.earliest == at(matter, 1, hour: 8))
  }

  @Test func sevenCallsInSevenDaysAndNotOneMore() throws {
    var matter = try bound()
    let first = matter.now
    for day in 0..<7 {
      matter.now = first.adding(hours: Int64(day) * 24)
      #expect(matter.refusal(.sendReminder(.telephone)) == nil)
      try matter.file(call(matter, outcome: .noAnswer))
    }
    let refusal = try #require(matter.refusal(.sendReminder(.telephone)))
    guard case .unmet(.tooManyCalls, _, let rule, let earliest, _) = refusal else {
      Issue.record("\(refusal)")
      return
    }
    #expect(rule.contains("1006.14"))
    // The first call leaves the seven days with the eighth day.
    #expect(earliest == at(matter, 1, hour: 8))
    #expect(matter.refusal(.sendReminder(.email)) == nil)
    matter.now = at(matter, 1, hour: 8)
    #expect(matter.refusal(.sendReminder(.telephone)) == nil)
  }

  @Test func aReminderByTelephoneAndTheNoteOfItAreOneCall() throws {
    var matter = try bound()
    for _ in 0..<6 { try matter.file(call(matter, outcome: .voicemail)) }
    try matter.file(.sendReminder(.telephone))
    #expect(matter.refusal(.sendReminder(.telephone)) == nil)
    try matter.file(call(matter, outcome: .noAnswer))
    #expect(matter.condition(.sendReminder(.telephone)) == .tooManyCalls)
  }

  @Test(arguments: [Direction.outgoing, .incoming])
  func afterAConversationSevenDaysPass(direction: Direction) throws {
    var matter = try bound()
    try matter.file(call(matter, outcome: .reached, direction: direction))
    let refusal = try #require(matter.refusal(.sendReminder(.telephone)))
    // The day of the conversation is the first of seven.
    #expect(refusal.earliest == at(matter, 7, hour: 8))
    #expect(matter.condition(.sendReminder(.telephone)) == .recentConversation)
    matter.now = at(matter, 6, hour: 20)
    #expect(matter.condition(.sendReminder(.telephone)) == .recentConversation)
    matter.now = at(matter, 1, hour: 8)
    #expect(matter.refusal(.sendReminder(.telephone)) == nil)
  }

  @Test func whoOptsOutOfAWayIsNotContactedThatWay() throws {
    var matter = try bound()
    try matter.file(.sendReminder(.email))
    try matter.file(
      .stateContactWishes(ContactWishes(optedOut: [.email, .telephone])), by: People.client)
    #expect(matter.condition(.sendReminder(.email)) == .channelOptedOut)
    func demand(_ channel: Channel) -> Command {
      .serveDemand(
        DemandTerms(
          amount: matter.dispute.balance, graceDays: 14, contact: .reminder(1), channel: channel))
    }
    #expect(matter.condition(demand(.email)) == .channelOptedOut)
    #expect(matter.refusal(demand(.letter)) == nil)
    try matter.file(.stateContactWishes(ContactWishes()), by: People.client)
    #expect(matter.refusal(.sendReminder(.email)) == nil)
  }

  @Test func aRequestToCeaseEndsRemindersAndNotTheDemand() throws {
    var matter = try bound()
    try matter.file(.sendReminder(.email))
    let everything = ContactWishes(optedOut: Set(Channel.allCases))
    #expect(
      matter.refusal(.stateContactWishes(everything), by: People.client)?.fields == ["channels"])
    try matter.file(.stateContactWishes(ContactWishes(ceases: true)), by: People.client)
    for channel in Channel.allCases {
      #expect(matter.condition(.sendReminder(channel)) == .contactCeased)
    }
    let verdict = matter.dispute.allowedActions(for: People.broker, given: matter.given)
      .first { $0.action == .sendReminder }
    #expect(verdict?.allowed == false)
    try matter.serve()
    #expect(matter.status == .demandServed)
  }

  @Test func wishesAreRecordedForWhoHasNoAccount() throws {
    var matter = try Matter.draft(debtor: .individual, collector: .thirdParty, jurisdiction: "US")
    try matter.file(.fileDispute)
    let letter = try matter.addExhibit(.email, direction: .incoming)
    let act = RecordedAct(side: .respondent, exhibit: letter, receivedAt: matter.now)
    try matter.file(.stateContactWishes(ContactWishes(ceases: true)), recordedFor: act)
    #expect(matter.condition(.sendReminder(.letter)) == .contactCeased)
  }

  /// Debts of businesses, and creditors who collect their own, are bound by none of it; the law of
  /// California binds these too.
  @Test func firstPartyBusinessDebtsAreNotBound() throws {
    let free: [(DebtorKind, CollectorKind, String)] = [
      (.business, .firstParty, "US-NY"), (.business, .thirdParty, "US-NY"),
      (.individual, .firstParty, "US-NY"), (.individual, .thirdParty, "PT"),
    ]
    for (debtor, collector, place) in free {
      var matter = try bound(debtor: debtor, collector: collector, jurisdiction: place)
      try matter.file(.stateContactWishes(ContactWishes(ceases: true)), by: People.client)
      for _ in 0..<9 { try matter.file(call(matter, outcome: .reached)) }
      matter.now = at(matter, 0, hour: 23)
      #expect(matter.refusal(.sendReminder(.telephone)) == nil, "\(debtor) \(collector) \(place)")
    }
    let bound = try bound(collector: .firstParty, jurisdiction: "US-CA")
    var matter = bound
    matter.now = at(matter, 0, hour: 23)
    #expect(matter.condition(.sendReminder(.telephone)) == .contactHours)
  }

  // Tone

  @Test(arguments: [
    "If you do not pay, you will be arrested.", "Pay, or  GO TO\nJAIL.",
    "We will tell your employer.", "This is a court order: pay.",
    "We\u{2019}ll seize your car tomorrow",
  ]) func aThreatIsRefusedByItsPhrase(text: String) throws {
    let matter = try Matter.filed()
    let refusal = try #require(
      matter.refusal(.sendReminder(.email), words: [Word("reminder.text", text)]))
    #expect(refusal.fields == ["text"])
    guard case .invalid(let problems) = refusal else { return }
    #expect(problems.first?.problem.contains("15 USC 1692") == true)
    let demand = Command.serveDemand(
      DemandTerms(
        amount: matter.dispute.balance, graceDays: 14, contact: .waived, channel: .letter))
    let words = [Word("demand.instructions", text), Word("demand.waiver", "Urgent")]
    #expect(matter.refusal(demand, words: words)?.fields == ["instructions"])
  }

  @Test(arguments: [
    "We have not received your payment yet. Could you let us know when to expect it?",
    "If the invoice stays unpaid we may refer the matter to counsel or to arbitration.",
    "Our chief accountant is glad to help you with the arrears.",
    "Por favor pague a fatura em atraso.",
  ]) func aCourteousTextPasses(text: String) throws {
    let matter = try Matter.filed()
    #expect(matter.refusal(.sendReminder(.email), words: [Word("reminder.text", text)]) == nil)
  }
}
