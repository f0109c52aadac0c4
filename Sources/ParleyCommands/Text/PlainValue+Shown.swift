import ParleyClient
import TerminalKit

extension PlainValue {
  /// Money at a path as people write it; empty where there is none.
  func money(_ path: String) -> String {
    self[path].flatMap { Amount($0) }?.description ?? ""
  }

  /// Money at a path for programs: `EUR 8400.00`.
  func plainMoney(_ path: String) -> String {
    self[path].flatMap { Amount($0) }.map { "\($0.currency) \($0.plain)" } ?? ""
  }

  /// Money at a path without its currency, for tables of numbers: `8400.00`.
  func decimal(_ path: String) -> String { self[path].flatMap { Amount($0) }?.plain ?? "" }

  /// A date at a path, `2026-09-30`; empty where there is none.
  func date(_ path: String) -> String {
    guard let date = self[path], let year = date.integer("year"), let month = date.integer("month"),
      let day = date.integer("day")
    else { return "" }
    return "\(year)-\(CivilTime.two(Int(month)))-\(CivilTime.two(Int(day)))"
  }

  /// The id of the dispute a resource name begins with, in the form for people.
  func shownDispute(_ path: String) -> String {
    let parts = text(path).split(separator: "/")
    guard parts.count >= 2, parts[0] == "disputes" else { return text(path) }
    return DisputeID(String(parts[1]))?.description ?? String(parts[1])
  }
}

extension TableCell {
  /// A time: words for people, RFC 3339 for programs.
  static func past(_ time: String, _ times: TimeText) -> TableCell {
    TableCell(time.isEmpty ? "" : times.past(time), value: time)
  }

  /// A deadline; red once it is over.
  static func due(_ time: String, _ times: TimeText) -> TableCell {
    let isOver = Timestamp.seconds(time).map { $0 < times.now } ?? false
    return TableCell(time.isEmpty ? "" : times.due(time), value: time, style: isOver ? .red : nil)
  }

  /// Money: grouped for people, plain for programs.
  static func money(_ value: PlainValue, _ path: String) -> TableCell {
    TableCell(value.money(path), value: value.plainMoney(path))
  }
}
