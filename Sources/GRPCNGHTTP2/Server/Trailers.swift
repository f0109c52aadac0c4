import CNGHTTP2

/// What a response ends with.
enum Trailers {
  /// Status OK and nothing else, which nearly all calls end with: one list for all of them.
  case ok

  /// Anything else.
  case block(HeaderBlock)

  /// Calls `body` with the list in nghttp2's form, valid during the call.
  func withFields<R>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> R) -> R {
    switch self {
    case .ok: StandardFields.ok.withFields(body)
    case .block(let block): block.withFields(body)
    }
  }
}
