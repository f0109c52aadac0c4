/// What the transports say and accept as the content type of gRPC.
enum ContentType {
  /// Whether a value names gRPC with a message format we carry: `application/grpc`,
  /// `application/grpc+proto`, either with parameters.
  static func isGRPC(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if HeaderText.equals(value, "application/grpc") { return true }
    let base = value.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
    let lower = String(decoding: base, as: UTF8.self).lowercased()
    return lower == "application/grpc" || lower == "application/grpc+proto"
  }
}
