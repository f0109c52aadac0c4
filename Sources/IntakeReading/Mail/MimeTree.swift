import CGMime

/// A message's structure, as GMime reads it. Of contents it knows only where they lie.
final class MimeTree {
  /// What GMime had to say while it read.
  final class Warnings {
    var codes: Set<UInt32> = []
  }

  let root: UnsafeMutablePointer<GMimeObject>
  let warnings = Warnings()
  private let message: UnsafeMutablePointer<GMimeMessage>
  private let stream: UnsafeMutablePointer<GMimeStream>
  private let parser: OpaquePointer?
  private let options: OpaquePointer?

  /// Makes attached messages leaves like any other part, so that their bytes stay as they are and
  /// the depth of reading them is ours to bound.
  static func begin() {
    g_mime_init()
    for subtype in ["rfc822", "global", "news", "rfc2822", "partial"] {
      g_mime_object_register_type("message", subtype, g_mime_part_get_type())
    }
  }

  /// Reads the structure. Refuses where GMime says that readers may differ, or that an end is
  /// missing.
  init(_ file: InputFile) throws {
    guard
      let stream = g_mime_stream_fs_new_with_bounds(
        file.descriptor, gint64(file.start), gint64(file.end))
    else { throw IntakeRefusal(.failed, "The message cannot be read.") }
    stream.withMemoryRebound(to: GMimeStreamFs.self, capacity: 1) {
      g_mime_stream_fs_set_owner($0, 0)
    }
    self.stream = stream
    options = g_mime_parser_options_new()
    g_mime_parser_options_set_warning_callback(
      options,
      { _, code, _, user in
        guard let user else { return }
        Unmanaged<Warnings>.fromOpaque(user).takeUnretainedValue().codes.insert(code.rawValue)
      }, Unmanaged.passUnretained(warnings).toOpaque())
    parser = OpaquePointer(g_mime_parser_new_with_stream(stream))
    let typed = UnsafeMutablePointer<GMimeParser>(parser)
    g_mime_parser_set_persist_stream(typed, 1)
    g_mime_parser_set_format(typed, GMIME_FORMAT_MESSAGE)
    g_mime_parser_set_respect_content_length(typed, 0)
    guard let message = g_mime_parser_construct_message(typed, options) else {
      g_object_unref(UnsafeMutableRawPointer(stream))
      throw IntakeRefusal(.notMail, "It cannot be read as an e-mail.")
    }
    self.message = message
    guard let root = g_mime_message_get_mime_part(message) else {
      throw IntakeRefusal(.notMail, "It has no content.")
    }
    self.root = root
    try refuseDefects()
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(message))
    if let parser { g_object_unref(UnsafeMutableRawPointer(parser)) }
    g_mime_parser_options_free(options)
    g_object_unref(UnsafeMutableRawPointer(stream))
  }

  private func refuseDefects() throws {
    for (code, reason, sentence) in Self.defects where warnings.codes.contains(code.rawValue) {
      throw IntakeRefusal(reason, sentence)
    }
  }

  private static let defects: [(GMimeParserWarning, IntakeRefusal.Reason, String)] = [
    (GMIME_CRIT_NESTING_OVERFLOW, .tooDeep, "Its parts lie too deep inside each other."),
    (GMIME_WARN_TRUNCATED_MESSAGE, .cutOff, "The end of a part is missing."),
    (GMIME_CRIT_INVALID_HEADER_NAME, .malformed, "A line among the headers is no header."),
    (GMIME_CRIT_CONFLICTING_HEADER, .ambiguous, "A header stands twice with different values."),
    (
      GMIME_CRIT_CONFLICTING_PARAMETER, .ambiguous,
      "A parameter stands twice with different values."
    ),
    (GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY, .malformed, "A multipart names no boundary."),
    (GMIME_WARN_MALFORMED_MULTIPART, .malformed, "A multipart has no parts."),
    (GMIME_WARN_MALFORMED_MESSAGE, .malformed, "An attached message is malformed."),
    (
      GMIME_CRIT_PART_WITHOUT_HEADERS_OR_CONTENT, .malformed,
      "A part has neither headers nor content."
    ),
  ]

  /// What is worth a note, though it was understood.
  var notes: [String] {
    [
      (GMIME_WARN_DUPLICATED_HEADER, "A header stands twice with the same value."),
      (GMIME_WARN_DUPLICATED_PARAMETER, "A parameter stands twice with the same value."),
      (GMIME_WARN_UNENCODED_8BIT_HEADER, "A header has characters that are not encoded."),
      (GMIME_WARN_INVALID_CONTENT_TYPE, "A media type is malformed; those bytes are kept as such."),
      (GMIME_WARN_INVALID_RFC2047_HEADER_VALUE, "A header is encoded against the rules."),
      (GMIME_WARN_INVALID_PARAMETER, "A parameter is malformed."),
      (GMIME_WARN_INVALID_ADDRESS_LIST, "A list of addresses is malformed."),
      (GMIME_WARN_PART_WITHOUT_CONTENT, "A part has no content."),
    ].compactMap { warnings.codes.contains($0.0.rawValue) ? $0.1 : nil }
  }
}
