import Glibc

/// A start tag.
struct XMLTag {
  /// Its name without a prefix.
  let name: String
  /// What stands behind the name, up to the end of the tag.
  private let rest: ArraySlice<UInt8>

  init(name: String, rest: ArraySlice<UInt8>) {
    (self.name, self.rest) = (name, rest)
  }

  /// The value of an attribute, asked for without a prefix; nil where it has none.
  func attribute(_ wanted: String) -> String? {
    var index = rest.startIndex
    while let equals = rest[index...].firstIndex(of: UInt8(ascii: "=")) {
      let name = XMLReader.localName(rest[index..<equals])
      guard
        let open = rest[(equals + 1)...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let close = rest[(open + 1)...].firstIndex(of: rest[open])
      else { return nil }
      if name == wanted { return XMLReader.decoded(rest[(open + 1)..<close]) }
      index = close + 1
    }
    return nil
  }
}

/// Whoever takes the text out of a part of a document.
protocol XMLListener: AnyObject {
  /// Whether the text that comes now is taken; what is not is passed over unread.
  var wantsText: Bool { get }
  func begin(_ tag: XMLTag) throws
  /// - Parameter name: without a prefix.
  func end(_ name: String) throws
  func text(_ text: String) throws
}

/// Reads XML as far as it is needed to take its text: piece by piece, in bounded memory and one pass.
/// Nothing is declared, fetched or unfolded: a document that declares anything of its own (a DOCTYPE) is
/// refused, as both formats of office documents forbid it, so there are no entities but the five of XML
/// and characters by number. Tags must be in order, or it is damaged.
final class XMLReader {
  private let listener: any XMLListener
  private var buffer: [UInt8] = []
  private var open: [[UInt8]] = []
  private var hasRoot = false
  private var isBegun = false

  init(_ listener: any XMLListener) {
    self.listener = listener
  }

  /// Reads the next piece.
  func read(_ piece: UnsafeRawBufferPointer) throws {
    buffer.append(contentsOf: piece)
    if !isBegun {
      guard buffer.count >= 3 else { return }
      try begin()
    }
    var place = 0
    while let next = try token(at: place) { place = next }
    buffer.removeSubrange(..<place)
  }

  /// Nothing comes any more. Refuses what is not whole.
  func finish() throws {
    if !isBegun { try begin() }
    guard hasRoot, open.isEmpty, isBlank(0..<buffer.count) else { throw Self.damaged }
  }

  private func begin() throws {
    isBegun = true
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) { buffer.removeSubrange(..<3) }
    guard !buffer.starts(with: [0xff, 0xfe]), !buffer.starts(with: [0xfe, 0xff]) else {
      throw IntakeRefusal(.malformed, "A part of the document is not in UTF-8.")
    }
  }

  static var damaged: IntakeRefusal {
    IntakeRefusal(.malformed, "A part of the document is damaged.")
  }

  // MARK: Tokens

  /// Takes one token and answers where the next begins; nil where it has not come whole.
  private func token(at place: Int) throws -> Int? {
    guard place < buffer.count else { return nil }
    guard buffer[place] == UInt8(ascii: "<") else {
      guard let end = find(UInt8(ascii: "<"), from: place) else {
        return try heldBack(from: place) ? nil : try text(place..<buffer.count)
      }
      return try text(place..<end)
    }
    guard place + 1 < buffer.count else { return nil }
    switch buffer[place + 1] {
    case UInt8(ascii: "?"): return try passed("?>", from: place + 2)
    case UInt8(ascii: "!"): return try declared(at: place)
    default: return try tag(at: place)
    }
  }

  /// Whether more is waited for. Text may be as long as all that is kept of it; markup may not.
  private func heldBack(from place: Int) throws -> Bool {
    buffer.count - place <= Limits.markupBytesMax
  }

  private func text(_ range: Range<Int>) throws -> Int {
    if !open.isEmpty {
      if listener.wantsText { try listener.text(Self.decoded(buffer[range])) }
    } else if !isBlank(range) {
      throw Self.damaged
    }
    return range.upperBound
  }

