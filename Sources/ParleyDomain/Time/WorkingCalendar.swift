/// Which days count as working days: data, from a table that says where it comes from.
package struct WorkingCalendar: Hashable, Sendable {
  /// Name and version: `us-federal-2026`.
  package let name: String
  /// Days of the week without work, 1 for Monday to 7 for Sunday.
  package let weekend: Set<Int>
  package let holidays: [CivilDate: String]

  package init(name: String, weekend: Set<Int> = [], holidays: [CivilDate: String] = [:]) {
    self.name = name
    self.weekend = weekend
    self.holidays = holidays
  }

  /// Why a day is no working day; nil for one that is.
  package func rest(on day: CivilDate) -> String? {
    if let holiday = holidays[day] { return holiday }
    return weekend.contains(day.weekday) ? Self.names[day.weekday - 1] : nil
  }

  private static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

extension CivilDate {
  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let day = (daysSinceEpoch + 3) % 7
    return (day < 0 ? day + 7 : day) + 1
  }
}

/// How the last day of a period was found. The day of the trigger does not count.
package struct Reckoning: Hashable, Sendable {
  /// A day on which no period ends, and why.
  package struct PassedOver: Hashable, Sendable {
    package let day: CivilDate
    package let why: String
  }

  package let trigger: CivilDate
  /// Days after which what was sent counts as received; they come before the period.
  package let serviceDays: Int
  package let days: Int
  package let nominal: CivilDate
  package let passedOver: [PassedOver]
  package let last: CivilDate
}

extension RuleProfile {
  /// The last day of a period, by this profile's calendar.
  package func reckoning(
    from trigger: CivilDate, days: Int, serviceDays: Int = 0, rolls: Bool = true
  ) -> Reckoning {
    let nominal = trigger.adding(days: serviceDays + days)
    var last = nominal
    var passedOver: [Reckoning.PassedOver] = []
    // No table has so many free days in a row; the bound keeps a bad one from hanging the clock.
    while rolls, rollsToWorkingDay, passedOver.count < 60, let why = calendar.rest(on: last) {
      passedOver.append(Reckoning.PassedOver(day: last, why: why))
      last = last.adding(days: 1)
    }
    return Reckoning(
      trigger: trigger, serviceDays: serviceDays, days: days, nominal: nominal,
      passedOver: passedOver, last: last)
  }

  /// The moment a period that ends on this day is over: the hour of the cut-off, or the first moment
  /// of the next day.
  package func end(of day: CivilDate, in zone: Zone) -> Instant {
    cutOffMinutes >= 1440
      ? zone.end(of: day) : zone.moment(on: day, minutes: cutOffMinutes)
  }
}
