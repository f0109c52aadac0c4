import CGMime
import Glibc

/// Text decoded, and what had to be done for it.
package struct DecodedText: Hashable, Sendable {
  package let text: String
  /// The charset it was read in.
  package let charset: String
  /// Places where bytes had no meaning in it and U+FFFD stands now.
  package let replaced: Int
  /// Whether it was read in another charset than it was declared in.
  package let isGuess: Bool
}

/// The charsets that can be read. All are opened at the start: the C library loads each from a file,
/// and later no file can be opened.
package final class CharsetShelf {
  /// Names in use, and the converter that reads what people send under them. As browsers do,
  /// the Windows pages stand in for the sets they extend (WHATWG Encoding Standard §4.2).
  private static let converters: [String: [String]] = [
    "WINDOWS-1252": [
      "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252",
      "ansi", "x-ansi", "iso-8859-1-windows-3.1-latin-1",
    ],
    "WINDOWS-1250": ["windows-1250", "cp1250", "x-cp1250"],
    "WINDOWS-1251": ["windows-1251", "cp1251", "x-cp1251"],
    "WINDOWS-1253": ["windows-1253", "cp1253"],
    "WINDOWS-1254": ["windows-1254", "cp1254", "iso-8859-9", "latin5"],
    "WINDOWS-1255": ["windows-1255", "cp1255"],
    "WINDOWS-1256": ["windows-1256", "cp1256"],
    "WINDOWS-1257": ["windows-1257", "cp1257"],
    "WINDOWS-1258": ["windows-1258", "cp1258"],
    "ISO-8859-2": ["iso-8859-2", "iso8859-2", "latin2"], "ISO-8859-3": ["iso-8859-3"],
    "ISO-8859-4": ["iso-8859-4"], "ISO-8859-5": ["iso-8859-5"], "ISO-8859-6": ["iso-8859-6"],
    "ISO-8859-7": ["iso-8859-7"], "ISO-8859-8": ["iso-8859-8", "iso-8859-8-i"],
    "ISO-8859-10": ["iso-8859-10"], "ISO-8859-13": ["iso-8859-13"],
    "ISO-8859-14": ["iso-8859-14"], "ISO-8859-15": ["iso-8859-15", "iso8859-15", "latin9"],
    "ISO-8859-16": ["iso-8859-16"],
    "KOI8-R": ["koi8-r", "koi8"], "KOI8-U": ["koi8-u"],
    "MACINTOSH": ["macintosh", "mac", "x-mac-roman"],
    "CP850": ["cp850", "ibm850"], "CP437": ["cp437", "ibm437"], "CP866": ["cp866", "ibm866"],
    "TIS-620": ["tis-620", "windows-874", "iso-8859-11"],
    "GB18030": ["gb18030", "gb2312", "gbk", "x-gbk", "cp936", "hz-gb-2312"],
    "BIG5-HKSCS": ["big5", "big5-hkscs", "cp950"],
    "CP932": ["shift_jis", "shift-jis", "sjis", "x-sjis", "cp932", "windows-31j"],
    "EUC-JP": ["euc-jp", "x-euc-jp"], "ISO-2022-JP": ["iso-2022-jp", "iso-2022-jp-2"],
    "UHC": ["euc-kr", "ks_c_5601-1987", "cp949", "uhc", "ks_c_5601"],
    "ISO-2022-KR": ["iso-2022-kr"],
    "UTF-16": ["utf-16", "unicode"], "UTF-16LE": ["utf-16le"], "UTF-16BE": ["utf-16be"],
    "UTF-32": ["utf-32"], "UTF-7": ["utf-7", "unicode-1-1-utf-7"],
  ]

  private static let plainNames: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "",
  ]

  private var byName: [String: (converter: String, handle: GIConv)] = [:]

  package init() {
    for (converter, names) in Self.converters {
      guard let handle = g_iconv_open("UTF-8", converter), handle != Self.failed else { continue }
      for name in names { byName[name] = (converter, handle) }
    }
  }

  /// What the C library answers for a charset it does not have.
  private static var failed: GIConv? { GIConv(bitPattern: -1) }

  /// Decodes bytes declared to be in a charset. What is declared to be ASCII or UTF-8 and is not,
  /// or is in no charset known here, is read as UTF-8 where it is that, else as Windows-1252, and
  /// the answer says that this is a guess.
  package func decode(_ bytes: [UInt8], declared: String?) -> DecodedText {
    let name = declared.map { $0.lowercased().filter { $0 != " " && $0 != "\"" } } ?? ""
    if let known = byName[name] {
      let (text, replaced) = Self.convert(bytes, by: known.handle)
      return DecodedText(
        text: text, charset: known.converter.lowercased(), replaced: replaced, isGuess: false)
    }
    let isPlain = Self.plainNames.contains(name)
    if let text = String(validating: bytes, as: UTF8.self) {
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      let isDeclared = isPlain && (isASCII || name.hasPrefix("utf"))
      return DecodedText(
        text: text, charset: isASCII ? "us-ascii" : "utf-8", replaced: 0, isGuess: !isDeclared)
    }
    if name.hasPrefix("utf"), isPlain {
      let text = String(decoding: bytes, as: UTF8.self)
      return DecodedText(
        text: text, charset: "utf-8", replaced: Self.replacements(in: text, of: bytes),
        isGuess: false)
    }
    guard let western = byName["windows-1252"] else {
      let text = String(decoding: bytes, as: UTF8.self)
      return DecodedText(
        text: text, charset: "utf-8", replaced: Self.replacements(in: text, of: bytes),
        isGuess: true)
    }
    let (text, replaced) = Self.convert(bytes, by: western.handle)
    return DecodedText(text: text, charset: "windows-1252", replaced: replaced, isGuess: true)
  }

  /// Replacement characters that the sender did not write.
  private static func replacements(in text: String, of bytes: [UInt8]) -> Int {
    let mark: [UInt8] = [0xef, 0xbf, 0xbd]
    var written = 0
    if bytes.count >= 3 {
      for index in 0...(bytes.count - 3) where bytes[index] == 0xef {
        if Array(bytes[index..<index + 3]) == mark { written += 1 }
      }
    }
    return max(0, text.unicodeScalars.count { $0 == "\u{fffd}" } - written)
  }

  /// Converts all bytes; one that has no meaning becomes U+FFFD, and the next is looked at.
  private static func convert(_ bytes: [UInt8], by handle: GIConv) -> (String, Int) {
    g_iconv(handle, nil, nil, nil, nil)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var replaced = 0
    var input = bytes.map { CChar(bitPattern: $0) }
    var room = [CChar](repeating: 0, count: 4096)
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left: gsize = gsize(source.count)
      while left > 0 {
        let failure: Int32 = room.withUnsafeMutableBufferPointer { space in
          var end = space.baseAddress
          var free: gsize = gsize(space.count)
          let result = g_iconv(handle, &next, &left, &end, &free)
          let code = errno
          output += space.prefix(space.count - Int(free)).map { UInt8(bitPattern: $0) }
          return result == gsize.max ? code : 0
        }
        guard failure != 0, failure != E2BIG, left > 0 else { continue }
        output += [0xef, 0xbf, 0xbd]
        replaced += 1
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return (String(decoding: output, as: UTF8.self), replaced)
  }
}
