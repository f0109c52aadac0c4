/// What the head of an e-mail says of itself, as far as it is needed to name an exhibit.
///
/// Only plain text is read: an encoded subject stays unread, and the file's name is used instead.
/// What is in evidence is the file; this merely labels it.
struct EmailHead: Hashable, Sendable {
  /// More than this is not head any more.
  static let byteCountMax = 65_536

  let subject: String?
  /// Seconds since 1970, from the Date header.
  let sentAt: Int64?

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    var fields: [(name: String, value: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t", !fields.isEmpty {
        fields[fields.count - 1].value += " " + String(line).trimmingSpaces
      } else if let colon = line.firstIndex(of: ":") {
        let value = String(line[line.index(after: colon)...]).trimmingSpaces
        fields.append((line[..<colon].lowercased(), value))
      }
    }
    let subject = fields.first { $0.name == "subject" }?.value
    self.subject = subject.flatMap { $0.isEmpty || $0.contains("=?") ? nil : $0 }
    sentAt = fields.first { $0.name == "date" }.flatMap { Self.seconds($0.value) }
  }

  /// Reads `Mon, 12 Oct 2026 09:30:00 +0100` (RFC 5322 §3.3); nil for anything else.
  static func seconds(_ date: String) -> Int64? {
    let bare = date.split(separator: ",").last ?? ""
    let parts = bare.split(separator: " ").map(String.init)
    guard parts.count >= 5, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: parts[1].prefix(3).lowercased()),
      let midnight = CivilTime.seconds(year: year, month: month + 1, day: day),
      let offset = offset(parts[4])
    else { return nil }
    let clock = parts[3].split(separator: ":").compactMap { Int64($0) }
    guard (2...3).contains(clock.count), (0..<24).contains(clock[0]), (0..<60).contains(clock[1])
    else { return nil }
    let seconds = clock.count == 3 ? clock[2] : 0
    guard (0...60).contains(seconds) else { return nil }
    return midnight + clock[0] * 3600 + clock[1] * 60 + seconds - offset
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func offset(_ zone: String) -> Int64? {
    if ["GMT", "UT", "Z"].contains(zone) { return 0 }
    guard zone.utf8.count == 5, let number = Int64(zone.dropFirst()), number % 100 < 60 else {
      return nil
    }
    let seconds = (number / 100 * 60 + number % 100) * 60
    switch zone.first {
    case "+": return seconds
    case "-": return -seconds
    default: return nil
    }
  }
}
