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

  /// The method the path names; `nil` until it came, and when it is not of the right form.
  private(set) var method: ServerMethod?

  /// The fields that are the application's.
  private(set) var fields = RawFields()

  /// Nanoseconds the client gives, if any.
  private(set) var timeout: TimeoutHeader?

  /// Messages of the request may be gzip.
  private(set) var isCompressed = false

  /// Messages of the response may be gzip.
  private(set) var acceptsGzip = false

  private var isPost = false
  private var hasContentType = false
  private var isGRPC = false
  private var hasEncoding = false
  private var hasKnownEncoding = true
  private var isOverLimit = false
  private var bytes = 0
  private var count = 0

  /// Takes one field; `false` when the list is so far beyond the limit that the stream must end.
  mutating func add(
    name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>, bytesMax: Int,
    methods: MethodTable
  ) -> Bool {
    bytes += name.count + value.count + 32
    count += 1
    if bytes > bytesMax || count > Limits.headerFieldsMax {
      isOverLimit = true
      return bytes <= bytesMax * Limits.headerListRefusalFactor
    }
    if name.first == UInt8(ascii: ":") {
      addPseudo(name, value, methods)
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
    if method == nil {
      let status = Status(code: .unimplemented, message: "Malformed path.")
      return .refuse(status, advertisesEncoding: false)
    }
    return .accept
  }

  private mutating func addPseudo(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, _ methods: MethodTable
  ) {
    if name.count == 5, name[1] == UInt8(ascii: "p") {
      method = methods.method(path: value)
    } else if name.count == 7, name[1] == UInt8(ascii: "m") {
      isPost = HeaderText.equals(value, "POST")
    }
  }

  private mutating func addRegular(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    switch name.count {
    case 2 where HeaderText.equals(name, "te"):
      return
    case 12 where HeaderText.equals(name, "content-type"):
      isGRPC = !hasContentType && ContentType.isGRPC(value)
      hasContentType = true
    case 12 where HeaderText.equals(name, "grpc-timeout"):
      timeout = timeout == nil ? TimeoutHeader(value) : .malformed
    case 13 where HeaderText.equals(name, "grpc-encoding"):
      isCompressed = HeaderText.equals(value, "gzip")
      hasKnownEncoding =
        !hasEncoding && (isCompressed || HeaderText.equals(value, "identity"))
      hasEncoding = true
    case 20 where HeaderText.equals(name, "grpc-accept-encoding"):
      acceptsGzip = acceptsGzip || HeaderText.list(value, contains: "gzip")
    default:
      fields.append(name: name, value: value)
    }
  }
}
