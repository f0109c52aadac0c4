/// The value of `grpc-timeout`: one to eight digits and a unit, as the protocol defines it.
///
/// The transport reads it and keeps it away from GRPCCore, whose own reader stops the process on a
/// negative number and takes eight-digit values for "no deadline".
enum TimeoutHeader: Equatable {
  /// Nanoseconds to go; values beyond what fits are clamped, 0 means already expired.
  case nanoseconds(UInt64)

  /// Not of the required form.
  case malformed

  init(_ text: some Collection<UInt8>) {
    guard (2...9).contains(text.count) else {
      self = .malformed
      return
    }
    var amount: UInt64 = 0
    var unit: UInt64 = 0
    for (index, character) in text.enumerated() {
      if index == text.count - 1 {
        guard let nanoseconds = Self.nanosecondsPer(character) else {
          self = .malformed
          return
        }
        unit = nanoseconds
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) {
        amount = amount * 10 + UInt64(character - UInt8(ascii: "0"))
      } else {
        self = .malformed
        return
      }
    }
    let (product, overflow) = amount.multipliedReportingOverflow(by: unit)
    let longest = UInt64(Int64.max)
    self = .nanoseconds(overflow ? longest : min(product, longest))
  }

  private static func nanosecondsPer(_ unit: UInt8) -> UInt64? {
    switch unit {
    case UInt8(ascii: "H"): 3_600_000_000_000
    case UInt8(ascii: "M"): 60_000_000_000
    case UInt8(ascii: "S"): 1_000_000_000
    case UInt8(ascii: "m"): 1_000_000
    case UInt8(ascii: "u"): 1_000
    case UInt8(ascii: "n"): 1
    default: nil
    }
  }
}
