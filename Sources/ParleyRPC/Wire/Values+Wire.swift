import Foundation
import ParleyDomain
import ParleyWire
import SwiftProtobuf

extension Google_Type_Money {
  init(_ money: Money) {
    self.init()
    currencyCode = money.currency.code
    let scale = (0..<money.currency.exponent).reduce(Int64(1)) { scale, _ in scale * 10 }
    let (whole, rest) = money.minorUnits.quotientAndRemainder(dividingBy: scale)
    units = whole
    nanos = Int32(rest * (1_000_000_000 / scale))
  }
}

extension Google_Type_Date {
  init(_ date: CivilDate) {
    self.init()
    year = Int32(date.year)
    month = Int32(date.month)
    day = Int32(date.day)
  }
}

extension Google_Protobuf_Timestamp {
  init(_ instant: Instant) {
    self.init()
    let milliseconds = instant.milliseconds
    let whole = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    seconds = whole
    nanos = Int32(milliseconds - whole * 1000) * 1_000_000
  }
}
