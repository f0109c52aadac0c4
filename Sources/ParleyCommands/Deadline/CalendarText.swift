import ParleyClient
import TerminalKit

/// Deadlines as an iCalendar text (RFC 5545): the same deadlines make the same bytes, so that a calendar
/// that reads it again changes an event rather than adding one.
enum CalendarText {
  /// What stands still is due at no moment, and so has no event.
  static func text(_ deadlines: [PlainValue], server: String, desk: Desk) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parley//Deadlines//EN"]
    for deadline in deadlines {
      guard let due = Timestamp.seconds(deadline.text("dueTime")) else { continue }
      lines += event(deadline, due: due, server: server, desk: desk)
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func event(
    _ deadline: PlainValue, due: Int64, server: String, desk: Desk
  ) -> [String] {
    let what = DeadlineTable.what(deadline)
    let dispute = deadline.shownDispute("dispute")
    let uid = "\(ShownName.last(deadline.text("dispute")))-\(what.replacing(" ", with: "-"))"
    // The moment it was counted from: unlike the moment of export it is the same each time.
    let stamp = Timestamp.seconds(deadline.text("reckoning.triggerTime")) ?? due
    let steps = DeadlineAccountText.steps(deadline, desk).map { "\($0): \($1)" }
    return [
      "BEGIN:VEVENT", "UID:\(escaped("\(uid)@\(server)"))", "DTSTAMP:\(utc(stamp))",
      "DTSTART:\(utc(due))", "SUMMARY:\(escaped("\(dispute): \(what)"))",
      "DESCRIPTION:\(escaped(steps.joined(separator: "\n")))", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// `20261207T170000Z`.
  static func utc(_ seconds: Int64) -> String {
    let civil = CivilTime(secondsSinceEpoch: seconds)
    let year = String(civil.year)
    let date =
      String(repeating: "0", count: max(0, 4 - year.count)) + year + CivilTime.two(civil.month)
      + CivilTime.two(civil.day)
    let time = CivilTime.two(civil.hour) + CivilTime.two(civil.minute)
    return "\(date)T\(time)\(CivilTime.two(civil.second))Z"
  }

  /// RFC 5545 3.3.11: backslash, semicolon, comma and line ends stand for something else in a text.
  static func escaped(_ text: String) -> String {
    TerminalText.stripControls(text, keepingLines: true)
      .replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n")
  }

  /// RFC 5545 3.1: no line is longer than 75 bytes; the rest goes on after a blank. A character is
  /// never cut in two.
  static func folded(_ line: String) -> String {
    var text = ""
    var width = 0
    for character in line.unicodeScalars {
      let bytes = String(character).utf8.count
      if width + bytes > 75 {
        text += "\r\n "
        width = 1
      }
      text.unicodeScalars.append(character)
      width += bytes
    }
    return text
  }
}
