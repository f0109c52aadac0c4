/// Takes the text of a document in Rich Text Format (Microsoft's specification 1.9.1): what a reader of
/// its pages would read, headers, notes and remarks among it. Pictures and objects in it are passed over.
struct RTFReading {
  /// What a group in braces hands on to those inside it.
  private struct Group {
    /// Whether nobody reads what stands in it.
    var isSilent = false
    var isFontTable = false
    /// Whether it stands beside the text, so that its words join no others.
    var isBeside = false
    /// Bytes that stand behind a character by number, for programs that do not know it.
    var spareBytes = 1
    var codePage: String?
  }

  private let bytes: [UInt8]
  private let charsets: CharsetShelf
  private let kept: PartText
  private let taken: TakenText
  private var index = 0
  private var groups: [Group] = []
  private var group = Group()
  private var codePage = "windows-1252"
  /// The font being described, and the code pages of those that were.
  private var font = 0
  private var fonts: [Int: String] = [:]
  /// Bytes not yet decoded, and what is left to pass over behind a character by number.
  private var run: [UInt8] = []
  private var passing = 0
  private var half: UInt16?
  /// Whether the destination that comes may be passed over by whoever does not know it.
  private var isOptional = false

  /// Reads the file into the text. Refuses, with what was taken until then, one that is too large, ends
  /// inside a group, is nested too deep or holds no text.
  static func read(_ file: InputFile, charsets: CharsetShelf, into taken: TakenText) throws {
    guard file.byteCount <= Limits.rtfBytesMax else {
      throw IntakeRefusal(
        .tooLarge,
        "A document in Rich Text Format of more than \(Limits.rtfBytesMax) bytes is not "
          + "read.")
    }
    let bytes = try file.read(at: 0, count: Int(Limits.rtfBytesMax))
    var reading = RTFReading(bytes, charsets, taken)
    try reading.kept.flushing { try reading.read() }
    guard taken.byteCount > 0 else { throw IntakeRefusal(.noText, "It holds no text.") }
  }

  private init(_ bytes: [UInt8], _ charsets: CharsetShelf, _ taken: TakenText) {
    self.bytes = bytes
    self.charsets = charsets
    self.taken = taken
    kept = PartText(taken)
  }

