import ArgumentParser
import ParleyClient

/// When a call started: a moment, `2026-11-24T10:00:00Z`, or by the clock on the wall,
/// `2026-11-24 10:00`.
enum CallStart: Hashable, Sendable, ExpressibleByArgument {
  case moment(Moment)
  /// `2026-11-24T10:00`.
  case local(String)

  init?(argument: String) {
    if let local = Self.local(argument) {
      self = .local(local)
    } else if argument.count > 10, let moment = Moment(argument: argument) {
      self = .moment(moment)
    } else {
      return nil
    }
  }

  private static func local(_ text: String) -> String? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, Timestamp.day(String(parts[0])) != nil else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2, clock.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(clock[0]),
      let minute = Int(clock[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return "\(parts[0])T\(parts[1])"
  }
}

/// A telephone number as it is noted: its last digits alone, wherever it came from. What is typed in
/// full goes no further than here.
struct MaskedNumber: Hashable, Sendable, ExpressibleByArgument {
  let ending: String

  init?(argument: String) {
    let digits = argument.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, !argument.contains(where: \.isLetter) else { return nil }
    ending = String(digits.suffix(4))
  }
}
