/// Something the claimant adds to what is owed, on paper: costs of recovery, or a late fee that the
/// contract provides for. Why is the word `charge.N.reason`.
package struct Charge: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case costs = "COSTS"
    case lateFee = "LATE_FEE"
  }

  package let kind: Kind
  package let amount: Money
  /// The day it counts from.
  package let on: CivilDate
  /// The bill, or the clause: an exhibit of the case file.
  package let exhibit: ExhibitID

  package init(kind: Kind, amount: Money, on: CivilDate, exhibit: ExhibitID) {
    self.kind = kind
    self.amount = amount
    self.on = on
    self.exhibit = exhibit
  }
}

/// A charge in the case file, counted from 1.
package struct PostedCharge: Hashable, Sendable {
  package let number: Int
  package let charge: Charge
  package let postedAt: Instant

  package init(number: Int, charge: Charge, postedAt: Instant) {
    self.number = number
    self.charge = charge
    self.postedAt = postedAt
  }
}

extension Charge {
  func check(_ problems: inout Problems, currency: Currency) {
    problems.money(amount, "amount", in: currency)
    problems.require(
      exhibit.compartment == .caseFile, "exhibit",
      "What adds to the claim rests on an exhibit of the case file.")
  }
}
