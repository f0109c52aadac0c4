import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedDecided() throws -> StoredEvent? {
    switch self {
    case .interestAfterSet(let after, let ofJudgment):
      try .interestAfterSet(
        .with {
          $0.profile = after.pin.profile
          if let rate = after.pin.contractBasisPoints {
            $0.rateBasisPoints = try ParleyStore.stored(rate)
          }
          $0.from = after.from.stored
          $0.ofJudgment = ofJudgment
        })
    case .awardBoundAgreed(let bound, let by):
      .awardBoundAgreed(
        .with {
          $0.by = by.rawValue
          $0.kind = bound.kind.rawValue
          switch bound {
          case .highLow(let low, let high):
            $0.low = low.stored
            $0.high = high.stored
          case .finalOffer(let amount): $0.low = amount.stored
          }
        })
    case .awardBounded(let kind, let amount):
      .awardBounded(
        .with {
          $0.kind = kind.rawValue
          $0.amount = amount.stored
        })
    case .garnishmentSet(let garnishment, let enforcement, let cap):
      try .garnishmentSet(
        .with {
          $0.enforcement = try ParleyStore.stored(enforcement)
          $0.disposable = garnishment.disposable.stored
          $0.period = garnishment.period.rawValue
          $0.withheld = garnishment.withheld.stored
          if let cap { $0.cap = cap.stored }
        })
    default: nil
    }
  }

  static func readDecided(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .interestAfterSet(let set):
      .interestAfterSet(
        InterestAfter(
          pin: InterestPin(
            profile: set.profile,
            contractBasisPoints: set.hasRateBasisPoints ? Int(set.rateBasisPoints) : nil),
          from: try CivilDate(stored: set.from)), ofJudgment: set.ofJudgment)
    case .awardBoundAgreed(let agreed):
      .awardBoundAgreed(
        try choice(agreed.kind, AwardBound.Kind.self) == .highLow
          ? .highLow(low: try Money(stored: agreed.low), high: try Money(stored: agreed.high))
          : .finalOffer(try Money(stored: agreed.low)), by: try choice(agreed.by))
    case .awardBounded(let bounded):
      .awardBounded(try choice(bounded.kind), amount: try Money(stored: bounded.amount))
    case .garnishmentSet(let set):
      .garnishmentSet(
        Garnishment(
          disposable: try Money(stored: set.disposable), period: try choice(set.period),
          withheld: try Money(stored: set.withheld)), enforcement: Int(set.enforcement),
        cap: set.hasCap ? try Money(stored: set.cap) : nil)
    default: nil
    }
  }
}
