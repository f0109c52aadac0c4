package import ParleyDomain

extension Instant {
  /// The moment in UTC as RFC 3339 writes it, such as `2026-12-07T00:00:00Z`; milliseconds only
  /// where there are any.
  package var rfc3339: String {
    let day =
      milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
    let rest = milliseconds - day * 86_400_000
    let date = CivilDate(daysSinceEpoch: Int(clamping: day))
    let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60]
      .map { Self.padded($0, 2) }.joined(separator: ":")
    let fraction = rest % 1000 == 0 ? "" : "." + Self.padded(rest % 1000, 3)
    return Self.padded(Int64(date.year), 4) + "-" + Self.padded(Int64(date.month), 2) + "-"
      + Self.padded(Int64(date.day), 2) + "T" + time + fraction + "Z"
  }

  /// Reads RFC 3339, with `Z` or an offset. Nil for anything else, a leap second included, and for
  /// what is finer than a millisecond.
  package init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 35,
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let year = Self.digits(bytes[0..<4]), let month = Self.digits(bytes[5..<7]),
      let day = Self.digits(bytes[8..<10]), let hour = Self.digits(bytes[11..<13]),
      let minute = Self.digits(bytes[14..<16]), let second = Self.digits(bytes[17..<19]),
      let date = CivilDate(year: Int(year), month: Int(month), day: Int(day)),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var rest = bytes[19...]
    var fraction: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      let figures = rest.dropFirst().prefix { (48...57).contains($0) }
      guard (1...3).contains(figures.count), let value = Self.digits(figures) else { return nil }
      fraction = value * (figures.count == 1 ? 100 : figures.count == 2 ? 10 : 1)
      rest = rest.dropFirst(1 + figures.count)
    }
    guard let offset = Self.offsetMinutes(Array(rest)) else { return nil }
    let seconds =
      Int64(date.daysSinceEpoch) * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
    self.init(milliseconds: seconds * 1000 + fraction)
  }

  private static func offsetMinutes(_ bytes: [UInt8]) -> Int64? {
    if bytes == [UInt8(ascii: "Z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      let hours = digits(bytes[1..<3]), let minutes = digits(bytes[4..<6]),
      hours < 24, minutes < 60
    else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    return value
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
