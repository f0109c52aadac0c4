import CGMime

/// One part of a message: a multipart with children, or a leaf whose content lies in a file.
struct MimePart {
  let object: UnsafeMutablePointer<GMimeObject>

  /// The parts inside; nil for a leaf.
  var children: [MimePart]? {
    guard isA(g_mime_multipart_get_type()) else { return nil }
    return object.withMemoryRebound(to: GMimeMultipart.self, capacity: 1) { multipart in
      let count = max(0, g_mime_multipart_get_count(multipart))
      return (0..<count).compactMap { index in
        g_mime_multipart_get_part(multipart, index).map { MimePart(object: $0) }
      }
    }
  }

  /// Whether there is text before or behind the parts that says more than the usual sentence.
  var hasTextOutsideParts: Bool {
    guard isA(g_mime_multipart_get_type()) else { return false }
    return object.withMemoryRebound(to: GMimeMultipart.self, capacity: 1) { multipart in
      let texts = [
        g_mime_multipart_get_prologue(multipart), g_mime_multipart_get_epilogue(multipart),
      ]
      return texts.contains { text in
        guard let text else { return false }
        let bare = SafeText.line(String(cString: text), bytesMax: 400).lowercased()
        return !bare.isEmpty && !bare.contains("mime")
      }
    }
  }

  /// The declared media type in lower case.
  var type: String {
    guard let declared = g_mime_object_get_content_type(object),
      let text = g_mime_content_type_get_mime_type(declared)
    else { return "text/plain" }
    defer { g_free(text) }
    return SafeText.token(String(cString: text)) ?? "application/octet-stream"
  }

  func parameter(_ name: String) -> String? {
    g_mime_object_get_content_type_parameter(object, name).map { String(cString: $0) }
  }

  var charset: String? { parameter("charset") }

  var isAttachment: Bool {
    guard let text = g_mime_object_get_disposition(object) else { return false }
    return String(cString: text).lowercased() == "attachment"
  }

  /// The name it was given, not made safe.
  var fileName: String? {
    guard isA(g_mime_part_get_type()) else { return nil }
    let name = object.withMemoryRebound(to: GMimePart.self, capacity: 1) {
      g_mime_part_get_filename($0).map { String(cString: $0) }
    }
    return name.flatMap { $0.isEmpty ? nil : $0 }
  }

  var contentID: String? {
    g_mime_object_get_content_id(object).map { SafeText.line(String(cString: $0), bytesMax: 500) }
  }

  /// Where its content lies, still encoded.
  func content(in file: InputFile) -> InputFile {
    let empty = InputFile(descriptor: file.descriptor, start: file.start, end: file.start)
    guard isA(g_mime_part_get_type()) else { return empty }
    let bounds = object.withMemoryRebound(to: GMimePart.self, capacity: 1) {
      part -> (Int64, Int64)? in
      guard let wrapper = g_mime_part_get_content(part),
        let stream = g_mime_data_wrapper_get_stream(wrapper)
      else { return nil }
      return (Int64(stream.pointee.bound_start), Int64(stream.pointee.bound_end))
    }
    guard let (start, end) = bounds, start >= file.start else { return empty }
    let stop = end < 0 ? file.end : min(end, file.end)
    return InputFile(descriptor: file.descriptor, start: start, end: stop)
  }

  /// What undoes its transfer encoding; nil for an encoding that is not known.
  var decoder: (any TransferDecoder)? {
    let header = g_mime_object_get_header(object, "Content-Transfer-Encoding")
    let name = header.map { SafeText.line(String(cString: $0)).lowercased() } ?? ""
    switch name.prefix(while: { $0 != ";" && $0 != " " }) {
    case "", "7bit", "8bit", "binary", "7-bit", "8-bit": return PlainDecoder()
    case "base64": return Base64Decoder()
    case "quoted-printable": return QuotedPrintableDecoder()
    case "x-uuencode", "uuencode", "x-uue": return UUDecoder()
    default: return nil
    }
  }

  /// How many headers the part has, and their bytes.
  var headerMeasure: (count: Int, bytes: Int) {
    guard let list = g_mime_object_get_header_list(object) else { return (0, 0) }
    let count = Int(max(0, g_mime_header_list_get_count(list)))
    var bytes = 0
    for index in 0..<min(count, Limits.headersMax + 1) {
      guard let header = g_mime_header_list_get_header_at(list, Int32(index)) else { continue }
      bytes += g_mime_header_get_raw_value(header).map { strlen($0) } ?? 0
    }
    return (count, bytes)
  }

  private func isA(_ type: GType) -> Bool {
    object.withMemoryRebound(to: GTypeInstance.self, capacity: 1) {
      g_type_check_instance_is_a($0, type) != 0
    }
  }
}
