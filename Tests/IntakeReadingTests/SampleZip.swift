/// A zip archive whose entries are stored as they are: enough for what only reads them.
struct SampleZip {
  private var body: [UInt8] = []
  private var table: [UInt8] = []
  private var count = 0

  init(_ entries: [(path: String, content: String)]) {
    for entry in entries { add(entry.path, Array(entry.content.utf8)) }
  }

  var bytes: [UInt8] {
    let end: [UInt8] =
      [0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0] + Self.two(count) + Self.two(count)
      + Self.four(table.count) + Self.four(body.count) + [0, 0]
    return body + table + end
  }

  private mutating func add(_ path: String, _ content: [UInt8]) {
    let name = Array(path.utf8)
    let common: [UInt8] =
      [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + Self.four(Self.checksum(content))
      + Self.four(content.count) + Self.four(content.count) + Self.two(name.count) + [0, 0]
    table += [0x50, 0x4b, 0x01, 0x02, 20, 0] + common
    table += [UInt8](repeating: 0, count: 10) + Self.four(body.count) + name
    body += [0x50, 0x4b, 0x03, 0x04] + common + name + content
    count += 1
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xffff_ffff
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
