import ArgumentParser
import ParleyClient
import Testing

@testable import ParleyCommands

/// A plan in equal parts sums to the whole, in currencies of every number of decimals.
@Suite struct SplitTests {
  @Test(arguments: ["JPY", "EUR", "KWD"])
  func instalmentsSumToTheWholeAndDifferByLessThanOneEach(currency: String) throws {
    var state: UInt64 = 12_345
    func next(_ range: ClosedRange<Int64>) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int64(state >> 33) % (range.upperBound - range.lowerBound + 1)
    }
    for _ in 0..<300 {
      let whole = Amount(currency: currency, minor: next(100...1_000_000_000))
      let count = Int(next(2...60))
      let options = try OfferOptions.parse([
        "--amount", whole.description, "--instalments", "\(count)", "--first", "2026-12-15",
      ])
      let schedule = try options.value(replyTo: nil).list("schedule")
      let parts = schedule.compactMap { Amount($0["amount"] ?? .null)?.minor }
      #expect(parts.count == count)
      #expect(parts.reduce(0, +) == whole.minor)
      let (least, most) = (parts.min() ?? 0, parts.max() ?? 0)
      #expect(least > 0 && most - least < Int64(count))
      #expect(Set(parts.dropLast()).count == 1)
    }
  }
}
