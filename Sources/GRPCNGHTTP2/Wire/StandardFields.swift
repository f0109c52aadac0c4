import CNGHTTP2

/// Header lists that are the same for every call, in nghttp2's form, made once and never freed.
struct StandardFields: @unchecked Sendable {
  private let list: UnsafeMutableBufferPointer<nghttp2_nv>

  /// The head of a gRPC response without metadata.
  static let head = StandardFields([(":status", "200"), ("content-type", "application/grpc")])

  /// The same, announcing that messages may be gzip.
  static let gzipHead = StandardFields([
    (":status", "200"), ("content-type", "application/grpc"), ("grpc-encoding", "gzip"),
  ])

  /// The trailers of a call that went well.
  static let ok = StandardFields([("grpc-status", "0")])

  private init(_ fields: [(StaticString, StaticString)]) {
    list = .allocate(capacity: fields.count)
    for (index, field) in fields.enumerated() {
      list.initializeElement(
        at: index,
        to: nghttp2_nv(
          name: UnsafeMutablePointer(mutating: field.0.utf8Start),
          value: UnsafeMutablePointer(mutating: field.1.utf8Start),
          namelen: field.0.utf8CodeUnitCount, valuelen: field.1.utf8CodeUnitCount,
          flags: UInt8(
            truncatingIfNeeded: NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue
              | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue)))
    }
  }

  func withFields<R>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> R) -> R {
    body(UnsafePointer(list.baseAddress), list.count)
  }
}