  private mutating func read() throws {
    while index < bytes.count {
      guard !taken.isFull else { return taken.cut() }
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"): try begin()
      case UInt8(ascii: "}"):
        try end()
        if groups.isEmpty { return }
      case UInt8(ascii: "\\"): try control()
      case 0x0a, 0x0d: break
      default:
        plain(byte)
        if byte == 0x20, run.count >= Limits.pieceBytes { try flush() }
      }
    }
    try flush()
    throw IntakeRefusal(.cutOff, "The end of the document is missing.")
  }

  // MARK: Groups

  private mutating func begin() throws {
    guard groups.count < Limits.rtfDepthMax else {
      throw IntakeRefusal(.tooDeep, "Its groups are nested deeper than \(Limits.rtfDepthMax).")
    }
    groups.append(group)
    group.isBeside = false
    (passing, isOptional) = (0, false)
  }

  private mutating func end() throws {
    try flush()
    if group.isBeside, !group.isSilent { try kept.line() }
    guard let outer = groups.popLast() else {
      throw IntakeRefusal(.malformed, "The document is damaged.")
    }
    group = outer
    (passing, isOptional) = (0, false)
  }

  // MARK: Text

  private mutating func plain(_ byte: UInt8) {
    isOptional = false
    if passing > 0 {
      passing -= 1
    } else if !group.isSilent {
      run.append(byte)
    }
  }

  private mutating func add(_ text: String) throws {
    try flush()
    if !group.isSilent { try kept.add(text) }
  }

  private mutating func flush() throws {
    half = nil
    guard !run.isEmpty else { return }
    try kept.add(charsets.decode(run, declared: group.codePage ?? codePage).text)
    run.removeAll(keepingCapacity: true)
  }

  /// A character by its number, which may come in two halves.
  private mutating func character(_ number: Int) throws {
    let unit = UInt16(truncatingIfNeeded: number)
    let first = half
    try flush()
    passing = group.spareBytes
    if UTF16.isLeadSurrogate(unit) {
      half = unit
    } else if UTF16.isTrailSurrogate(unit) {
      if let first, !group.isSilent {
        try kept.add(String(decoding: [first, unit], as: UTF16.self))
      }
    } else if let scalar = Unicode.Scalar(UInt32(unit)), !group.isSilent {
      try kept.add(String(Character(scalar)))
    }
  }

  // MARK: Control words

  private mutating func control() throws {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7a else {
      index += 1
      return try symbol(byte)
    }
    let start = index
    while index < bytes.count, index - start < 32, bytes[index] | 0x20 >= 0x61,
      bytes[index] | 0x20 <= 0x7a
    { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let digits = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < bytes.count, index - digits < 11, (0x30...0x39).contains(bytes[index]) {
      index += 1
    }
    let number = Int(String(decoding: bytes[digits..<index], as: UTF8.self))
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    try obey(word, number)
  }

  private mutating func symbol(_ byte: UInt8) throws {
    switch byte {
    case UInt8(ascii: "'"):
      guard index + 1 < bytes.count, let value = HexPair.value(bytes[index], bytes[index + 1])
      else { return }
      index += 2
      plain(value)
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): plain(byte)
    case UInt8(ascii: "~"): try add(" ")
    case UInt8(ascii: "_"): try add("-")
    case UInt8(ascii: "*"): isOptional = true
    case 0x0a, 0x0d: try line()
    default: break
    }
  }

  private mutating func line() throws {
    try flush()
    if !group.isSilent { try kept.line() }
  }

  private mutating func obey(_ word: String, _ number: Int?) throws {
    let mayBePassed = isOptional
    isOptional = false
    if let text = Self.characters[word] { return try add(text) }
    switch word {
    case "par", "line", "row", "nestrow", "sect", "page", "column": try line()
    case "u": try character(number ?? 0)
    case "uc": group.spareBytes = max(0, min(number ?? 1, 16))
    case "bin": index += max(0, min(number ?? 0, bytes.count - index))
    case "ansicpg": codePage = Self.name(ofPage: number ?? 1252)
    case "mac": codePage = "macintosh"
    case "pc": codePage = "cp437"
    case "pca": codePage = "cp850"
    case "fonttbl": (group.isSilent, group.isFontTable) = (true, true)
    case "f":
      try flush()
      font = number ?? 0
      if !group.isFontTable { group.codePage = fonts[font] }
    case "fcharset" where group.isFontTable: fonts[font] = number.flatMap { Self.pages[$0] }
    default:
      let isOpen = mayBePassed && Self.readOptional.contains(word)
      if Self.beside.contains(word), !group.isSilent {
        try line()
        group.isBeside = true
      }
      if mayBePassed && !isOpen || Self.silent.contains(word) { group.isSilent = true }
    }
  }

  private static let characters = [
    "tab": "\t", "cell": "\t", "nestcell": "\t", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ", "qmspace": " ",
  ]
  /// Groups that are no text.
  private static let silent: Set<String> = [
    "colortbl", "stylesheet", "info", "pict", "objdata", "fldinst", "nonshppict", "sn", "sv",
    "filetbl", "listtable", "revtbl", "xe", "tc",
  ]
  /// Groups that stand beside the text.
  private static let beside: Set<String> = [
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
    "footnote", "annotation", "shptxt",
  ]
  /// Groups that a program may pass over and that are read here: remarks, and text in drawings.
  private static let readOptional: Set<String> = ["annotation", "shpinst", "shptxt", "footnote"]

  /// The code pages of the charsets that fonts name.
  private static let pages = [
    77: "macintosh", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "windows-1253", 162: "windows-1254", 163: "windows-1258", 177: "windows-1255",
    178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874",
    238: "windows-1250",
  ]

  private static func name(ofPage number: Int) -> String {
    switch number {
    case 874, 1250...1258: "windows-\(number)"
    case 65001: "utf-8"
    default: "cp\(number)"
    }
  }
}
