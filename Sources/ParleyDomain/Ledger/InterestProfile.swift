/// How interest for late payment is reckoned, dated and sourced: data, read from a table. A dispute
/// pins the name and version it was opened under. States that implemented the same directive differ
/// in nearly every part of it, so there is one profile for each and none for "Europe".
package struct InterestProfile: Hashable, Sendable {
  /// Name and version: `uk-1998-2026.1`.
  package let name: String
  /// The law or custom it follows.
  package let source: String
  package let rate: Rate
  package let rateRounding: RateRounding
  package let dayCount: DayCount
  package let centRounding: CentRounding
  /// No rate is above this, in basis points a year; nil for no cap.
  package let rateCap: Int?
  /// The fixed sum for late payment by currency code: the tiers in rising order of the debt.
  package let compensation: [String: [Tier]]
  package let compensationSource: String
  /// Not for debts of individuals.
  package let businessOnly: Bool
  /// A rate agreed in the contract takes its place.
  package let yieldsToContract: Bool
  /// The currencies it is for; empty for any.
  package let currencies: Set<String>
  package let allocation: [AllocationClass]

  package init(
    name: String, source: String, rate: Rate, rateRounding: RateRounding, dayCount: DayCount,
    centRounding: CentRounding, rateCap: Int?, compensation: [String: [Tier]],
    compensationSource: String, businessOnly: Bool, yieldsToContract: Bool,
    currencies: Set<String>, allocation: [AllocationClass]
  ) {
    self.name = name
    self.source = source
    self.rate = rate
    self.rateRounding = rateRounding
    self.dayCount = dayCount
    self.centRounding = centRounding
    self.rateCap = rateCap
    self.compensation = compensation
    self.compensationSource = compensationSource
    self.businessOnly = businessOnly
    self.yieldsToContract = yieldsToContract
    self.currencies = currencies
    self.allocation = allocation
  }

  /// Where the rate comes from.
  package enum Rate: Hashable, Sendable {
    /// None accrues.
    case none
    /// What the contract says; a dispute states it, in basis points.
    case contract
    /// A reference rate with a margin on it.
    case reference(RateTable, marginBasisPoints: Int, ReferenceDay, Fixation)
  }

  /// On which day of the reference table a rate is read.
  package enum ReferenceDay: String, CaseIterable, Sendable {
    /// The first day of the half-year.
    case halfYearStart = "half-year-start"
    /// The last day before the half-year (SI 2002/1675).
    case previousHalfYearEnd = "previous-half-year-end"
  }

  /// For how long a rate holds.
  package enum Fixation: String, CaseIterable, Sendable {
    /// For the life of the debt: that of the half-year in which interest starts to run.
    case atStart = "at-start"
    /// As ``atStart``, but that of the half-year of the due day.
    case atDueDay = "at-due-day"
    /// For a half-year; the next one has its own.
    case perPeriod = "per-period"
  }

  /// What is done to the sum of reference rate and margin.
  package enum RateRounding: String, CaseIterable, Sendable {
    case none
    /// Up to the next half point. With a margin of whole half points it is the same whether the
    /// reference rate is rounded (Finland) or the sum (Belgium); a table with another is refused.
    case upToHalfPoint = "up-to-half-point"
  }

  /// How many days a year has.
  package enum DayCount: String, CaseIterable, Sendable {
    case actual365 = "actual-365"
    case actual360 = "actual-360"
    /// 365, and 366 in leap years; a segment ends with the year.
    case actualActual = "actual-actual"
  }

  /// When fractions of the smallest unit are rounded, half up.
  package enum CentRounding: String, CaseIterable, Sendable {
    /// Once for each segment.
    case final
    /// Once for a day's interest, which is then multiplied by the days.
    case daily
  }

  /// The fixed sum for a debt of at least so much.
  package struct Tier: Hashable, Sendable {
    package let from: Int64
    package let amount: Int64

    package init(from: Int64, amount: Int64) {
      self.from = from
      self.amount = amount
    }
  }

  /// The fixed sum for a debt; nil where there is none.
  package func compensation(for debt: Money) -> Int64? {
    compensation[debt.currency.code]?.last { $0.from <= debt.minorUnits }?.amount
  }
}

/// What a payment is set against, as one step of a policy.
package enum AllocationClass: String, CaseIterable, Sendable {
  /// Costs, late fees and the fixed sum for late payment.
  case costs
  case interest
  case principal
}

/// The interest a dispute goes by, fixed when it is opened.
package struct InterestPin: Hashable, Sendable {
  /// Name and version of the profile.
  package let profile: String
  /// The yearly rate of the contract, where that is what the profile takes.
  package let contractBasisPoints: Int?

  package init(profile: String, contractBasisPoints: Int? = nil) {
    self.profile = profile
    self.contractBasisPoints = contractBasisPoints
  }
}
