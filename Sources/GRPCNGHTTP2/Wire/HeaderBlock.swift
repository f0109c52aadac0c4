import CNGHTTP2

/// A header list to be sent. Known names and values are static strings and are not copied; the rest
/// is gathered in one buffer.
struct HeaderBlock {
  private struct Text {
    var constant: UnsafePointer<UInt8>?
    var offset: Int
    var length: Int
  }

  private struct Field {
    var name: Text
    var value: Text
    var isSecret: Bool
  }

  private var bytes: [UInt8] = []
  private var fields: [Field] = []

  init(capacity: Int) {
    fields.reserveCapacity(capacity)
  }

  mutating func add(_ name: StaticString, _ value: StaticString) {
    fields.append(Field(name: Self.text(name), value: Self.text(value), isSecret: false))
  }

  mutating func add(_ name: StaticString, _ value: some Collection<UInt8>) {
    fields.append(Field(name: Self.text(name), value: store(value), isSecret: false))
  }

  /// Adds a field whose name is not known beforehand. Credentials are kept out of the compression
  /// tables (RFC 7541 §7.1.3).
  mutating func add(name: some Collection<UInt8>, value: some Collection<UInt8>) {
    let isSecret = name.elementsEqual("authorization".utf8)
    fields.append(Field(name: store(name), value: store(value), isSecret: isSecret))
  }

  /// Calls `body` with the list in nghttp2's form, valid during the call.
  func withFields<R>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> R) -> R {
    bytes.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: fields.count) { list in
        for (index, field) in fields.enumerated() {
          list.initializeElement(at: index, to: Self.entry(field, buffer))
        }
        return body(list.baseAddress, fields.count)
      }
    }
  }

  private mutating func store(_ text: some Collection<UInt8>) -> Text {
    let offset = bytes.count
    bytes.append(contentsOf: text)
    return Text(constant: nil, offset: offset, length: bytes.count - offset)
  }

  private static func text(_ constant: StaticString) -> Text {
    Text(constant: constant.utf8Start, offset: 0, length: constant.utf8CodeUnitCount)
  }

  private static func entry(
    _ field: Field, _ buffer: UnsafeBufferPointer<UInt8>
  ) -> nghttp2_nv {
    var flags: UInt32 = 0
    if field.name.constant != nil { flags |= NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue }
    if field.value.constant != nil { flags |= NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue }
    if field.isSecret { flags |= NGHTTP2_NV_FLAG_NO_INDEX.rawValue }
    return nghttp2_nv(
      name: pointer(field.name, buffer), value: pointer(field.value, buffer),
      namelen: field.name.length, valuelen: field.value.length,
      flags: UInt8(truncatingIfNeeded: flags))
  }

  private static func pointer(
    _ text: Text, _ buffer: UnsafeBufferPointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8>? {
    if let constant = text.constant { return UnsafeMutablePointer(mutating: constant) }
    return buffer.baseAddress.map { UnsafeMutablePointer(mutating: $0 + text.offset) }
  }
}
