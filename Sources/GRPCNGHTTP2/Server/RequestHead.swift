import GRPCCore

/// The header list of a request while it arrives and until the RPC begins.
struct RequestHead {
  /// What the header list lets us do.
  enum Verdict {
    /// Begin the RPC.
    case accept
    /// Not gRPC: answer with this HTTP status and text.
    case refuseHTTP(status: StaticString, text: StaticString)
    /// gRPC, but not like this.
    case refuse(Status, advertisesEncoding: Bool)
  }

  private(set) var path = ""
  private(set) var metadata = Metadata()

  /// Nanoseconds the client gives, if any.
  private(set) var timeout: TimeoutHeader?

  private var isPost = false
  private var hasContentType = false
  private var isGRPC = false
  private var hasKnownEncoding = true
  private var isOverLimit = false
  private var bytes = 0
  private var fields = 0

  /// Takes one field; `false` when the list is so far beyond the limit that the stream must end.
  mutating func add(
    name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>, bytesMax: Int
  ) -> Bool {
    bytes += name.count + value.count + 32
    fields += 1
    if bytes > bytesMax || fields > Limits.headerFieldsMax {
      isOverLimit = true
      return bytes <= bytesMax * Limits.headerListRefusalFactor
    }
    if name.first == UInt8(ascii: ":") {
      addPseudo(name, value)
    } else {
      addRegular(name, value)
    }
    return true
  }

  /// Judges the complete list.
  func verdict() -> Verdict {
    if isOverLimit {
      let status = Status(code: .resourceExhausted, message: "The header list is too large.")
      return .refuse(status, advertisesEncoding: false)
    }
    guard isPost else { return .refuseHTTP(status: "405", text: "gRPC requests use POST.\n") }
    guard isGRPC else {
      return .refuseHTTP(status: "415", text: "This server speaks gRPC: application/grpc.\n")
    }
    guard hasKnownEncoding else {
      let status = Status(
        code: .unimplemented, message: "The message encoding of the request is not supported.")
      return .refuse(status, advertisesEncoding: true)
    }
    if timeout == .malformed {
      let status = Status(code: .internalError, message: "Malformed grpc-timeout.")
      return .refuse(status, advertisesEncoding: false)
    }
    return .accept
  }

  private mutating func addPseudo(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    if name.count == 5, name[1] == UInt8(ascii: "p") {
      path = String(decoding: value, as: UTF8.self)
    } else if name.count == 7, name[1] == UInt8(ascii: "m") {
      isPost = value.elementsEqual("POST".utf8)
    }
  }

  private mutating func addRegular(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    switch name.count {
    case 2 where name.elementsEqual("te".utf8):
      return
    case 12 where name.elementsEqual("content-type".utf8):
      isGRPC = !hasContentType && ContentType.isGRPC(value)
      hasContentType = true
    case 12 where name.elementsEqual("grpc-timeout".utf8):
      timeout = timeout == nil ? TimeoutHeader(value) : .malformed
    case 13 where name.elementsEqual("grpc-encoding".utf8):
      hasKnownEncoding = hasKnownEncoding && value.elementsEqual("identity".utf8)
    case 20 where name.elementsEqual("grpc-accept-encoding".utf8):
      return
    default:
      MetadataCodec.add(name: name, value: value, to: &metadata)
    }
  }
}
