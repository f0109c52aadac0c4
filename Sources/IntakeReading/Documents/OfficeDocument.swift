/// A document of an office program that is a zip archive of XML: Office Open XML (ECMA-376) or
/// OpenDocument (ISO/IEC 26300). Told by what the archive says of itself, for the names of files and the
/// rules of libmagic miss many.
struct OfficeDocument {
  /// What is in a part, as far as its text is taken.
  enum Role: Int, Comparable, CaseIterable {
    /// The strings that the cells of all sheets refer to.
    case strings
    /// The names of the sheets.
    case workbook
    /// The text itself: a document, a sheet, a slide.
    case text, sheet, openText
    /// Beside the text: headers, notes, remarks, text in drawings.
    case beside, openStyles

    static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
  }

  /// Its media type.
  let type: String
  let source: TakenText.Source
  /// Which parts have text, by their path.
  let roles: [String: Role]

  /// The document a file is; nil where it is none. Refuses one that is locked or cannot be told.
  static func found(in file: InputFile) throws -> OfficeDocument? {
    guard try file.read(at: 0, count: 4) == [0x50, 0x4b, 0x03, 0x04] else { return nil }
    var types: [UInt8]?
    var openType: String?
    var isLocked = false
    try PackedParts(file).forEach { part in
      switch part.path {
      case "[Content_Types].xml": types = try part.bytes(max: Limits.partListBytesMax)
      case "mimetype":
        openType = SafeText.token(String(decoding: try part.bytes(max: 200), as: UTF8.self))
      case "META-INF/manifest.xml":
        let manifest = try part.bytes(max: Limits.partListBytesMax)
        isLocked = manifest.firstRange(of: Array("encryption-data".utf8)) != nil
      default: break
      }
    }
    if let openType, openType.hasPrefix("application/vnd.oasis.opendocument.") {
      guard !isLocked else {
        throw IntakeRefusal(.encrypted, "The document is locked with a password.")
      }
      return OfficeDocument(
        type: openType, source: .odf, roles: ["content.xml": .openText, "styles.xml": .openStyles])
    }
    return try types.flatMap(openXML)
  }

  private static func openXML(_ bytes: [UInt8]) throws -> OfficeDocument? {
    let list = ContentTypes()
    let reader = XMLReader(list)
    try bytes.withUnsafeBytes { try reader.read($0) }
    try reader.finish()
    guard let type = list.documentType else { return nil }
    return OfficeDocument(type: type, source: .ooxml, roles: list.roles)
  }
}

/// The list of parts and their types that each document of Office Open XML has (ECMA-376 part 2, §7.2).
private final class ContentTypes: XMLListener {
  private(set) var roles: [String: OfficeDocument.Role] = [:]
  private(set) var documentType: String?

  func begin(_ tag: XMLTag) {
    guard tag.name == "Override", let path = tag.attribute("PartName"),
      let type = tag.attribute("ContentType")?.lowercased()
    else { return }
    if let family = Self.families.first(where: { type.contains($0.mark) }),
      type.hasSuffix(".main+xml")
    {
      documentType = "application/vnd.openxmlformats-officedocument." + family.type
    }
    guard let role = Self.role(of: type) else { return }
    roles[path.hasPrefix("/") ? String(path.dropFirst()) : path] = role
  }

  var wantsText: Bool { false }
  func end(_ name: String) {}
  func text(_ text: String) {}

  private static let families = [
    (mark: "word", type: "wordprocessingml.document"), (mark: "sheet", type: "spreadsheetml.sheet"),
    (mark: "excel", type: "spreadsheetml.sheet"),
    (mark: "presentation", type: "presentationml.presentation"),
    (mark: "powerpoint", type: "presentationml.presentation"),
    (mark: "slideshow", type: "presentationml.presentation"),
  ]

  private static func role(of type: String) -> OfficeDocument.Role? {
    let isWord = type.contains("word")
    let isSheet = type.contains("spreadsheet") || type.contains("excel")
    if type.hasSuffix(".main+xml") {
      // The main part of a presentation holds no text of its own.
      return isWord ? .text : isSheet ? .workbook : nil
    }
    let ends: [(String, OfficeDocument.Role)] = [
      ("spreadsheetml.sharedstrings+xml", .strings), ("spreadsheetml.worksheet+xml", .sheet),
      ("presentationml.slide+xml", .text), ("presentationml.notesslide+xml", .beside),
      ("wordprocessingml.header+xml", .beside), ("wordprocessingml.footer+xml", .beside),
      ("wordprocessingml.footnotes+xml", .beside), ("wordprocessingml.endnotes+xml", .beside),
      ("comments+xml", .beside), ("officedocument.drawing+xml", .beside),
      ("drawingml.chart+xml", .beside), ("drawingml.diagramdata+xml", .beside),
    ]
    return ends.first { type.hasSuffix($0.0) }?.1
  }
}
