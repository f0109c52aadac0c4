/// A day and a time of day, without a zone.
struct CivilTime: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  /// Days since 1 January 1970.
  let dayNumber: Int64

  /// Splits seconds since 1970 into a date of the Gregorian calendar and a time of day.
  init(secondsSinceEpoch seconds: Int64) {
    let days = Self.floorDivided(seconds, by: 86_400)
    let ofDay = Int(seconds - days * 86_400)
    dayNumber = days
    (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
    // Years are counted from March, so that the leap day comes last.
    let shifted = days + 719_468
    let era = Self.floorDivided(shifted, by: 146_097)
    let ofEra = Int(shifted - era * 146_097)
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    day = ofYear - (153 * fromMarch + 2) / 5 + 1
    month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
  }

  /// Seconds from 1970 to midnight UTC of a date; nil where there is no such date.
  static func seconds(year: Int, month: Int, day: Int) -> Int64? {
    guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else {
      return nil
    }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivided(Int64(shiftedYear), by: 400)
    let yearOfEra = Int64(shiftedYear) - era * 400
    let fromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let ofYear = (153 * fromMarch + 2) / 5 + Int64(day) - 1
    let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    let seconds = (era * 146_097 + ofEra - 719_468) * 86_400
    let back = CivilTime(secondsSinceEpoch: seconds)
    return (back.year, back.month, back.day) == (year, month, day) ? seconds : nil
  }

  /// Mon, Tue, ...
  var weekday: String {
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    return names[Int(dayNumber - Self.floorDivided(dayNumber, by: 7) * 7)]
  }

  /// Jan, Feb, ...
  var monthName: String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[month - 1]
  }

  /// `17:05`.
  var clock: String { "\(Self.two(hour)):\(Self.two(minute))" }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func floorDivided(_ number: Int64, by divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }
}
