import ParleyDomain
import Testing

/// One command of each kind, with arguments that sometimes fit and sometimes do not.
struct RandomCommand {
  let matter: Matter
  let number: Int
  let money: Money
  let side: Side
  let place: Compartment
  let member: MemberID
  let digit: DocumentHash
  let items: [ItemAnswer]
  let remedy: Remedy

  init(_ matter: Matter, _ dice: inout Dice, in fixed: Compartment? = nil) throws {
    self.matter = matter
    number = Int.random(in: 0...3, using: &dice)
    let amounts: [Int64] = [0, 1, 100_000, 500_000, 840_000, .max, -5]
    let amount = amounts.randomElement(using: &dice) ?? 1
    money = Bool.random(using: &dice) ? try euro(amount) : matter.dispute.balance
    side = Side.allCases.randomElement(using: &dice) ?? .claimant
    // Those of later tenures come rarely: most disputes never have any.
    let isLater = Int.random(in: 0..<8, using: &dice) == 0
    let places = Compartment.all.filter { isLater || $0 == $0.base }
    place = fixed ?? places.randomElement(using: &dice) ?? .caseFile
    member = People.all.map(\.member).randomElement(using: &dice) ?? People.broker.member
    digit = try hash(Bool.random(using: &dice) ? "a" : "b")
    let kind = AnswerKind.allCases.randomElement(using: &dice) ?? .admit
    remedy = Remedy.allCases.randomElement(using: &dice) ?? .accelerate
    items = [ItemAnswer(item: number, kind: kind)]
  }

  /// One of each kind.
  func all() throws -> [Command] { try early + mediation + late + procedure + secrecy }

  /// Ends come rarely, so that a sequence gets somewhere.
  func pick(_ dice: inout Dice) throws -> Command {
    let commands = try all()
    #expect(Set(commands.map(\.action)) == Set(Action.allCases))
    let chosen = commands.randomElement(using: &dice) ?? .fileDispute
    let ends: Set<Action> = [.discardDraft, .withdrawDispute, .writeOff, .closeDispute]
    return ends.contains(chosen.action) && number != 1 ? .sendReminder(.email) : chosen
  }

  private var paper: ExhibitID { ExhibitID(compartment: .caseFile, number: max(1, number)) }

  private var early: [Command] {
    let day = matter.today
    let instalment = Instalment(number: 1, due: day.adding(days: number), amount: money)
    let terms = OfferTerms(
      kind: .lumpSum, amount: money, schedule: [instalment], expiresInDays: 5,
      inReplyTo: number == 3 ? 1 : nil, by: number == 2 ? side : nil,
      defaultClause: number == 1
        ? DefaultClause(graceDays: 1, cureDays: 3, remedy: remedy) : nil,
      items: matter.log.count % 3 == 0 ? [max(1, number)] : [])
    let demand = DemandTerms(
      amount: matter.dispute.balance, graceDays: 7, contact: .reminder(1), channel: .email)
    let original = ExhibitID(
      compartment: matter.log.count % 3 == 0 ? .partyPrivate(side) : place, number: max(1, number))
    let rendition: Rendition? =
      matter.log.count % 2 == 0
      ? nil : Rendition(RenditionKind.allCases[matter.log.count % 3], of: original)
    let exhibit = ExhibitOffer(
      kind: .contract, compartment: place, hash: digit, byteCount: 1, mediaType: "text/plain",
      direction: .outgoing, items: [1], madeForMediation: number == 0, rendition: rendition,
      tendered: number == 3)
    let call = CallNote(
      direction: .outgoing, startedAt: matter.now, durationSeconds: 1, outcome: .reached,
      compartment: number == 0 ? place : nil, promised: number == 1 ? money : nil,
      promisedBy: number == 1 ? day : nil,
      offer: number == 2 ? CallOffer(amount: money, by: side) : nil)
    let payment = Payment(
      amount: money, valueDate: day, method: .cash, bankReference: "\(matter.log.count)")
    return [
      .createDispute(matter.dispute.caseFile.opening), .fileDispute, .discardDraft,
      .markDeficient, .cureDeficiency, .addExhibit(exhibit), .logCall(call), .addNote(place),
      .sendReminder(.email), .serveDemand(demand), .respond(items), .declareImpasse,
      .electRemedy(remedy), .reinstatePlan,
      .openBidding(
        BiddingTerms(
          rounds: max(1, number), roundDays: 2, tolerance: .zero(money.currency),
          rounding: .halfEven, binding: number == 2, payWithinDays: number, answerDays: 3),
        Signature(document: digit, authority: .principal)),
      .consentBidding(number: number, Signature(document: digit, authority: .officer)),
      .declineBidding(number: number),
      .agreeAwardBound(
        number == 0 ? .finalOffer(money) : .highLow(low: .zero(money.currency), high: money)),
      .placeBid(
        number: number, round: max(1, number),
        .plain(money, digit)),
      .stateContactWishes(ContactWishes(optedOut: [.email], ceases: number == 0)),
      .makeOffer(terms), .acceptOffer(number: number, agreement: digit),
      .rejectOffer(number: number), .withdrawOffer(number: number),
      .signAgreement(Signature(document: digit, authority: .principal)), .postPayment(payment),
      .reportPayment(PaymentReport(amount: money, paidOn: day)),
    ]
  }

