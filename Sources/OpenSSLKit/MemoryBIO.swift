import COpenSSL

/// OpenSSL's way of reading and writing text in memory.
final class MemoryBIO {
  let pointer: OpaquePointer

  /// An empty one, to be written.
  init() throws(OpenSSLError) {
    guard let made = BIO_new(BIO_s_mem()) else {
      throw OpenSSLError.taken(whileTryingTo: "make a buffer")
    }
    pointer = made
  }

  /// One that holds this text.
  convenience init(reading text: String) throws(OpenSSLError) {
    try self.init()
    let bytes = Array(text.utf8)
    guard let size = Int32(exactly: bytes.count),
      size == 0 || BIO_write(pointer, bytes, size) == size
    else { throw OpenSSLError.taken(whileTryingTo: "fill a buffer") }
  }

  deinit { BIO_free(pointer) }

  /// What has been written into it.
  var text: String {
    var start: UnsafeMutablePointer<CChar>?
    let count = withUnsafeMutablePointer(to: &start) { BIO_ctrl(pointer, BIO_CTRL_INFO, 0, $0) }
    guard count > 0, let start else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
