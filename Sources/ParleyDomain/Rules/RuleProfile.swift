/// The numbers of procedure, dated and sourced: data, read from a table. A dispute pins the name and
/// version it was opened under.
package struct RuleProfile: Hashable, Sendable {
  /// Name and version: `generic-2026.1`.
  package let name: String
  /// What its periods are, by name, each with its source.
  package let numbers: [Number: Sourced]
  /// Whether a demand that is not answered counts as denied; otherwise default may be requested.
  package let silenceIsDenial: Bool
  package let calendar: WorkingCalendar
  /// Whether a period that would end on a day of rest ends on the next working day.
  package let rollsToWorkingDay: Bool
  /// When a day ends, in minutes after midnight: 1440 for its end.
  package let cutOffMinutes: Int
  /// Days after which what was sent by a channel counts as received.
  package let deemedServiceDays: [Channel: Int]
  /// Counts business days, where a rule speaks of them.
  package let businessDays: WorkingCalendar
  /// Days after the first reminder on which the next ones are due.
  package let reminderDays: Steps
  /// Days before limitation, or the end of a judgment, on which the claimant is alerted.
  package let alertDays: Steps
  package let limitation: LimitationTable
  /// Nil where the profile has no rules of contact.
  package let contact: ContactRules?
  package let tone: ToneTable
  /// Whether who mediated a matter may ever arbitrate it.
  package let medArb: MedArb
  /// Nil where no table caps what is taken of earnings.
  package let garnishment: GarnishmentTable?

  package init(
    name: String, numbers: [Number: Sourced], silenceIsDenial: Bool, calendar: WorkingCalendar,
    rollsToWorkingDay: Bool, cutOffMinutes: Int, deemedServiceDays: [Channel: Int],
    businessDays: WorkingCalendar, reminderDays: Steps, alertDays: Steps,
    limitation: LimitationTable, contact: ContactRules?, tone: ToneTable, medArb: MedArb,
    garnishment: GarnishmentTable? = nil
  ) {
    self.garnishment = garnishment
    self.businessDays = businessDays
    self.reminderDays = reminderDays
    self.alertDays = alertDays
    self.limitation = limitation
    self.contact = contact
    self.tone = tone
    self.medArb = medArb
    self.name = name
    self.numbers = numbers
    self.silenceIsDenial = silenceIsDenial
    self.calendar = calendar
    self.rollsToWorkingDay = rollsToWorkingDay
    self.cutOffMinutes = cutOffMinutes
    self.deemedServiceDays = deemedServiceDays
  }

  /// Whether one person may be mediator and then arbitrator of the same matter.
  package enum MedArb: String, CaseIterable, Sendable {
    /// FINRA 14107(d).
    case never
    /// Where every party agrees in writing, informed, once the mediation has failed.
    case consent
  }

  /// A number and where it comes from.
  package struct Sourced: Hashable, Sendable {
    package let value: Int
    package let source: String

    package init(_ value: Int, source: String) {
      self.value = value
      self.source = source
    }
  }

  /// Several numbers of days and where they come from.
  package struct Steps: Hashable, Sendable {
    package let days: [Int]
    package let source: String

    package init(_ days: [Int], source: String) {
      self.days = days
      self.source = source
    }
  }

  /// The numbers a profile has to have, by the names its table spells, and what each may be.
  package enum Number: String, CaseIterable, Sendable {
    case graceDefault = "grace-default"
    case graceMax = "grace-max"
    case cure
    case offerMax = "offer-max"
    case signing
    case mediationConsent = "mediation-consent"
    case objection
    case mediationWindow = "mediation-window"
    case answer
    case award
    case correction
    case setAside = "set-aside"
    case planGrace = "plan-grace"
    /// How many earlier seats with the same people a nominee need not disclose.
    case pastSeatsMax = "past-seats-max"
    /// How far back earlier seats and relationships that ended count.
    case conflictLookback = "conflict-lookback"
    /// How long the claimant has to reply to a counterclaim.
    case reply
    /// How long a party may contest what was recorded for it, once it could know of it.
    case recordedContest = "recorded-contest"
    case assessmentMax = "assessment-max"
    /// The longest debt respite of an individual with a stated end.
    case respiteMax = "respite-max"
    /// How soon after the beginning of one respite the next may begin.
    case respitePause = "respite-pause"
    /// Hours after which an organization of one may approve its own act.
    case coolingOffHours = "cooling-off-hours"
    /// Business days for which reminders pause after a payment is reported, or a trouble with paying.
    case reminderPause = "reminder-pause"
    /// Days before the end of the exchange by which final offers are stated.
    case finalOffer = "final-offer"
    /// Discounts above this share of the quote, in hundredths of a percent, need a second person.
    case discountMax = "discount-max-basis-points"
    /// How long a side may object to an exhibit, once evidence is exchanged.
    case exhibitObjection = "exhibit-objection"
    /// How many last digits of a telephone number are kept with a call.
    case phoneDigits = "phone-digits"

    package var range: ClosedRange<Int> {
      switch self {
      case .discountMax: 0...10_000
      case .coolingOffHours: 0...720
      case .phoneDigits: 0...CallDigits.max
      case .planGrace: 0...90
      case .pastSeatsMax: 0...1_000
      default: 1...3_650
      }
    }
  }
}

// The numbers as rules name them.
extension RuleProfile {
  private func number(_ number: Number) -> Int { numbers[number]?.value ?? number.range.lowerBound }

  package var graceDaysDefault: Int { number(.graceDefault) }
  package var graceDaysMax: Int { number(.graceMax) }
  package var cureDays: Int { number(.cure) }
  package var offerDaysMax: Int { number(.offerMax) }
  package var signingDays: Int { number(.signing) }
  package var mediationConsentDays: Int { number(.mediationConsent) }
  package var objectionDays: Int { number(.objection) }
  package var mediationWindowDays: Int { number(.mediationWindow) }
  package var answerDays: Int { number(.answer) }
  package var awardDays: Int { number(.award) }
  package var correctionDays: Int { number(.correction) }
  package var finalOfferDays: Int { number(.finalOffer) }
  package var setAsideDays: Int { number(.setAside) }
  package var planGraceDays: Int { number(.planGrace) }
  package var pastSeatsMax: Int { number(.pastSeatsMax) }
  package var conflictLookbackDays: Int { number(.conflictLookback) }
  package var replyDays: Int { number(.reply) }
  package var recordedContestDays: Int { number(.recordedContest) }
  package var exhibitObjectionDays: Int { number(.exhibitObjection) }
  package var phoneDigits: Int { number(.phoneDigits) }
  package var assessmentDaysMax: Int { number(.assessmentMax) }
  package var respiteDaysMax: Int { number(.respiteMax) }
  package var respitePauseDays: Int { number(.respitePause) }
  package var coolingOffHours: Int { number(.coolingOffHours) }
  package var reminderPauseDays: Int { number(.reminderPause) }
  package var discountBasisPointsMax: Int { number(.discountMax) }
}
