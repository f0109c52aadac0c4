/// The part of a dispute that all its people see.
package struct CaseFile: Hashable, Sendable {
  package var status: Status
  package var outcome: Outcome?
  /// The statuses left behind, oldest first, each with the moment it was left.
  package var passed: [PassedStatus] = []
  package let organization: OrganizationID
  package var owner: MemberID
  package let opening: DisputeOpening
  /// How its form was recorded otherwise since, in order.
  package var formChanges: [FormChange] = []
  package let profile: String
  package let createdAt: Instant
  package var filedAt: Instant?
  /// One for each claim item, in the order of the opening.
  package var items: [ItemState]
  package var payments: [PostedPayment] = []
  package var reports: [PaymentReport] = []
  package var charges: [PostedCharge] = []
  /// What of the postings besides payments was taken back.
  package var reversals: [PostingReversal] = []
  /// The spans of write-offs that were taken back.
  var writeOffPauses: [WriteOffPause] = []
  /// What the postings of the ledger are derived from, in the order of filing.
  package var ledger: [LedgerFact] = []
  /// The items that counted at the last of them.
  var countedBefore: [ClaimItem]?
  package var reminders: [SentReminder] = []
  /// The reminder that began the ladder of those that follow; nil before, and for a new respondent.
  package var firstReminder: Int?
  package var remindersPausedUntil: Instant?
  /// What the respondent said of being contacted.
  package var contactWishes = ContactWishes()
  /// IANA name of the zone the respondent lives by.
  package var respondentZone: String?
  /// Until when the claim can be brought.
  package var limitation: Limitation
  package var demands: [ServedDemand] = []
  /// The people who hold a seat as party or counsel.
  package var people: [PartyMember] = []
  /// The seats of neutrals, in the order they were nominated; the last one of a seat counts.
  package var neutrals: [Neutral] = []
  package var groundRulesSigned: [Side: DocumentHash] = [:]
  package var mediationProposedBy: Side?
  /// Set where mediation runs beside arbitration or court.
  package var mediationBeside: MediationBeside?
  /// From the first proposal on, what is said for the mediation is privileged.
  package var hasMediationBegun = false
  /// An invitation to mediate was declined, or lapsed.
  package var mediationRefused = false
  package var mediationEndedAt: Instant?
  package var mediatorReport: MediatorReport?
  package var sessions: [MediationSession] = []
  package var arbitration: ArbitrationFile?
  package var legal = LegalFile()
  /// Whether the respondent has answered the claim (decides how it may be withdrawn, T25).
  package var respondentAnswered = false
  /// Seats that were offered and not yet taken.
  package var invitations: [Invitation] = []
  package var deadlines: [Deadline] = []
  package var holds: [Hold] = []
  /// Exhibits of the case file that not everybody reads.
  package var seals: [ExhibitID: Seal] = [:]
  /// What was said against exhibits of the case file, and what was ruled on it.
  package var exhibitObjections: [ExhibitObjection] = []
  /// What exhibits of the case file were found to lack.
  package var deficiencies: [ExhibitDeficiency] = []
  /// Waivers of the mediation privilege that are in force, and what came into the case under them.
  package var waivers: [WaiverInForce] = []
  package var admitted: [AdmittedCommunication] = []
  /// The sides that agreed to have the mediator nominated as arbitrator.
  package var medArbConsents: [Side: MedArbConsent] = [:]
  /// How many have been the respondent, wrong ones among them (T30).
  package var respondentTerm = 1
}

extension CaseFile {
  /// The form of the contract, as it is recorded now.
  package var contractForm: ContractForm { formChanges.last?.to ?? opening.contractForm }
}

/// A side's agreement that who mediated may arbitrate: whom it is about, and the paper.
package struct MedArbConsent: Hashable, Sendable {
  package let mediator: MemberID
  package let paper: ExhibitID
}

/// Who still reads an exhibit of the case file. That it is sealed, everybody knows.
package enum Seal: Hashable, Sendable {
  /// These sides, the arbitrator and the institution.
  case sealed(readers: Set<Side>)
  /// Struck from the record: no party; the arbitrator and the institution, to account for it.
  case struck
}

/// A hold, and whether it still lasts.
package struct Hold: Hashable, Sendable {
  package let number: Int
  package let terms: HoldTerms
  package let placedAt: Instant
  /// When it ends by itself.
  package let endsAt: Instant?
  package var endedAt: Instant?
}

package struct PassedStatus: Hashable, Sendable {
  package let status: Status
  package let leftAt: Instant
}

package enum ItemStanding: String, CaseIterable, Sendable {
  case claimed = "CLAIMED"
  case admitted = "ADMITTED"
  case contested = "CONTESTED"
  case settled = "SETTLED"
  case withdrawn = "WITHDRAWN"
  case awarded = "AWARDED"
  case denied = "DENIED"
}

package struct ItemState: Hashable, Sendable {
  package var item: ClaimItem
  package var standing: ItemStanding
  /// What it was before it was settled apart from the rest; nil where it was not.
  package var standingBefore: ItemStanding?
  package var contested: Money?
  package var answer: ItemAnswer?
  /// When the respondent last admitted it.
  package var admittedAt: Instant?
}

package struct PostedPayment: Hashable, Sendable {
  package let number: Int
  package let payment: Payment
  package let postedAt: Instant
  /// It did not come after all: a charge-back, a cheque that bounced.
  package var reversed = false

  package init(number: Int, payment: Payment, postedAt: Instant, reversed: Bool = false) {
    self.number = number
    self.payment = payment
    self.postedAt = postedAt
    self.reversed = reversed
  }
}

