/// How much of somebody's earnings may be taken for a judgment: data, read from a table.
package struct GarnishmentTable: Hashable, Sendable {
  /// For how long earnings are paid at once.
  package enum Period: String, CaseIterable, Sendable {
    case week = "WEEK"
    case twoWeeks = "TWO_WEEKS"
    case halfMonth = "HALF_MONTH"
    case month = "MONTH"
  }

  package let name: String
  package let jurisdictions: [String]
  package let currency: String
  /// Not more than this share of disposable earnings, in hundredths of a percent.
  package let basisPoints: Int
  /// What is left to the earner in any case, in the smallest unit, by period.
  package let exempt: [Period: Int64]
  package let source: String

  package init(
    name: String, jurisdictions: [String], currency: String, basisPoints: Int,
    exempt: [Period: Int64], source: String
  ) {
    self.name = name
    self.jurisdictions = jurisdictions
    self.currency = currency
    self.basisPoints = basisPoints
    self.exempt = exempt
    self.source = source
  }

  /// Whether it binds in a jurisdiction, by its country or whole.
  package func covers(_ jurisdiction: String) -> Bool {
    jurisdictions.contains { jurisdiction == $0 || jurisdiction.hasPrefix($0 + "-") }
  }

  /// The lesser of the share and of what is above the exempt amount, rounded down.
  package func cap(on disposable: Int64, _ period: Period) -> Int64 {
    guard disposable > 0 else { return 0 }
    let (high, low) = UInt64(disposable).multipliedFullWidth(by: UInt64(max(0, basisPoints)))
    let share = UInt64(10_000).dividingFullWidth((high % 10_000, low)).quotient
    return max(0, min(Int64(clamping: share), disposable - (exempt[period] ?? 0)))
  }
}

/// A garnishment of earnings, period by period.
package struct Garnishment: Hashable, Sendable {
  /// What is left of the earnings of one period after what the law takes first.
  package let disposable: Money
  package let period: GarnishmentTable.Period
  /// What is withheld of it.
  package let withheld: Money

  package init(disposable: Money, period: GarnishmentTable.Period, withheld: Money) {
    self.disposable = disposable
    self.period = period
    self.withheld = withheld
  }

  func check(_ problems: inout Problems, currency: Currency) {
    problems.money(disposable, "garnishment.disposable_earnings", in: currency)
    problems.money(withheld, "garnishment.withheld", in: currency)
    problems.require(
      withheld.minorUnits <= disposable.minorUnits, "garnishment.withheld",
      "Must not be more than the earnings.")
  }
}

extension CaseFile {
  /// What an enforcement has brought so far.
  package func received(by enforcement: Int, in currency: Currency) -> Money {
    Money(
      minorUnits: payments.lazy
        .filter { !$0.reversed && $0.payment.enforcement == enforcement }
        .map(\.payment.amount.minorUnits).saturatingSum, currency: currency)
  }
}

/// An enforcement as it is on record.
package struct RecordedEnforcement: Hashable, Sendable {
  package let number: Int
  package let kind: EnforcementKind
  package var garnishment: Garnishment?
  /// What the law allows to be withheld; nil where no table says.
  package var cap: Money?
}
