/// RFC 3339 times, as the API writes them.
enum Timestamp {
  /// Seconds since 1970, fractions dropped; nil where it is not such a time.
  static func seconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let midnight = day(String(text.prefix(10))),
      let hour = number(bytes, 11), let minute = number(bytes, 14), let second = number(bytes, 17),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      hour < 24, minute < 60, second < 61
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { (48...57).contains($0) }
    }
    guard let offset = offset(Array(rest)) else { return nil }
    return midnight + Int64(hour * 3600 + minute * 60 + second) - offset
  }

  /// Midnight UTC of a date `2026-09-30`; nil where there is no such day.
  static func day(_ text: String) -> Int64? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    return CivilTime.seconds(year: year, month: month, day: day)
  }

  /// The text of an instant, in UTC.
  static func text(_ seconds: Int64) -> String {
    let civil = CivilTime(secondsSinceEpoch: seconds)
    let date = "\(civil.year)-\(CivilTime.two(civil.month))-\(CivilTime.two(civil.day))"
    return "\(date)T\(civil.clock):\(CivilTime.two(civil.second))Z"
  }

  private static func number(_ bytes: [UInt8], _ index: Int) -> Int? {
    Int(String(decoding: bytes[index..<(index + 2)], as: UTF8.self))
  }

  private static func offset(_ bytes: [UInt8]) -> Int64? {
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = number(bytes, 1),
      let minutes = number(bytes, 4), hours < 24, minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    switch bytes[0] {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return nil
    }
  }
}
