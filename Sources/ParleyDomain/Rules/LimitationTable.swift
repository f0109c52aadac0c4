/// Until when claims can be brought, by jurisdiction, form and type of the contract: data, dated and
/// sourced. Lists of such periods disagree, so each row says how far it can be trusted, and a day
/// that the claimant states goes before all of them.
package struct LimitationTable: Hashable, Sendable {
  /// Name and version: `limitation-2026`.
  package let name: String
  package let rows: [LimitationRow]

  package init(name: String, rows: [LimitationRow]) {
    self.name = name
    self.rows = rows
  }

  /// The row for a contract: that of the jurisdiction itself, then of its country, then of every
  /// one. Nil where the table knows none: then the claimant has to state the day.
  package func row(
    jurisdiction: String, form: ContractForm, type: ContractType
  ) -> LimitationRow? {
    let country = jurisdiction.split(separator: "-").first.map(String.init) ?? jurisdiction
    for place in [jurisdiction, country, LimitationRow.everywhere] {
      let found = rows.first {
        $0.jurisdictions.contains(place) && $0.forms.contains(form) && $0.types.contains(type)
      }
      if let found { return found }
    }
    return nil
  }
}

/// One period of limitation.
package struct LimitationRow: Hashable, Sendable {
  /// What a period begins with.
  package enum Start: String, CaseIterable, Sendable {
    /// The day the item was due.
    case dueDate = "DUE_DATE"
    /// The day the contract was made.
    case contractDate = "CONTRACT_DATE"
  }

  /// How far a row can be trusted.
  package enum Confidence: String, CaseIterable, Sendable {
    /// Read in the source it names.
    case verified = "VERIFIED"
    /// To be read again before anybody relies on it.
    case generalKnowledge = "GENERAL_KNOWLEDGE"
  }

  /// What makes a period begin anew, where the law of the row says so.
  package enum Restart: String, CaseIterable, Sendable {
    case partPayment = "PART_PAYMENT"
    case acknowledgement = "ACKNOWLEDGEMENT"
  }

  /// The place of rows of conventions that hold wherever they apply.
  package static let everywhere = "*"

  package let jurisdictions: [String]
  package let forms: Set<ContractForm>
  package let types: Set<ContractType>
  package let start: Start
  /// Months between the start and the beginning of the period.
  package let delayMonths: Int
  package let months: Int
  package let restarts: Set<Restart>
  package let source: String
  package let asOf: CivilDate
  package let confidence: Confidence

  package init(
    jurisdictions: [String], forms: Set<ContractForm>, types: Set<ContractType>,
    start: Start = .dueDate, delayMonths: Int = 0, months: Int, restarts: Set<Restart> = [],
    source: String, asOf: CivilDate, confidence: Confidence
  ) {
    self.jurisdictions = jurisdictions
    self.forms = forms
    self.types = types
    self.start = start
    self.delayMonths = delayMonths
    self.months = months
    self.restarts = restarts
    self.source = source
    self.asOf = asOf
    self.confidence = confidence
  }
}

/// Until when a claim can be brought.
package struct Limitation: Hashable, Sendable {
  /// The last day.
  package let last: CivilDate
  /// The first moment after it.
  package let endsAt: Instant
  /// How it was found; nil for a day that the claimant stated, whose source is the word
  /// `limitation.source`.
  package let finding: LimitationFinding?

  package init(last: CivilDate, endsAt: Instant, finding: LimitationFinding? = nil) {
    self.last = last
    self.endsAt = endsAt
    self.finding = finding
  }
}

/// How the last day of a limitation was found. It carries the row with it, so that a later table
/// changes nothing of a dispute that was opened under this one.
package struct LimitationFinding: Hashable, Sendable {
  /// What made the period begin anew.
  package struct Begun: Hashable, Sendable {
    package let by: LimitationRow.Restart
    package let on: CivilDate

    package init(by: LimitationRow.Restart, on: CivilDate) {
      self.by = by
      self.on = on
    }
  }

  /// Name and version of the table.
  package let table: String
  /// As the row has it: `US-WA`, or `*`.
  package let jurisdiction: String
  /// The claim item whose period ends first: that of the case is the earliest.
  package let item: Int
  package let start: LimitationRow.Start
  /// The day the period is counted from at first.
  package let from: CivilDate
  package let delayMonths: Int
  package let months: Int
  package let restarts: Set<LimitationRow.Restart>
  /// The last thing that made it begin anew.
  package let begun: Begun?
  package let source: String
  package let asOf: CivilDate
  package let confidence: LimitationRow.Confidence

  package init(
    table: String, jurisdiction: String, item: Int, start: LimitationRow.Start, from: CivilDate,
    delayMonths: Int, months: Int, restarts: Set<LimitationRow.Restart>, begun: Begun? = nil,
    source: String, asOf: CivilDate, confidence: LimitationRow.Confidence
  ) {
    self.table = table
    self.jurisdiction = jurisdiction
    self.item = item
    self.start = start
    self.from = from
    self.delayMonths = delayMonths
    self.months = months
    self.restarts = restarts
    self.begun = begun
    self.source = source
    self.asOf = asOf
    self.confidence = confidence
  }

  /// The last day by this count. The day it is counted from does not count; it is not moved over
  /// days of rest, for nobody should rely on that.
  package var last: CivilDate {
    begun?.on.adding(months: months) ?? from.adding(months: delayMonths + months)
  }
}
