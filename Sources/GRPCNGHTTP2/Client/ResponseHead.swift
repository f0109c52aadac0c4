import GRPCCore

/// A header list of a response: its head, its trailers, or both in one.
struct ResponseHead {
  private(set) var metadata = Metadata()
  private(set) var httpStatus = 0
  private var isGRPC = false
  private var code: Int?
  private var message = ""
  /// Messages of the response may be gzip.
  private(set) var isCompressed = false

  private var hasKnownEncoding = true
  private var isOverLimit = false
  private var bytes = 0
  private var fields = 0

  /// Takes one field; `false` when the list is so far beyond the limit that the stream must end.
  mutating func add(
    name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    bytes += name.count + value.count + 32
    fields += 1
    if bytes > Limits.headerListBytesMax || fields > Limits.headerFieldsMax {
      isOverLimit = true
      return bytes <= Limits.headerListBytesMax * Limits.headerListRefusalFactor
    }
    switch name.count {
    case 7 where HeaderText.equals(name, ":status"):
      httpStatus = Int(String(decoding: value, as: UTF8.self)) ?? 0
    case 11 where HeaderText.equals(name, "grpc-status"):
      code = Int(String(decoding: value, as: UTF8.self)) ?? -1
    case 12 where HeaderText.equals(name, "grpc-message"):
      message = StatusMessage.decode(value)
    case 12 where HeaderText.equals(name, "content-type"):
      isGRPC = ContentType.isGRPC(value)
    case 13 where HeaderText.equals(name, "grpc-encoding"):
      isCompressed = HeaderText.equals(value, "gzip")
      hasKnownEncoding = isCompressed || HeaderText.equals(value, "identity")
    case 20 where HeaderText.equals(name, "grpc-accept-encoding"):
      return true
    default:
      MetadataCodec.add(name: name, value: value, to: &metadata)
    }
    return true
  }

  /// Whether this is a 1xx answer, to be ignored.
  var isInformational: Bool { (100..<200).contains(httpStatus) }

  /// Why the head does not begin a gRPC response; `nil` when it does.
  var refusal: Status? {
    if isOverLimit {
      return Status(code: .resourceExhausted, message: "The response headers are too large.")
    }
    if code != nil { return nil }
    if httpStatus != 200 { return Status(httpStatusCode: httpStatus) }
    if !isGRPC { return Status(code: .unknown, message: "The response is not gRPC.") }
    if !hasKnownEncoding {
      return Status(code: .internalError, message: "The response has an unknown encoding.")
    }
    return nil
  }

  /// The status these trailers carry.
  var status: Status {
    if isOverLimit {
      return Status(code: .resourceExhausted, message: "The response trailers are too large.")
    }
    guard let code else {
      return Status(code: .unknown, message: "The response ended without a status.")
    }
    return Status(code: Status.Code(rawValue: code) ?? .unknown, message: message)
  }
}
