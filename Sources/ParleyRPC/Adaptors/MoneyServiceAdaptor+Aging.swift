import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension MoneyServiceAdaptor {
  /// The open balances of the caller's organization by age.
  func getAging(
    request: Parley_V1_GetAgingRequest, context: ServerContext
  ) async throws -> Parley_V1_Aging {
    let aging = try await desks.registrar.aging(for: try Call.now().caller)
    return .with {
      $0.asOfDate = .init(aging.asOf)
      $0.balances = aging.totals.map(Parley_V1_AgedBalance.init)
    }
  }
}

extension Parley_V1_AgedBalance {
  fileprivate init(_ totals: AgedTotals) {
    func money(_ amount: Int64) -> Google_Type_Money {
      .init(Money(minorUnits: amount, currency: totals.currency))
    }
    self.init()
    currencyCode = totals.currency.code
    amounts = AgeBucket.allCases.map { bucket in
      .with {
        $0.age = .init(bucket)
        $0.amount = money(totals.buckets[bucket] ?? 0)
      }
    }
    total = money(totals.total)
    disputes = Int32(clamping: totals.disputes)
  }
}
