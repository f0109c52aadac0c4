import GRPCCore

/// Metadata to and from header fields.
enum MetadataCodec {
  /// Names the transport writes itself; metadata under them is not sent.
  private static let reserved: Set<String> = [
    "content-type", "te", "grpc-status", "grpc-message", "grpc-encoding", "grpc-accept-encoding",
    "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "host",
    "content-length",
  ]

  /// Adds metadata to a header list.
  ///
  /// Leaves out what HTTP/2 or gRPC would not allow on the wire: reserved names, names outside
  /// `[0-9a-z_.-]`, values with bytes other than printable ASCII. nghttp2 does not check what it is
  /// given, and the peer would reset the stream for it.
  static func append(_ metadata: Metadata, to block: inout HeaderBlock) {
    for (key, value) in metadata {
      let name = key.lowercased()
      guard !reserved.contains(name), isValid(name: name) else { continue }
      switch value {
      case .string(let text):
        let bytes = text.utf8
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { continue }
        block.add(name: name.utf8, value: bytes)
      case .binary(let bytes):
        guard name.hasSuffix("-bin") else { continue }
        block.add(name: name.utf8, value: Base64.encode(bytes))
      }
    }
  }

  /// Adds one received field. Values of `-bin` fields may be padded or not and several may be joined
  /// by commas; what is not base64 is kept as text. Bytes that are not UTF-8 are repaired.
  static func add(
    name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>, to metadata: inout Metadata
  ) {
    let key = String(decoding: name, as: UTF8.self)
    guard key.hasSuffix("-bin") else {
      metadata.addString(String(decoding: value, as: UTF8.self), forKey: key)
      return
    }
    for piece in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let text = trim(piece)
      if let bytes = Base64.decode(text) {
        metadata.addBinary(bytes, forKey: key)
      } else {
        metadata.addString(String(decoding: text, as: UTF8.self), forKey: key)
      }
    }
  }

  private static func trim(
    _ piece: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var piece = piece
    while piece.first == 0x20 { piece.removeFirst() }
    while piece.last == 0x20 { piece.removeLast() }
    return piece
  }

  private static func isValid(name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default:
          false
        }
      }
  }
}
