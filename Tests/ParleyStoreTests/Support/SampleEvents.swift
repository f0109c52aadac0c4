import ParleyDomain
import Testing

/// One event of every kind, with every optional part present in one and absent in another where it
/// matters.
enum SampleEvents {
  static let at = Instant(milliseconds: 1_780_000_123_456)

  static func all() throws -> [Event] {
    try intake() + negotiation() + settlement() + mediation() + neutrals() + arbitration()
      + legal() + keeping() + procedure() + recorded() + secrecy() + expiry() + exhibits()
      + bidding() + decided()
  }

  static func euro(_ cents: Int64) throws -> Money {
    Money(minorUnits: cents, currency: try #require(Currency(code: "EUR")))
  }

  static func day(_ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: 2026, month: 3, day: day))
  }

  static func hash(_ digit: Character) throws -> DocumentHash {
    try #require(DocumentHash(hex: String(repeating: digit, count: 64)))
  }

  static func exhibit(_ number: Int = 1) -> ExhibitID {
    ExhibitID(compartment: .caseFile, number: number)
  }

  private static func intake() throws -> [Event] {
    let offer = ExhibitOffer(
      kind: .email, compartment: .mediation, hash: try hash("a"), byteCount: 5_000_000_000,
      mediaType: "message/rfc822", direction: .incoming, occurredAt: at, items: [1, 2],
      madeForMediation: true)
    let bare = ExhibitOffer(
      kind: .other, compartment: .partyPrivate(.respondent), hash: try hash("b"), byteCount: 0,
      mediaType: "text/plain", items: [], madeForMediation: false, attachedTo: 4)
    return [
      .disputeCreated(
        try Office.opening(), organization: People.house, owner: MemberID("ana"),
        profile: "generic-2026.1",
        limitation: Limitation(last: try #require(try Office.opening().limitation), endsAt: at)),
      try foundCreated(),
      .disputeFiled, .markedDeficient(cureBy: at), .deficiencyCured,
      .exhibitAdded(offer, number: 3, late: true), .exhibitAdded(bare, number: 1, late: false),
      .callLogged(
        CallNote(
          direction: .outgoing, startedAt: at, durationSeconds: 0, outcome: .voicemail,
          compartment: .mediation, promised: try euro(1), promisedBy: try day(1)),
        number: 2, by: .claimant),
      .callLogged(
        CallNote(direction: .incoming, startedAt: at, durationSeconds: 61, outcome: .reached),
        number: 1, by: .respondent),
      .noteAdded,
    ]
  }

  static func finding(begun: Bool) throws -> LimitationFinding {
    LimitationFinding(
      table: "limitation-2026", jurisdiction: "US-WA", item: 2, start: .contractDate,
      from: try day(3), delayMonths: 3, months: 72, restarts: [.acknowledgement, .partPayment],
      begun: begun ? .init(by: .partPayment, on: try day(9)) : nil, source: "RCW 4.16.040",
      asOf: try day(1), confidence: .generalKnowledge)
  }

  private static func foundCreated() throws -> Event {
    let stated = try Office.opening()
    let opening = DisputeOpening(
      debtorKind: .individual, collectorKind: .thirdParty, jurisdiction: "US-WA",
      contractForm: .verbal, contractType: .carriageCMR, clauses: [], items: stated.items,
      limitation: nil, contractedOn: try day(3), respondentZone: "America/New_York",
      governingLaw: "US-CA", terms: try hash("7"),
      registration: ContractRegistration(number: 12, registeredAt: at))
    let finding = try finding(begun: false)
    return .disputeCreated(
      opening, organization: People.house, owner: MemberID("ana"), profile: "generic-2026.1",
      limitation: Limitation(last: finding.last, endsAt: at, finding: finding),
      alerts: [
        RestartedClock(kind: .limitationAlert(180), dueAt: at),
        RestartedClock(kind: .limitationAlert(7), dueAt: at),
      ])
  }

  private static func expiry() throws -> [Event] {
    let record = CourtRecord(document: exhibit(5), on: try day(4))
    let clocks = [
      RestartedClock(kind: .judgmentExpiry, dueAt: at),
      RestartedClock(kind: .judgmentAlert(90), dueAt: at),
    ]
    let moved = try finding(begun: true)
    return [
      .limitationMoved(
        Limitation(last: moved.last, endsAt: at, finding: moved),
        clocks: [RestartedClock(kind: .limitation, dueAt: at)]),
      .limitationMoved(Limitation(last: try day(2), endsAt: at), clocks: []),
      .expiryAlerted(.limitation, daysBefore: 30, endsAt: at),
      .expiryAlerted(.judgment, daysBefore: 7, endsAt: at),
      .judgmentExpirySet(try day(5), clocks: clocks),
      .judgmentRenewed(record, until: try day(6), clocks: clocks), .judgmentExpired,
      .remindersPaused(until: at),
      .contactWishesStated(ContactWishes(optedOut: [.telephone, .email], ceases: true)),
      .contactWishesStated(ContactWishes()),
    ]
  }

  private static func negotiation() throws -> [Event] {
    let contacts: [EarlierContact] = [.reminder(2), .exhibit(exhibit(4)), .call(1), .waived]
    return try contacts.enumerated().map { index, contact in
      .demandServed(
        DemandTerms(
          amount: try euro(840_000), graceDays: 14, contact: contact, channel: .letter),
        number: index + 1, graceEndsAt: at)
    } + [
      .reminderSent(.message, number: 1),
      .reminderSent(.email, number: 2, ladder: [RestartedClock(kind: .reminder(3), dueAt: at)]),
      .responded(
        [
          ItemAnswer(item: 1, kind: .contest, amount: try euro(5), proof: exhibit()),
          ItemAnswer(item: 2, kind: .admit),
        ], late: true),
      .graceExpired, .impasseDeclared(by: .respondent),
    ]
  }

  static func offer() throws -> OfferTerms {
    OfferTerms(
      kind: .plan, amount: try euro(600_000),
      schedule: [
        Instalment(number: 1, due: try day(1), amount: try euro(300_000)),
        Instalment(number: 2, due: try day(31), amount: try euro(300_000)),
      ], expiresInDays: 7, inReplyTo: 2, by: .respondent,
      defaultClause: DefaultClause(graceDays: 5, cureDays: 10, remedy: .accelerate))
  }

  private static func settlement() throws -> [Event] {
    [
      .offerMade(try offer(), number: 3, by: .claimant, expiresAt: at),
      .offerMade(
        OfferTerms(
          kind: .discount, amount: try euro(1), schedule: [], expiresInDays: 1),
        number: 1, by: .respondent, expiresAt: at),
      .offerSuperseded(number: 1, by: 2), .offerCountered(number: 2, by: 3),
      .offerAccepted(number: 3, by: .respondent, agreement: try hash("c"), signBy: at),
      .offerRejected(number: 3, by: .claimant), .offerWithdrawn(number: 4),
      .offerExpired(number: 5),
      .agreementSigned(
        Signature(document: try hash("c"), authority: .powerOfAttorney), by: .claimant),
      .settlementConcluded(try offer(), instalmentsBy: [at, at.adding(hours: 1)]),
      .agreementLapsed, .settlementDefaulted(instalment: 2, cureBy: nil),
      .settlementDefaulted(instalment: 3, cureBy: Instant(milliseconds: 1_800_000_000_000)),
      .settlementAccelerated, .claimReinstated, .settlementCured,
      .settlementPerformed,
      .paymentPosted(
        Payment(
          amount: try euro(1), valueDate: try day(2), method: .cheque, bankReference: "B-1"),
        number: 1),
      .paymentPosted(
        Payment(
          amount: try euro(93), valueDate: try day(2), method: .bankTransfer,
          bankReference: "B-2",
          received: ForeignReceipt(
            amount: Money(minorUnits: 100, currency: try #require(Currency(code: "USD"))),
            rate: try #require(ExchangeRate("0.9259")), rateOn: try day(1))),
        number: 2),
      .paymentReported(
        PaymentReport(amount: try euro(2), paidOn: try day(3), proof: exhibit(9))),
      .paymentReported(PaymentReport(amount: try euro(2), paidOn: try day(3))),
    ]
  }

  private static func mediation() throws -> [Event] {
    [
      .mediationProposed(by: .claimant, consentBy: at),
      .groundRulesSigned(by: .respondent, groundRules: try hash("d")),
      .mediationConsented(closesAt: at), .mediationDeclined(by: .respondent), .mediationLapsed,
      .mediationWithdrawn(by: .claimant), .mediationEnded,
      .mediationReported(
        MediatorReport(
          occurred: true, terminated: false, settled: true, attending: [.claimant, .respondent])),
      .sessionScheduled(number: 1, startsAt: at),
      .sessionOpened(number: 1, attending: [.respondent]),
      .sessionAdjourned(number: 1, until: at), .sessionAdjourned(number: 2, until: nil),
      .sessionEnded(number: 1), .caucusOpened(session: 1, with: .respondent),
      .caucusEnded(session: 1), .mediationNoteAdded,
    ]
  }

  private static func neutrals() throws -> [Event] {
    let mira = MemberID("mira")
    let arno = MemberID("arno")
    return [
      .neutralNominated(.mediator, mira), .nominationDeclined(.arbitrator, arno),
      .conflictsDisclosed(
        .mediator, mira, ConflictDisclosure(hasConflict: true, acceptsAppointment: false),
        objectBy: at),
      .neutralObjected(.mediator, mira, .financialInterest, by: .respondent),
      .objectionRuled(.mediator, mira, upheld: true),
      .conflictWaived(.mediator, mira, by: .claimant),
      .nomineeAgreed(.arbitrator, arno, by: .respondent), .neutralAppointed(.arbitrator, arno),
      .neutralDischarged(.mediator, mira),
    ]
  }

  private static func arbitration() throws -> [Event] {
    let agreed = AgreedTerms(
      amount: try euro(9),
      schedule: [
        Instalment(number: 1, due: try day(19), amount: try euro(4)),
        Instalment(number: 2, due: try day(20), amount: try euro(5)),
      ], document: try hash("a"), paymentsBefore: 3, payBy: at)
    let award = AwardTerms(
      items: [ItemAward(item: 1, disposition: .grantedInPart, amount: try euro(100))],
      interest: try euro(0), costs: try euro(-3), payBy: try day(9), form: .reasoned,
      document: try hash("e"))
    return [
      .arbitrationDemanded(
        ArbitrationDemand(
          basis: .signedSubmission, agreement: exhibit(2), mediationFirst: .waived,
          feeReference: "F-7"), by: .respondent, answerBy: at),
      .demandAnswered([ItemAnswer(item: 1, kind: .setOff, amount: try euro(7))]), .answerLapsed,
      .defaultRequested,
      .orderIssued(
        ProceduralOrder(kind: .evidenceTimetable, due: try day(20)), number: 1, dueAt: at),
      .orderIssued(ProceduralOrder(kind: .hearing), number: 2, dueAt: nil),
      .recordClosed(awardBy: at), .recordReopened, .deliberationNoted,
      .consentAwardAsked(by: .respondent), .consentAwardRequested(agreed),
      .consentAwardDeclined, .consentAwardLapsed,
      .awardIssued(
        AwardTerms(
          items: [], interest: try euro(0), costs: try euro(0), payBy: try day(20),
          form: .consent, document: try hash("f"), agreed: agreed),
        finalAt: at, payBy: at, late: false),
      .awardIssued(award, finalAt: at, payBy: at.adding(hours: 1), late: true),
      .awardCorrected(document: try hash("f"), version: 2), .awardFinal, .awardUnpaid,
    ]
  }

  private static func legal() throws -> [Event] {
    let record = CourtRecord(document: exhibit(6), on: try day(4))
    return [
      .pathAssessed(.smallClaims), .collectionsPlaced(contingencyBasisPoints: 2_500),
      .collectionsRecalled, .counselReferred, .courtFilingRecorded(record),
      .courtServiceRecorded(record), .dismissalRecorded(record, refused: true),
      .judgmentRecorded(record, amount: try euro(12)),
      .enforcementRecorded(record, kind: .garnishment), .judgmentPaid,
      .satisfactionRecorded(record),
    ]
  }

  private static func procedure() throws -> [Event] {
    let clocks = [
      RestartedClock(kind: .grace, dueAt: at), RestartedClock(kind: .limitation, dueAt: at),
    ]
    let item = ClaimItem(number: 2, issued: nil, due: try day(1), amount: try euro(5))
    return [
      .chargePosted(
        Charge(kind: .costs, amount: try euro(7), on: try day(2), exhibit: exhibit(3)), number: 1),
      .chargePosted(
        Charge(kind: .lateFee, amount: try euro(1), on: try day(3), exhibit: exhibit()), number: 2),
      .postingReversed(.charge(1), on: try day(4), number: 1),
      .partSettled(
        offer: 2,
        OfferTerms(
          kind: .lumpSum, amount: try euro(5),
          schedule: [Instalment(number: 1, due: try day(7), amount: try euro(5))],
          expiresInDays: 3, items: [1, 3]), on: try day(6), paidBefore: try euro(1),
        instalmentsBy: [at]),
      .itemsSettled([1, 3]), .itemsRevived([1, 3]),
      .postingReversed(.compensation(item: 2), on: try day(5), number: 2),
      .postingReversed(.writeOff, on: try day(6), number: 3),
      .paymentReversed(number: 2), .settlementResumed(instalmentsBy: [at, at.adding(hours: 1)]),
      .neutralRecused(.arbitrator, MemberID("arno")),
      .awardSetAside([ItemAnswer(item: 1, kind: .contest)]),
      .holdPlaced(
        HoldTerms(kind: .breathingSpace, until: try day(9), document: exhibit(3)), number: 1,
        endsAt: at),
      .holdPlaced(HoldTerms(kind: .litigationHold), number: 2, endsAt: nil),
      .holdEnded(number: 1),
      .deadlineExtended(
        Extension(kind: .exchange, until: try day(12), consent: exhibit(2)), dueAt: at),
      .deadlineExtended(Extension(kind: .cure, until: try day(12)), dueAt: at),
      .claimAmended(
        ClaimAmendment(items: [item], withdrawn: [1, 3], consent: exhibit(2)), clocks: clocks),
      .claimAmended(ClaimAmendment(items: [], withdrawn: [1]), clocks: []),
      .partyAmended(PartyAmendment(replaces: true, consent: exhibit(2)), clocks: clocks),
      .partyAmended(PartyAmendment(replaces: false, zone: "Europe/Lisbon"), clocks: []),
      .disputeReopened(clocks: clocks), .exhibitSealed(exhibit(2), readers: [.respondent]),
      .exhibitSealed(exhibit(3), readers: []), .exhibitUnsealed(exhibit(2)),
      .exhibitStruck(exhibit(4)),
    ]
  }

  private static func recorded() throws -> [Event] {
    let decided = AwardTerms(
      items: [ItemAward(item: 1, disposition: .granted, amount: try euro(100))],
      interest: try euro(0), costs: try euro(0), payBy: try day(9), form: .standard,
      document: try hash("e"),
      counterclaim: CounterclaimAward(disposition: .grantedInPart, amount: try euro(40)))
    return [
      .medArbConsented(by: .claimant, mediator: MemberID("mira"), paper: exhibit(4)),
      .counterclaimFiled(CounterclaimTerms(amount: try euro(5)), number: 1, replyBy: at),
      .counterclaimFiled(
        CounterclaimTerms(amount: try euro(5), leave: exhibit(2)), number: 2, replyBy: at),
      .counterclaimReplied(CounterclaimReply(admitted: nil), late: true),
      .counterclaimReplied(CounterclaimReply(admitted: try euro(3)), late: false),
      .counterclaimReplyLapsed, .counterclaimWithdrawn, .settlementAnnulled,
      .contestPeriodBegan(until: at), .contestPeriodEnded,
      .recordedActContested(
        number: 2, takenBack: true, clocks: [RestartedClock(kind: .answer, dueAt: at)]),
      .recordedActContested(number: 1, takenBack: false, clocks: []),
      .contestRuled(number: 1, upheld: true),
      .conflictsChecked(
        .arbitrator, MemberID("arno"),
        ConflictFindings(
          seatsWithClaimant: 3, seatsWithRespondent: 1, seatsWithCounsel: 0,
          relations: [.family: 1, .other: 2])),
      .conflictsChecked(.mediator, MemberID("mira"), .none),
      .awardIssued(decided, finalAt: at, payBy: at, late: false),
    ]
  }

  private static func decided() throws -> [Event] {
    let pin = InterestPin(profile: "contract-2026.1", contractBasisPoints: 850)
    let bare = InterestPin(profile: "uk-judgments-1838-2026.1", contractBasisPoints: nil)
    let taken = Garnishment(
      disposable: try euro(64_000), period: .twoWeeks, withheld: try euro(16_000))
    return [
      .interestAfterSet(InterestAfter(pin: pin, from: try day(4)), ofJudgment: false),
      .interestAfterSet(InterestAfter(pin: bare, from: try day(5)), ofJudgment: true),
      .awardBoundAgreed(.highLow(low: try euro(0), high: try euro(9)), by: .respondent),
      .awardBoundAgreed(.finalOffer(try euro(7)), by: .claimant),
      .awardBounded(.highLow, amount: try euro(9)),
      .garnishmentSet(taken, enforcement: 2, cap: try euro(16_000)),
      .garnishmentSet(taken, enforcement: 1, cap: nil),
      .paymentPosted(
        Payment(
          amount: try euro(46_070), valueDate: try day(6), method: .bankTransfer,
          bankReference: "E-1", enforcement: 3, tender: .decided(offer: 4)), number: 2),
    ]
  }

  private static func bidding() throws -> [Event] {
    let clause = DefaultClause(graceDays: 2, cureDays: 5, remedy: .accelerate)
    func terms(_ clause: DefaultClause?) throws -> BiddingTerms {
      BiddingTerms(
        rounds: 3, roundDays: 2, tolerance: try euro(clause == nil ? 0 : 150),
        rounding: .halfDown, binding: clause != nil, payWithinDays: 14, answerDays: 7,
        defaultClause: clause)
    }
    let signature = Signature(document: try hash("d"), authority: .officer)
    return [
      .biddingProposed(try terms(clause), number: 1, by: .claimant, signature, answerBy: at),
      .biddingProposed(try terms(nil), number: 2, by: .respondent, signature, answerBy: at),
      .biddingConsented(number: 1, by: .respondent, signature, closesAt: at),
      .biddingEnded(number: 2, .withoutOverlap),
      .bidPlaced(number: 1, round: 2, by: .respondent, commitment: try hash("e")),
      .bidSealed(
        number: 1, round: 2, by: .claimant, commitment: try hash("e"), sealed: [0, 255, 7]),
      .bidRoundClosed(number: 1, round: 1, nextClosesAt: at),
      .biddingSettled(
        number: 1, round: 2, try offer(), offer: 4, agreement: try hash("a"), signBy: at,
        openings: [
          BidOpening(side: .claimant, amount: try euro(750_000), nonce: try hash("b")),
          BidOpening(side: .respondent, amount: try euro(760_000), nonce: try hash("c")),
        ]),
    ]
  }

  private static func secrecy() throws -> [Event] {
    let offer = ExhibitOffer(
      kind: .email, compartment: .caseFile, hash: try hash("c"), byteCount: 7,
      mediaType: "text/plain", direction: .incoming, occurredAt: at, items: [2],
      madeForMediation: true)
    let items: [MediationItem] = [.exhibit(1), .note(2), .call(3)]
    return [
      .waiverProposed(number: 1, by: .respondent, whole: true, items: items),
      .waiverProposed(number: 2, by: .claimant, whole: false, items: []),
      .waiverSigned(number: 1, .party(.claimant)),
      .waiverSigned(number: 1, .mediator(ownNotes: true)),
      .waiverSigned(number: 2, .mediator(ownNotes: false)),
      .waiverWithdrawn(number: 2, by: .claimant),
      .waiverTookEffect(number: 3, caseNumber: 1, items: items),
      .privilegeWaived(number: 1, whole: false, byMediator: true),
      .exhibitAdmitted(offer, number: 4, late: true, waiver: 1, from: .mediation),
      .communicationAdmitted(number: 1, waiver: 1, kind: .call, by: .mediator, madeAt: at),
      .notePublished(
        NoteReference(kind: .note, compartment: .partyPrivate(.claimant), number: 9),
        exhibit: exhibit(5)),
      .erasureRequested(
        number: 1, sequence: 77, exhibit: exhibit(2), basis: .dataSubjectRequest,
        by: .respondent),
      .erasureRequested(
        number: 2, sequence: 1, exhibit: nil, basis: .retentionEnded, by: .institution),
      .erasureRefused(number: 2),
      .wordsErased(
        number: 1, sequence: 77, exhibit: exhibit(2), basis: .privileged,
        askedBy: MemberID("ana")),
      .wordsErased(
        number: 3, sequence: 8, exhibit: nil, basis: .courtOrder, askedBy: MemberID("carl")),
    ]
  }

  private static func exhibits() throws -> [Event] {
    let recording = ExhibitOffer(
      kind: .recording, compartment: .partyPrivate(.claimant), hash: try hash("a"), byteCount: 9,
      mediaType: "audio/mpeg", items: [1], madeForMediation: false,
      provenance: Provenance(collectedAt: at, method: .copy, consent: .announced),
      filer: .claimant)
    let translation = ExhibitOffer(
      kind: .contract, compartment: .caseFile, hash: try hash("b"), byteCount: 9,
      mediaType: "text/plain", items: [], madeForMediation: false,
      rendition: Rendition(.translation, of: exhibit(2), certified: true), tendered: true,
      filer: .institution)
    let copy = ExhibitOffer(
      kind: .contract, compartment: .caseFile, hash: try hash("c"), byteCount: 9,
      mediaType: "text/plain", items: [], madeForMediation: false,
      rendition: Rendition(.redactedCopy, of: nil))
    let call = NoteReference(kind: .call, compartment: .partyPrivate(.claimant), number: 2)
    return [
      .callLogged(
        CallNote(
          direction: .outgoing, startedAt: at, durationSeconds: 60, outcome: .reached,
          compartment: .partyPrivate(.claimant), zone: "Europe/Lisbon",
          recording: ExhibitID(compartment: .partyPrivate(.claimant), number: 1)), number: 2,
        by: .claimant),
      .promiseNoted(CallPromise(amount: try euro(500), due: try day(9)), number: 1, of: call),
      .callOfferNoted(CallOffer(amount: try euro(400), by: .respondent), number: 1, of: call),
      .callOfferNoted(CallOffer(amount: nil, by: .claimant), number: 2, of: call),
      .exhibitAdded(recording, number: 1, late: false),
      .exhibitAdded(translation, number: 3, late: true),
      .exhibitAdded(copy, number: 4, late: false),
      .renditionFiled(
        .redactedCopy, of: ExhibitID(compartment: .partyPrivate(.claimant), number: 1),
        as: exhibit(4)),
      .exhibitLinked(exhibit(2), items: [1, 3]), .exhibitLinked(exhibit(2), items: []),
      .exhibitObjected(exhibit(3), .unlawfullyObtained, number: 4, by: .respondent),
      .exhibitObjectionWithdrawn(exhibit(2), objection: 3, by: .claimant),
      .exhibitRuled(exhibit(3), objection: 4, .limited),
      .deficiencyNoticed(exhibit(3), .certification, number: 2, cureBy: at),
      .exhibitDeficiencyLapsed(number: 2),
    ]
  }

  private static func keeping() throws -> [Event] {
    let acts: [ApprovalAct] = [
      .changeContractForm(.verbal),
      .writeOff, .referCollections(contingencyBasisPoints: 1), .referCounsel,
      .makeOffer(try offer()), .acceptOffer(number: 3, agreement: try hash("9")),
    ]
    return acts.enumerated().map { index, act in
      .approvalRequested(
        number: index + 1, act: act, coolsUntil: index.isMultiple(of: 2) ? at : nil)
    } + [
      .disputeClosed(.duplicateOrError), .ownerAssigned(MemberID("sofia")),
      .contractFormChanged(from: .writtenSigned, to: .verbal),
      .partyInvited(.respondent, counsel: true),
      .partyJoined(.claimant, MemberID("lena"), counsel: true),
      .approvalGranted(number: 1, solePrincipal: true), .approvalRefused(number: 2),
    ]
  }
}
