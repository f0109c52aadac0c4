/// A time zone as data: an IANA name and the moments at which its offset changes. Read from the
/// system's zone files by whoever calls the rules; the rules only compute with it.
package struct Zone: Hashable, Sendable {
  /// An offset that holds from a moment on.
  package struct Transition: Hashable, Sendable {
    package let at: Instant
    package let offsetSeconds: Int

    package init(at: Instant, offsetSeconds: Int) {
      self.at = at
      self.offsetSeconds = offsetSeconds
    }
  }

  package let name: String
  /// The offset before the first transition.
  package let initialOffsetSeconds: Int
  /// In order of time.
  package let transitions: [Transition]

  package init(name: String, initialOffsetSeconds: Int, transitions: [Transition]) {
    self.name = name
    self.initialOffsetSeconds = initialOffsetSeconds
    self.transitions = transitions
  }

  package static let utc = Zone(name: "UTC", initialOffsetSeconds: 0, transitions: [])

  /// The offset from UTC in force at this moment, in seconds.
  package func offsetSeconds(at instant: Instant) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffsetSeconds : transitions[low - 1].offsetSeconds
  }

  /// The day it is at this moment.
  package func date(at instant: Instant) -> CivilDate {
    let local = instant.adding(milliseconds: Int64(offsetSeconds(at: instant)) * 1000).milliseconds
    let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
    return CivilDate(daysSinceEpoch: Int(clamping: day))
  }

  /// The first moment of a day: local midnight, or the first moment after a gap that swallows it.
  package func start(of date: CivilDate) -> Instant {
    let midnight = Instant(milliseconds: Int64(date.daysSinceEpoch) * 86_400_000)
    let before = offsetSeconds(at: midnight.adding(hours: -24))
    let after = offsetSeconds(at: midnight.adding(hours: 24))
    let early = midnight.adding(milliseconds: -Int64(max(before, after)) * 1000)
    let late = midnight.adding(milliseconds: -Int64(min(before, after)) * 1000)
    // Of the two readings the earlier one that already belongs to the day is its start.
    return self.date(at: early) == date ? early : late
  }

  /// The moment the clocks show so many minutes after midnight. An hour that the clocks skip counts as
  /// the one they jump to, one they show twice as the first.
  package func moment(on date: CivilDate, minutes: Int) -> Instant {
    let local = Int64(date.daysSinceEpoch) * 86_400_000 + Int64(minutes) * 60_000
    let noon = Instant(milliseconds: local)
    let offsets = [
      offsetSeconds(at: noon.adding(hours: -24)), offsetSeconds(at: noon.adding(hours: 24)),
    ]
    let readings = offsets.map { Instant(milliseconds: local - Int64($0) * 1000) }.sorted()
    let fitting = readings.first {
      $0.milliseconds + Int64(offsetSeconds(at: $0)) * 1000 == local
    }
    return fitting ?? readings[readings.count - 1]
  }

  /// The first moment after a day has ended. A period that ends on that day is over at this moment.
  package func end(of date: CivilDate) -> Instant {
    start(of: date.adding(days: 1))
  }
}
