/// The yearly rate of a span of days, and how it came about.
package struct InterestRate: Hashable, Sendable {
  package let basisPoints: Int
  /// Rate and day of the reference table; nil for a rate of the contract.
  package let reference: RateTable.Row?
  package let marginBasisPoints: Int
  /// The reference rate of the day is not in the table yet: the last known one is applied.
  package let isProvisional: Bool
}

extension InterestProfile {
  /// The rate for interest on `day` of a debt that fell due on `due`; nil where none accrues.
  func rate(on day: CivilDate, due: CivilDate, contractBasisPoints: Int?) -> InterestRate? {
    switch rate {
    case .none: return nil
    case .contract:
      return contractBasisPoints.map {
        InterestRate(
          basisPoints: capped($0), reference: nil, marginBasisPoints: 0, isProvisional: false)
      }
    case .reference(let table, let margin, let referenceDay, let fixation):
      let fixed =
        switch fixation {
        case .atStart: due.adding(days: 1)
        case .atDueDay: due
        case .perPeriod: day
        }
      let read = referenceDay.day(for: fixed)
      guard let row = table.row(on: read) else { return nil }
      return InterestRate(
        basisPoints: capped(rounded(row.basisPoints + margin)), reference: row,
        marginBasisPoints: margin, isProvisional: read > table.asOf || read < row.from)
    }
  }

  private func rounded(_ basisPoints: Int) -> Int {
    switch rateRounding {
    case .none: basisPoints
    case .upToHalfPoint: (basisPoints + 49) / 50 * 50
    }
  }

  private func capped(_ basisPoints: Int) -> Int {
    min(basisPoints, rateCap ?? basisPoints)
  }

  /// The last day up to which what holds on `day` holds.
  func lastDay(of day: CivilDate) -> CivilDate? {
    var last: CivilDate?
    if case .reference(_, _, _, .perPeriod) = rate { last = day.halfYearEnd }
    if dayCount == .actualActual { last = min(last ?? day.yearEnd, day.yearEnd) }
    return last
  }

  /// Exact interest on a principal for some days, in the smallest unit, rounded half up. Integers of
  /// 128 bits: no amount that a dispute may hold overflows them, and nothing is ever a fraction in
  /// floating point.
  func interest(on principal: Int64, basisPoints: Int, from day: CivilDate, days: Int) -> Int64 {
    let year: UInt128 =
      switch dayCount {
      case .actual365: 365
      case .actual360: 360
      case .actualActual: day.isInLeapYear ? 366 : 365
      }
    let yearly = UInt128(max(0, principal)) * UInt128(max(0, basisPoints))
    let divisor = 10_000 * year
    let exact: UInt128 =
      switch centRounding {
      case .final: (yearly * UInt128(max(0, days)) + divisor / 2) / divisor
      case .daily: (yearly + divisor / 2) / divisor * UInt128(max(0, days))
      }
    return Int64(clamping: exact)
  }
}

extension InterestProfile.ReferenceDay {
  /// The day on which the rate for the half-year of `day` is read.
  fileprivate func day(for day: CivilDate) -> CivilDate {
    let start = day.halfYearStart
    return self == .halfYearStart ? start : start.adding(days: -1)
  }
}

extension CivilDate {
  var halfYearStart: CivilDate {
    CivilDate(year: year, month: month < 7 ? 1 : 7, day: 1) ?? self
  }

  var halfYearEnd: CivilDate {
    month < 7 ? CivilDate(year: year, month: 6, day: 30) ?? self : yearEnd
  }

  var yearEnd: CivilDate { CivilDate(year: year, month: 12, day: 31) ?? self }

  var isInLeapYear: Bool { CivilDate(year: year, month: 2, day: 29) != nil }
}
