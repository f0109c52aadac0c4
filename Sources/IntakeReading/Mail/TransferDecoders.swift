import CGMime

/// Undoes a content transfer encoding, piece by piece.
protocol TransferDecoder {
  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8])
  /// Hands over what was kept back. Answers false where the end is missing.
  @discardableResult mutating func finish(into output: inout [UInt8]) -> Bool
}

/// Bytes that are what they are: 7bit, 8bit and binary.
struct PlainDecoder: TransferDecoder {
  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8]) { output += bytes }
  mutating func finish(into output: inout [UInt8]) -> Bool { true }
}

/// Base64 (RFC 2045 §6.8). Characters outside the alphabet are passed over, as the rule says; the
/// last signs may lack their padding, as many programs leave it out. One sign alone at the end holds
/// no byte: something is missing.
struct Base64Decoder: TransferDecoder {
  /// Signs of a group that is not complete; negative after padding.
  private var state: gint = 0
  private var bits: guint = 0

  init() {}

  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    // In C, for this is where the time of reading a large message goes.
    output += [UInt8](unsafeUninitializedCapacity: bytes.count / 4 * 3 + 6) { space, filled in
      filled = bytes.withUnsafeBytes { input in
        guard let start = input.bindMemory(to: CChar.self).baseAddress else { return 0 }
        return Int(
          g_base64_decode_step(start, gsize(input.count), space.baseAddress, &state, &bits))
      }
    }
  }

  @discardableResult
  mutating func finish(into output: inout [UInt8]) -> Bool {
    let signs = Int(abs(state))
    if signs == 2 || signs == 3 {
      decode([UInt8](repeating: UInt8(ascii: "="), count: 4 - signs), into: &output)
    }
    return state != 1
  }
}

/// Quoted-printable (RFC 2045 §6.7). What is not a valid escape stays as it is, as the rule suggests.
struct QuotedPrintableDecoder: TransferDecoder {
  private var kept: [UInt8] = []

  init() {}

  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    for byte in bytes { take(byte, into: &output) }
  }

  mutating func finish(into output: inout [UInt8]) -> Bool {
    // A single `=` at the very end is a soft line break whose line end was cut by the boundary.
    if kept.count > 1 { output += kept }
    kept = []
    return true
  }

  private mutating func take(_ byte: UInt8, into output: inout [UInt8]) {
    guard !kept.isEmpty else {
      if byte == UInt8(ascii: "=") { kept = [byte] } else { output.append(byte) }
      return
    }
    kept.append(byte)
    if kept.count == 2 {
      if byte == UInt8(ascii: "\n") { kept = [] }
      return
    }
    if kept[1] == UInt8(ascii: " ") || kept[1] == UInt8(ascii: "\t") {
      // Space before the line end was added on the way.
      if byte == UInt8(ascii: "\n") { kept = [] } else if !Self.isBlank(byte) { release(&output) }
    } else if kept[1] == UInt8(ascii: "\r"), byte == UInt8(ascii: "\n") {
      kept = []
    } else if let value = HexPair.value(kept[1], byte) {
      output.append(value)
      kept = []
    } else {
      release(&output)
    }
    if kept.count > 256 { release(&output) }
  }

  /// It was no escape: its first sign stands for itself, and the rest is read anew.
  private mutating func release(_ output: inout [UInt8]) {
    let rest = kept.dropFirst()
    output.append(UInt8(ascii: "="))
    kept = []
    for byte in rest { take(byte, into: &output) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }
}

/// Uuencode, which old programs still send as `x-uuencode`.
struct UUDecoder: TransferDecoder {
  private var line: [UInt8] = []
  private var isBegun = false
  private var isEnded = false

  init() {}

  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        read(&output)
        line = []
      } else if line.count < 200 {
        line.append(byte)
      }
    }
  }

  mutating func finish(into output: inout [UInt8]) -> Bool {
    read(&output)
    line = []
    return isEnded
  }

  private mutating func read(_ output: inout [UInt8]) {
    if line.last == 0x0d { line.removeLast() }
    guard isBegun, !isEnded else {
      if line.starts(with: Array("begin ".utf8)) { isBegun = true }
      return
    }
    if line == Array("end".utf8) {
      isEnded = true
      return
    }
    guard let first = line.first else { return }
    var left = Int((first &- 32) & 63)
    var index = 1
    while left > 0, index + 1 < line.count {
      let signs = (0..<4).map { offset -> UInt32 in
        index + offset < line.count ? UInt32((line[index + offset] &- 32) & 63) : 0
      }
      let bits = signs.reduce(UInt32(0)) { $0 << 6 | $1 }
      for shift in [16, 8, 0] where left > 0 {
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift)))
        left -= 1
      }
      index += 4
    }
  }
}
