import Glibc

/// The zone times are shown in, read from the system's own zone files.
struct LocalZone: Sendable {
  /// What it is called: `Europe/Lisbon`, or `UTC`.
  let name: String
  private let offset: @Sendable (Int64) -> Int64

  /// `offset` answers the seconds east of UTC at an instant.
  init(name: String, offset: @escaping @Sendable (Int64) -> Int64) {
    self.name = name
    self.offset = offset
  }

  /// No offset at all.
  static let utc = LocalZone(name: "UTC") { _ in 0 }

  /// The user's: `TZ`, else what the machine is set to.
  static var system: LocalZone {
    tzset()
    return LocalZone(name: systemName) { instant in
      var seconds = time_t(instant)
      var parts = tm()
      localtime_r(&seconds, &parts)
      return Int64(parts.tm_gmtoff)
    }
  }

  private static var systemName: String {
    if let stated = getenv("TZ") {
      let name = String(cString: stated)
      return name.hasPrefix(":") ? String(name.dropFirst()) : (name.isEmpty ? "UTC" : name)
    }
    var target = [CChar](repeating: 0, count: 4096)
    let count = readlink("/etc/localtime", &target, target.count - 1)
    guard count > 0 else { return "UTC" }
    let path = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let range = path.firstRange(of: "zoneinfo/") else { return "UTC" }
    return String(path[range.upperBound...])
  }

  /// The calendar and clock of an instant here.
  func civil(_ instant: Int64) -> CivilTime {
    CivilTime(secondsSinceEpoch: instant + offset(instant))
  }
}
