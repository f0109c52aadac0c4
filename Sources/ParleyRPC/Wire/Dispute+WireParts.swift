import ParleyDomain
import ParleyWire
import SwiftProtobuf

extension Dispute {
  /// Settlements of some claim items; none for who does not see the settlement.
  var wiredParts: [Parley_V1_PartSettlement] {
    settlement.parts.map { part in
      .with {
        $0.offer = id.child("offers", part.offer)
        $0.items = part.terms.items.map { Int32(clamping: $0) }
        $0.amount = .init(part.terms.amount)
        $0.unpaid = .init(Money(minorUnits: unpaid(of: part), currency: currency))
        $0.signDate = .init(part.on)
        $0.performed = part.performed
      }
    }
  }

  /// What was agreed on items that are settled apart, where a decision says what is owed on the rest:
  /// what is left of it, and the payments that pay it and nothing of what was decided.
  func partLines(counting payments: [PostedPayment], after count: Int) -> [QuoteLine] {
    guard !settlement.parts.isEmpty else { return [] }
    let unpaid = settlement.parts.unpaid(after: payments)
    let came = payments.filter { $0.number > count }.map(\.payment.amount.minorUnits)
      .reduce(0, +)
    let counted = payments.counting(after: count, besides: settlement.parts)
      .map(\.payment.amount.minorUnits).reduce(0, +)
    return zip(settlement.parts, unpaid).map { part, left in
      QuoteLine(.settlement, part.offer, "Left of what was agreed on \(part.wording)", left)
    } + [QuoteLine(.settlement, 0, "Payments on items settled apart", came - counted)]
  }
}

extension PartSettlement {
  /// `items 1, 3`.
  var wording: String { QuotedSettlement.wording(terms.items) }
}

extension QuotedSettlement {
  static func wording(_ items: [Int]) -> String {
    (items.count == 1 ? "item " : "items ") + items.map(String.init).joined(separator: ", ")
  }

  /// What was conceded, as one line; and what was agreed beyond what was owed, where there is any.
  var lines: [QuoteLine] {
    let conceded = conceded.reduce(Int64(0)) { $0 + $1.amount }
    let name = Self.wording(items)
    return [QuoteLine(.settlement, offer, "Conceded on \(name)", -conceded)]
      + (beyond > 0 ? [QuoteLine(.settlement, offer, "Agreed beyond \(name)", beyond)] : [])
  }

  func wire(in currency: Currency, of dispute: DisputeID) -> Parley_V1_ItemSettlement {
    func wired(_ parts: [AllocatedPart]) -> [Parley_V1_AllocatedPart] {
      parts.map { part in
        .with {
          $0.account = .init(part.account)
          $0.number = Int32(clamping: part.number)
          $0.amount = .init(Money(minorUnits: part.amount, currency: currency))
        }
      }
    }
    return .with {
      $0.offer = dispute.child("offers", offer)
      $0.items = items.map { Int32(clamping: $0) }
      $0.signDate = .init(on)
      $0.amount = .init(Money(minorUnits: amount, currency: currency))
      $0.conceded = wired(conceded)
      $0.left = wired(left)
    }
  }
}
