package import ParleyDomain

/// Reads one compiled time zone file (TZif, RFC 8536) into a ``Zone``.
///
/// The 64-bit block is used, and the rule of the footer is carried on to the end of 2100, so that a
/// deadline decades away has the offset that is law today.
package struct ZoneFile {
  /// The file cannot be used; what is wrong with it.
  package struct Fault: Error, Hashable, Sendable {
    package let reason: String
  }

  private var bytes: ArraySlice<UInt8>

  /// The zone in these bytes. Refuses what is not a version 2 or later TZif file.
  package static func zone(named name: String, from bytes: [UInt8]) throws(Fault) -> Zone {
    var file = ZoneFile(bytes: bytes[...])
    let first = try file.header()
    try file.skip(first.blockLength(timeSize: 4))
    let counts = try file.header()
    let times = try file.numbers(counts.times, size: 8)
    let kinds = try file.take(counts.times)
    let types = try file.types(counts.types)
    try file.skip(counts.characters + counts.leaps * 12 + counts.standards + counts.universals)
    guard let initial = types.first else { throw Fault(reason: "no local time type") }
    var transitions: [Zone.Transition] = []
    for (time, kind) in zip(times, kinds) {
      guard Int(kind) < types.count, time > -100_000_000_000, time < 100_000_000_000 else {
        throw Fault(reason: "a transition is out of range")
      }
      transitions.append(
        Zone.Transition(
          at: Instant(milliseconds: time * 1000), offsetSeconds: types[Int(kind)]))
    }
    let footer =
      String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n").first.map(String.init) ?? ""
    if let rule = ZoneRule(footer) {
      let last = transitions.last?.at ?? Instant(milliseconds: 0)
      transitions += rule.transitions(through: 2100).filter { $0.at > last }
    }
    return Zone(name: name, initialOffsetSeconds: initial, transitions: transitions)
  }

  private struct Counts {
    let version: UInt8
    let universals: Int
    let standards: Int
    let leaps: Int
    let times: Int
    let types: Int
    let characters: Int

    func blockLength(timeSize: Int) -> Int {
      times * timeSize + times + types * 6 + characters + leaps * (timeSize + 4) + standards
        + universals
    }
  }

  private mutating func header() throws(Fault) -> Counts {
    let magic = try take(4)
    guard Array(magic) == Array("TZif".utf8) else { throw Fault(reason: "not a TZif file") }
    let version = try take(1).first ?? 0
    guard version >= UInt8(ascii: "2") else { throw Fault(reason: "TZif version 1 is not enough") }
    try skip(15)
    let counts = try numbers(6, size: 4).map { Int($0) }
    guard counts.allSatisfy({ (0...100_000).contains($0) }) else {
      throw Fault(reason: "a count is out of range")
    }
    return Counts(
      version: version, universals: counts[0], standards: counts[1], leaps: counts[2],
      times: counts[3], types: counts[4], characters: counts[5])
  }

  private mutating func types(_ count: Int) throws(Fault) -> [Int] {
    var offsets: [Int] = []
    for _ in 0..<count {
      offsets.append(Int(try numbers(1, size: 4)[0]))
      try skip(2)
    }
    return offsets
  }

  private mutating func numbers(_ count: Int, size: Int) throws(Fault) -> [Int64] {
    var result: [Int64] = []
    for _ in 0..<count {
      var value: UInt64 = 0
      for byte in try take(size) { value = value << 8 | UInt64(byte) }
      result.append(size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value))
    }
    return result
  }

  private mutating func take(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
    guard count <= bytes.count else { throw Fault(reason: "the file is cut short") }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  private mutating func skip(_ count: Int) throws(Fault) {
    _ = try take(count)
  }
}