  private var mediation: [Command] {
    let report = MediatorReport(occurred: true, terminated: true, settled: false, attending: [])
    return [
      .proposeMediation, .consentMediation(groundRules: digit), .declineMediation,
      .withdrawMediation, .declareMediationImpasse, .reportMediation(report),
      .scheduleSession(startsAt: matter.now.adding(hours: 1)),
      .openSession(number: number, attending: [side]),
      .adjournSession(number: number, until: nil), .endSession(number: number),
      .openCaucus(session: number, with: side), .endCaucus(session: number),
      .addMediationNote(number == 0 ? .own : .caucus(side)), .nominateNeutral(member),
      .declineNomination,
      .discloseConflicts(
        ConflictDisclosure(hasConflict: number == 0, acceptsAppointment: number != 1)),
      .objectToNeutral(.other), .ruleOnObjection(upheld: number == 0), .waiveConflict,
      .appointNeutral(member),
    ]
  }

  private var secrecy: [Command] {
    let note = NoteReference(
      kind: number == 0 ? .call : .note, compartment: place, number: max(1, number))
    let file = ExhibitOffer(
      kind: .statement, compartment: .caseFile, hash: digit, byteCount: 1,
      mediaType: "text/plain", items: [], madeForMediation: false)
    let items: [MediationItem] = [.note(max(1, number)), .exhibit(max(1, number))]
    let target: ErasureTarget =
      number == 0 ? .exhibit(paper) : .entry(place, sequence: Int64(number))
    return [
      .proposeWaiver(WaiverScope(whole: number < 2, items: number < 2 ? [] : items)),
      .signWaiver(number: max(1, number), ownNotes: number == 2),
      .withdrawWaiver(number: max(1, number)), .publishNote(note, file),
      .requestErasure(target, .courtOrder), .grantErasure(place, number: number),
      .refuseErasure(place, number: number),
    ]
  }

  private var procedure: [Command] {
    let kind = HoldKind.allCases[matter.log.count % HoldKind.allCases.count]
    let lengthened: [DeadlineKind] = [.grace, .answer, .exchange, .cure, .offerExpiry(1)]
    let item = ClaimItem(
      number: number, issued: nil, due: matter.today.adding(days: -number), amount: money)
    let consent = number == 0 ? nil : paper
    return [
      .sealExhibit(paper, readers: number == 1 ? [side] : []), .unsealExhibit(paper),
      .strikeExhibit(paper), .reversePayment(number: number),
      .reversePosting(
        number == 0
          ? .writeOff : matter.log.count % 2 == 0 ? .charge(number) : .compensation(item: number),
        on: matter.log.count % 3 == 0 ? nil : matter.today.adding(days: -(matter.log.count % 20))),
      .changeContractForm(ContractForm.allCases[matter.log.count % 5]),
      .linkExhibit(paper, items: number == 0 ? [] : [number]),
      .objectToExhibit(
        paper, ExhibitObjectionGround.allCases[matter.log.count % 9]),
      .withdrawExhibitObjection(number: max(1, number)),
      .ruleOnExhibit(
        objection: max(1, number), ExhibitRuling.allCases[matter.log.count % 3]),
      .noticeDeficiency(
        paper, ExhibitLack.allCases[matter.log.count % 6], cureBy: matter.today.adding(days: number)
      ),
      .postCharge(
        Charge(
          kind: number == 0 ? .lateFee : .costs, amount: money,
          on: matter.today.adding(days: -number), exhibit: paper)), .recuseNeutral,
      .setAsideAward(items),
      .placeHold(
        HoldTerms(
          kind: kind, until: number == 0 ? nil : matter.today.adding(days: number),
          document: consent)),
      .liftHold(number: number),
      .extendDeadline(
        Extension(
          kind: lengthened[matter.log.count % lengthened.count],
          until: matter.today.adding(days: 10 * number), consent: consent)),
      .amendClaim(
        ClaimAmendment(items: [item], withdrawn: number == 2 ? [1] : [], consent: consent)),
      .amendParty(PartyAmendment(replaces: number == 1, consent: consent)), .reopenDispute,
      .consentMedArb(paper: paper),
      .contestRecorded(RecordedActID(compartment: place, number: number)),
      .ruleOnContest(
        RecordedActID(compartment: place, number: number), upheld: matter.log.count % 2 == 0),
      .fileCounterclaim(CounterclaimTerms(amount: money, leave: consent)),
      .replyCounterclaim(CounterclaimReply(admitted: number == 0 ? nil : money)),
      .withdrawCounterclaim,
    ]
  }

  private var late: [Command] {
    get throws {
      let record = CourtRecord(document: paper, on: matter.today)
      let arbitration = ArbitrationDemand(
        basis: .contractClause, agreement: paper, mediationFirst: .notRequired,
        feeReference: "F")
      let timetable = ProceduralOrder(
        kind: .evidenceTimetable, due: matter.today.adding(days: 1))
      return [
        .demandArbitration(arbitration), .answerDemand(items), .requestDefault,
        .issueOrder(timetable), .closeRecord, .reopenRecord, .addDeliberationNote,
        .issueAward(try matter.award(interest: number == 2)), .correctAward(document: digit),
        .requestConsentAward, .issueConsentAward(document: digit), .declineConsentAward,
        .assessPath(.lawsuit),
        .referCollections(contingencyBasisPoints: 2_000), .recallCollections, .referCounsel,
        .recordFiling(record), .recordService(record),
        .recordDismissal(record, refused: number == 0),
        .recordJudgment(
          record, amount: money, until: matter.today.adding(days: 100 * number),
          interestAfter: number == 1
            ? InterestPin(profile: "contract-2026.1", contractBasisPoints: 700) : nil),
        .recordRenewal(record, until: matter.today.adding(days: 200 * number)),
        .recordEnforcement(record, kind: .lien), .recordSatisfaction(record), .writeOff,
        .withdrawDispute(withPrejudice: number == 0), .closeDispute(.timeBarred),
        .assignOwner(member), .inviteParty(side, counsel: number == 0),
        .joinDispute(side, counsel: number == 0), .grantApproval(number: number),
        .refuseApproval(number: number),
      ]
    }
  }
}