package struct SentReminder: Hashable, Sendable {
  package let number: Int
  package let channel: Channel
  package let sentAt: Instant
}

package struct ServedDemand: Hashable, Sendable {
  package let number: Int
  package let terms: DemandTerms
  package let servedAt: Instant
  package let graceEndsAt: Instant
  /// What was claimed and what had been paid when it was served: what the letter states.
  package let items: [ClaimItem]
  package let paid: Money
}

package struct PartyMember: Hashable, Sendable {
  package let side: Side
  package let member: MemberID
  package let counsel: Bool
}

/// A seat of a party or its counsel that waits for somebody to take it.
package struct Invitation: Hashable, Sendable {
  package let side: Side
  package let counsel: Bool
}

/// Somebody named for a seat, and how far the appointment has come.
package struct Neutral: Hashable, Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case nominated = "NOMINATED"
    case disclosed = "DISCLOSED"
    case challenged = "CHALLENGED"
    case appointed = "APPOINTED"
    case declined = "DECLINED"
    case removed = "REMOVED"
    case discharged = "DISCHARGED"
    case recused = "RECUSED"
  }

  package let seat: Seat
  package let member: MemberID
  package var step: Step
  package var disclosure: ConflictDisclosure?
  /// What the registers knew at the nomination.
  package var findings: ConflictFindings?
  package var objectBy: Instant?
  package var objectedBy: Side?
  package var waivedBy: Set<Side> = []
  package var agreedBy: Set<Side> = []
  /// A conflict was disclosed after the appointment: until this moment objections to it are taken.
  package var lateObjectBy: Instant?
  /// When the seat was taken; nil before.
  package var appointedAt: Instant?
  /// Sat, and left before the task was done.
  package var hasLeft = false
}

package struct MediationSession: Hashable, Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case scheduled = "SCHEDULED"
    case open = "OPEN"
    case adjourned = "ADJOURNED"
    case ended = "ENDED"
  }

  package let number: Int
  package var startsAt: Instant
  package var step: Step
  package var attending: Set<Side> = []
}

package struct ArbitrationFile: Hashable, Sendable {
  package let demand: ArbitrationDemand
  package let by: Side
  package let demandedAt: Instant
  package var answerBy: Instant
  package var answers: [ItemAnswer]?
  package var byDefault = false
  package var orders: [NumberedOrder] = []
  package var recordClosedAt: Instant?
  package var award: AwardRecord?
  /// What the parties have settled and ask to have recorded as an award; nil again once declined.
  package var consentAward: AgreedTerms?
  /// In the order filed; at most the last one stands.
  package var counterclaims: [Counterclaim] = []

  /// The one that an award has to decide.
  package var openCounterclaim: Counterclaim? {
    guard award == nil, let last = counterclaims.last, !last.withdrawn else { return nil }
    return last
  }
}

/// The respondent's claim against the claimant, and what became of it.
package struct Counterclaim: Hashable, Sendable {
  package let number: Int
  package let terms: CounterclaimTerms
  package let filedAt: Instant
  package var replyBy: Instant
  package var reply: CounterclaimReply?
  package var repliedLate = false
  /// No reply came in time.
  package var lapsed = false
  package var withdrawn = false
}

package struct NumberedOrder: Hashable, Sendable {
  package let number: Int
  package let order: ProceduralOrder
  package let dueAt: Instant?
  package let issuedAt: Instant
}

package struct AwardRecord: Hashable, Sendable {
  package let terms: AwardTerms
  package let issuedAt: Instant
  package let finalAt: Instant
  package let payBy: Instant
  package let late: Bool
  package var document: DocumentHash
  package var version: Int
  /// The exhibits it considers: the record as it stood when the award was made.
  package let considered: [ExhibitID]
  package var interestAfter: InterestAfter?
  /// What the award became by what the parties had agreed; nil where it stands as decided.
  package var bounded: AwardRecordBound?
}

/// What an award became.
package struct AwardRecordBound: Hashable, Sendable {
  package let kind: AwardBound.Kind
  package let amount: Money
}

/// A judgment can be enforced for longer.
package struct JudgmentRenewal: Hashable, Sendable {
  package let record: CourtRecord
  package let until: CivilDate
}

package struct LegalFile: Hashable, Sendable {
  package var placedAt: Instant?
  /// Where to return to when collections are recalled.
  package var returnsTo: Status?
  package var filing: CourtRecord?
  package var service: CourtRecord?
  package var judgment: CourtRecord?
  package var judgmentAmount: Money?
  package var judgmentAt: Instant?
  /// The last day on which it can be enforced, as far as that is known.
  package var judgmentUntil: CivilDate?
  package var judgmentExpired = false
  package var renewals: [JudgmentRenewal] = []
  /// How many payments were posted before the judgment, which took them into account.
  package var paymentsBeforeJudgment = 0
  package var enforcements: [RecordedEnforcement] = []
  package var interestAfter: InterestAfter?

  package init() {}
}

extension Counterclaim {
  package enum State: String, CaseIterable, Sendable {
    case open = "OPEN"
    case admitted = "ADMITTED"
    case admittedInPart = "ADMITTED_IN_PART"
    case contested = "CONTESTED"
    case deniedBySilence = "DENIED_BY_SILENCE"
    case withdrawn = "WITHDRAWN"
    case decided = "DECIDED"
  }

  /// Where it stands; `decided` once there is an award on it.
  package func state(decided: Bool) -> State {
    if withdrawn { return .withdrawn }
    if decided { return .decided }
    guard let reply else { return lapsed ? .deniedBySilence : .open }
    guard let admitted = reply.admitted else { return .contested }
    return admitted == terms.amount ? .admitted : .admittedInPart
  }
}