  private func declared(at place: Int) throws -> Int? {
    guard place + 9 <= buffer.count || has("<!--", at: place) else {
      return try heldBack(from: place) ? nil : { throw Self.damaged }()
    }
    if has("<!--", at: place) { return try passed("-->", from: place + 4) }
    guard has("<![CDATA[", at: place) else {
      throw IntakeRefusal(
        .malformed, "A part of the document declares things of its own, which it must not.")
    }
    guard let end = try passed("]]>", from: place + 9) else { return nil }
    guard !open.isEmpty else { throw Self.damaged }
    if listener.wantsText {
      try listener.text(String(decoding: buffer[(place + 9)..<(end - 3)], as: UTF8.self))
    }
    return end
  }

  /// Where this mark ends, from a place on; nil where it has not come.
  private func passed(_ mark: StaticString, from place: Int) throws -> Int? {
    let last = mark.utf8Start[mark.utf8CodeUnitCount - 1]
    var from = place
    while let found = find(last, from: from) {
      let start = found - mark.utf8CodeUnitCount + 1
      if start >= place, has(mark, at: start) { return found + 1 }
      from = found + 1
    }
    guard try heldBack(from: place) else { throw Self.damaged }
    return nil
  }

  private func tag(at place: Int) throws -> Int? {
    guard let end = tagEnd(from: place + 1) else {
      guard try heldBack(from: place) else { throw Self.damaged }
      return nil
    }
    if buffer[place + 1] == UInt8(ascii: "/") {
      let name = buffer[(place + 2)..<end].prefix { $0 > 0x20 }
      guard open.popLast()?.elementsEqual(name) == true else { throw Self.damaged }
      try listener.end(Self.localName(name))
      return end + 1
    }
    let isEmpty = buffer[end - 1] == UInt8(ascii: "/")
    let inside = buffer[(place + 1)..<(isEmpty ? end - 1 : end)]
    let name = inside.prefix { $0 > 0x20 }
    guard !name.isEmpty, !(open.isEmpty && hasRoot) else { throw Self.damaged }
    guard open.count < Limits.markupDepthMax else {
      throw IntakeRefusal(
        .tooDeep, "A part of the document is nested deeper than \(Limits.markupDepthMax).")
    }
    hasRoot = true
    let local = Self.localName(name)
    if !isEmpty { open.append(Array(name)) }
    try listener.begin(XMLTag(name: local, rest: inside[name.endIndex...]))
    if isEmpty { try listener.end(local) }
    return end + 1
  }

  /// The end of a tag: the first `>` that stands in no quotation marks.
  private func tagEnd(from place: Int) -> Int? {
    var from = place
    while let end = find(UInt8(ascii: ">"), from: from) {
      guard let quote = buffer[from..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }) else {
        return end
      }
      guard let close = find(buffer[quote], from: quote + 1) else { return nil }
      from = close + 1
    }
    return nil
  }

  // MARK: Bytes

  /// Whether nothing but white space stands there.
  private func isBlank(_ range: Range<Int>) -> Bool {
    buffer[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
  }

  private func find(_ byte: UInt8, from place: Int) -> Int? {
    guard place < buffer.count else { return nil }
    return buffer.withUnsafeBytes { space in
      guard let start = space.baseAddress,
        let found = memchr(start + place, Int32(byte), space.count - place)
      else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }

  private func has(_ mark: StaticString, at place: Int) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard place >= 0, place + count <= buffer.count else { return false }
    return (0..<count).allSatisfy { buffer[place + $0] == mark.utf8Start[$0] }
  }

  /// A name without its prefix and the space around it.
  static func localName(_ name: some Sequence<UInt8>) -> String {
    var kept: [UInt8] = []
    for byte in name {
      if byte == UInt8(ascii: ":") { kept.removeAll(keepingCapacity: true) }
      if byte > 0x20, byte != UInt8(ascii: ":") { kept.append(byte) }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Text with its references as characters. What refers to nothing stays as it stands.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let hasReference = bytes.withUnsafeBytes { space in
      space.baseAddress.map { memchr($0, 0x26, space.count) != nil } ?? false
    }
    guard hasReference else { return String(decoding: bytes, as: UTF8.self) }
    var kept: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let meant = reference(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
      {
        kept += meant.utf8
        index = end + 1
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func reference(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x")
    return CharacterNumber.character(name.dropFirst(isHex ? 2 : 1), isHex: isHex)
  }
}
