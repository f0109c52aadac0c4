/// What a reader of an HTML page would read, as plain text. Nothing is fetched, run or kept of the
/// markup; where a link goes stands behind its words, for the two may differ.
package enum HTMLText {
  package static func plain(_ html: String) -> String {
    var reading = Reading()
    let bytes = Array(html.utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): index = reading.tag(in: bytes, at: index)
      case UInt8(ascii: "&"): index = reading.entity(in: bytes, at: index)
      default:
        reading.byte(bytes[index])
        index += 1
      }
    }
    return SafeText.paragraphs(reading.text)
  }

  /// Elements whose content nobody reads.
  fileprivate static let silent: Set<String> = [
    "script", "style", "head", "title", "noscript", "template", "iframe", "object", "svg",
  ]
  /// Elements that begin a line.
  fileprivate static let blocks: Set<String> = [
    "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "blockquote", "pre", "section", "article", "header", "footer", "body", "dt", "dd",
  ]
  fileprivate static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€",
    "pound": "£", "yen": "¥", "cent": "¢", "copy": "©", "reg": "®", "trade": "™", "sect": "§",
    "para": "¶", "middot": "·", "bull": "•", "hellip": "…", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
    "times": "×", "deg": "°", "plusmn": "±", "frac12": "½", "auml": "ä", "ouml": "ö",
    "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "agrave": "à",
    "aacute": "á", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ", "ccedil": "ç",
    "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô",
    "otilde": "õ", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "yacute": "ý",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Aring": "Å", "Ccedil": "Ç",
    "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Ntilde": "Ñ", "Oacute": "Ó", "Otilde": "Õ",
    "Oslash": "Ø", "Uacute": "Ú",
  ]
}

/// Where the reading stands.
private struct Reading {
  private var kept: [UInt8] = []
  /// The element whose content is passed over.
  private var silence: String?
  private var newlines = 2
  private var isSpaceDue = false
  private var target: String?

  var text: String { String(decoding: kept, as: UTF8.self) }

  mutating func byte(_ byte: UInt8) {
    guard silence == nil else { return }
    if byte == 0x20 || (0x09...0x0d).contains(byte) {
      isSpaceDue = newlines == 0
      return
    }
    if isSpaceDue { kept.append(0x20) }
    isSpaceDue = false
    newlines = 0
    kept.append(byte)
  }

  private mutating func line() {
    isSpaceDue = false
    guard newlines < 2 else { return }
    kept.append(0x0a)
    newlines += 1
  }

  /// Passes over a tag and answers where the text goes on.
  mutating func tag(in bytes: [UInt8], at start: Int) -> Int {
    if bytes[start...].starts(with: Array("<!--".utf8)) {
      return end(of: Array("-->".utf8), in: bytes, from: start + 4)
    }
    guard start + 1 < bytes.count, isTagStart(bytes[start + 1]) else {
      byte(bytes[start])
      return start + 1
    }
    var index = start + 1
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    // A quotation mark that is never closed must not swallow the rest of the page.
    if index == bytes.count, quote != nil {
      index = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    }
    read(String(decoding: bytes[(start + 1)..<index], as: UTF8.self))
    return min(index + 1, bytes.count)
  }

  private mutating func read(_ tag: String) {
    let isEnd = tag.hasPrefix("/")
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if let silent = silence {
      if isEnd, name == silent { silence = nil }
      return
    }
    if HTMLText.silent.contains(name), !isEnd, !tag.hasSuffix("/") {
      silence = name
    } else if HTMLText.blocks.contains(name) {
      line()
    } else if name == "td" || name == "th" {
      byte(0x20)
    } else if name == "a" {
      if isEnd, let target { mention(target) }
      target = isEnd ? nil : Self.link(in: tag)
    }
  }

  /// Puts where a link goes behind its words, unless they say it already.
  private mutating func mention(_ target: String) {
    let bytes = Array(target.utf8)
    guard !kept.suffix(bytes.count).elementsEqual(bytes) else { return }
    byte(0x20)
    for byte in Array("<".utf8) + bytes + Array(">".utf8) { self.byte(byte) }
  }

  private static func link(in tag: String) -> String? {
    guard let start = tag.lowercased().firstRange(of: "href=") else { return nil }
    let offset = tag.lowercased().distance(from: tag.startIndex, to: start.upperBound)
    guard offset <= tag.count else { return nil }
    var value = tag.dropFirst(offset)
    if let quote = value.first, quote == "\"" || quote == "'" {
      value = value.dropFirst().prefix { $0 != quote }
    } else {
      value = value.prefix { !$0.isWhitespace }
    }
    let isWeb = ["http:", "https:", "mailto:"].contains { value.lowercased().hasPrefix($0) }
    return isWeb && value.utf8.count <= 2_000 ? String(value) : nil
  }

  /// Passes over an entity and answers where the text goes on.
  mutating func entity(in bytes: [UInt8], at start: Int) -> Int {
    let limit = min(bytes.count, start + 12)
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      byte(bytes[start])
      return start + 1
    }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    guard let character = HTMLText.entities[name] ?? Self.numbered(name) else {
      byte(bytes[start])
      return start + 1
    }
    for byte in character.utf8 { self.byte(byte) }
    return end + 1
  }

  private static func numbered(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
    return CharacterNumber.character(name.dropFirst(isHex ? 2 : 1), isHex: isHex)
  }

  private func isTagStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private func end(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], Array(bytes[index..<index + mark.count]) == mark {
        return index + mark.count
      }
      index += 1
    }
    return bytes.count
  }
}
