/// Sizes for people: "412 kB", "1.2 MB". Thousands, not 1024s, as storage is sold and filed.
package enum ByteCount {
  /// Rounded to a whole number, or to one decimal below ten.
  package static func text(_ bytes: Int) -> String {
    guard bytes >= 1000 else { return "\(bytes) B" }
    var unit = 1000
    for name in ["kB", "MB", "GB"] {
      let tenths = (bytes / (unit / 10) + (bytes % (unit / 10) * 2 >= unit / 10 ? 1 : 0))
      if tenths < 100 { return "\(tenths / 10).\(tenths % 10) \(name)" }
      let whole = bytes / unit + (bytes % unit * 2 >= unit ? 1 : 0)
      if whole < 1000 { return "\(whole) \(name)" }
      unit *= 1000
    }
    return "\(bytes / unit) TB"
  }
}
