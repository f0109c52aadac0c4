import ParleyDomain
import Testing

@Suite struct CallTests {
  private let own = Compartment.partyPrivate(.claimant)

  private func call(
    _ matter: Matter, in place: Compartment? = nil, promised: Money? = nil, by: CivilDate? = nil,
    offer: CallOffer? = nil, recording: ExhibitID? = nil
  ) -> CallNote {
    CallNote(
      direction: .outgoing, startedAt: matter.now, durationSeconds: 240, outcome: .reached,
      compartment: place, promised: promised, promisedBy: by, zone: "Europe/Lisbon",
      recording: recording, offer: offer)
  }

  @Test func aPromiseAndAnOfferAreEntriesOfTheirOwn() throws {
    var matter = try Matter.filed()
    let note = call(
      matter, promised: try euro(50_000), by: matter.today.adding(days: 5),
      offer: CallOffer(amount: try euro(700_000), by: .respondent))
    let made = try matter.file(.logCall(note), words: [Word("call.offer", "In two parts.")])
    #expect(made.map(\.event.code) == ["CALL_LOGGED", "PROMISE_NOTED", "CALL_OFFER_NOTED"])
    #expect(made.map(\.compartment) == [own, own, own])
    guard case .callLogged(let kept, _, _) = made[0].event else {
      Issue.record("no call")
      return
    }
    #expect(kept.promised == nil && kept.offer == nil)
    #expect(!made[0].words.contains { $0.text == "In two parts." })
    #expect(made[2].words == [Word("callOffer.1.text", "In two parts.")])
    let view = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(view.records[own] == nil)
  }

  @Test func anOfferOfACallInTheCaseStandsWithTheOffers() throws {
    var matter = try Matter.filed()
    let offer = CallOffer(amount: try euro(700_000), by: .respondent)
    let made = try matter.file(.logCall(call(matter, in: .caseFile, offer: offer)))
    #expect(made.map(\.compartment) == [.caseFile, .settlement])
    // Who decides is told of no offers.
    #expect(Standing.arbitrator.isTold(of: made[0].compartment, in: matter.dispute))
    #expect(!Standing.arbitrator.isTold(of: made[1].compartment, in: matter.dispute))
  }

  @Test func aPromiseIsKeptByPaymentsInTime() throws {
    var matter = try Matter.filed()
    let due = matter.today.adding(days: 3)
    try matter.file(.logCall(call(matter, promised: try euro(50_000), by: due)))
    let noted = try #require(matter.dispute.records[own]?.promises.first)
    func state(_ day: CivilDate) -> CallPromise.State {
      matter.dispute.state(of: noted, on: day, zone: .utc)
    }
    #expect(state(due) == .open)
    #expect(state(due.adding(days: 1)) == .broken)
    try matter.pay(30_000)
    #expect(state(due) == .open)
    try matter.pay(20_000, reference: "B-2")
    #expect(state(due.adding(days: 9)) == .kept)
    try matter.file(.reversePayment(number: 2))
    #expect(state(due.adding(days: 9)) == .broken)
  }

  @Test func ofANumberNoMoreIsKeptThanTheProfileSays() throws {
    var matter = try Matter.filed()
    try matter.file(.logCall(call(matter)), words: [Word("call.number", "4711")])
    #expect(matter.profile.phoneDigits == 3)
    #expect(matter.dispute.records[own]?.words["call.1.number"] == "711")
    #expect(
      matter.refusal(.logCall(call(matter)), words: [Word("call.number", "12345")])?.fields
        == ["call.number"])
    #expect(
      matter.refusal(.logCall(call(matter)), words: [Word("call.number", "+351")])?.fields
        == ["number_ending"])
    for text in ["Rui Costa, +351 912 345 678", "(0351) 912-345-678", "912345678"] {
      #expect(
        matter.refusal(.logCall(call(matter)), words: [Word("call.participants", text)])?.fields
          == ["participants"])
    }
    #expect(
      matter.refusal(
        .logCall(call(matter)), words: [Word("call.participants", "Rui Costa, ext. 4711, 2026")])
        == nil)
  }

  @Test func aRecordingStandsWithItsNoteAndHasAConsent() throws {
    var matter = try Matter.filed()
    func offer(_ kind: ExhibitKind, in place: Compartment) throws -> ExhibitOffer {
      ExhibitOffer(
        kind: kind, compartment: place, hash: try hash("a"), byteCount: 9,
        mediaType: "audio/mpeg", items: [], madeForMediation: false,
        provenance: Provenance(consent: kind == .recording ? .allParties : nil))
    }
    try matter.file(.addExhibit(offer(.recording, in: own)))
    try matter.file(.addExhibit(offer(.other, in: own)))
    try matter.file(.addExhibit(offer(.recording, in: .caseFile)))
    func recording(_ place: Compartment, _ number: Int) -> Command {
      .logCall(
        call(matter, recording: ExhibitID(compartment: place, number: number)))
    }
    #expect(matter.refusal(recording(own, 1)) == nil)
    for wrong in [recording(own, 2), recording(.caseFile, 1), recording(own, 9)] {
      #expect(matter.refusal(wrong)?.fields == ["recording"])
    }
    // One of before, when that was not asked, does not count.
    let old = ExhibitOffer(
      kind: .recording, compartment: own, hash: try hash("b"), byteCount: 9,
      mediaType: "audio/mpeg", items: [], madeForMediation: false)
    matter.take([
      Entry(
        compartment: own, event: .exhibitAdded(old, number: 3, late: false),
        actor: People.broker.member, effectiveAt: matter.now)
    ])
    #expect(matter.condition(recording(own, 3)) == .consentBasisMissing)
  }

  @Test func whatIsOfferedIsSaidByWhomAndHowMuchOrHow() throws {
    let matter = try Matter.filed()
    let bare = CallOffer(amount: nil, by: .respondent)
    #expect(
      matter.refusal(.logCall(call(matter, offer: bare)))?.fields == ["offered_amount"])
    #expect(
      matter.refusal(
        .logCall(call(matter, offer: bare)), words: [Word("call.offer", "In parts.")]) == nil)
    #expect(
      matter.refusal(.logCall(call(matter)), words: [Word("call.offer", "In parts.")])?.fields
        == ["offered_by"])
    #expect(
      matter.refusal(.logCall(call(matter, promised: try euro(1))))?.fields == ["promised_date"])
  }

  @Test func theContactLogHasCallsMessagesRemindersAndDemands() throws {
    var matter = try Matter.served()
    try matter.file(.logCall(call(matter)))
    _ = try matter.addExhibit(.email, direction: .incoming)
    let log = matter.dispute.contacts
    #expect(
      Set(log.map(\.source)) == ["reminder 1", "demand 1", "call 1", "E-1"])
    #expect(log.filter(\.countsAsCall).map(\.source) == ["call 1"])
    let theirs = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(!theirs.contacts.contains { $0.source == "call 1" })
  }
}

extension Standing {
  fileprivate func isTold(of compartment: Compartment, in dispute: Dispute) -> Bool {
    sight(of: compartment, for: [self], in: dispute) != .none
  }
}
