package import ParleyDomain

extension FieldReader {
  /// Reads a day as `google.type.Date` spells it. Refuses one without year, month or day, and a day
  /// that does not exist.
  package mutating func date(year: Int32, month: Int32, day: Int32, at field: String) -> CivilDate {
    guard let date = CivilDate(year: Int(year), month: Int(month), day: Int(day)) else {
      refuse(field, "Give a day that exists, with year, month and day.")
      return CivilDate(daysSinceEpoch: 0)
    }
    return date
  }

  /// Reads a moment as `google.protobuf.Timestamp` spells it. What is finer than a millisecond is
  /// dropped, since no rule is. Refuses moments outside the years 1 to 9999.
  package mutating func instant(seconds: Int64, nanos: Int32, at field: String) -> Instant {
    guard (-62_135_596_800...253_402_300_799).contains(seconds),
      (0...999_999_999).contains(nanos)
    else {
      refuse(field, "Give a moment within the years 1 to 9999, its nanos from 0 to 999,999,999.")
      return Instant(milliseconds: 0)
    }
    return Instant(milliseconds: seconds * 1000 + Int64(nanos) / 1_000_000)
  }
}
