import Glibc
import Testing

@testable import GRPCNGHTTP2

/// A socket that speaks hand-made HTTP/2 frames. Blocks; reads end after ten seconds of silence.
final class RawConnection {
  struct Frame: Equatable {
    var type: UInt8
    var flags: UInt8
    var stream: UInt32
    var payload: [UInt8]
  }

  static let preface = [UInt8]("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + frame(4, 0, 0, [])

  /// The head of a request to the echo method; fields given replace those of the same name.
  static func request(_ changes: [(String, String)] = [], end: Bool, stream: UInt8 = 1) -> [UInt8] {
    var fields = [
      (":method", "POST"), (":scheme", "http"), (":path", "/test.Echo/Echo"),
      (":authority", "localhost"), ("content-type", "application/grpc"), ("te", "trailers"),
    ]
    for (name, value) in changes {
      if let index = fields.firstIndex(where: { $0.0 == name }) {
        fields[index].1 = value
      } else {
        fields.append((name, value))
      }
    }
    var block: [UInt8] = []
    for (name, value) in fields {
      block += [0, UInt8(name.utf8.count)] + Array(name.utf8)
      block += [UInt8(value.utf8.count)] + Array(value.utf8)
    }
    return frame(1, end ? 5 : 4, UInt32(stream), block)
  }

  static func frame(
    _ type: UInt8, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8]
  ) -> [UInt8] {
    let length = UInt32(payload.count)
    let head = [16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + [type, flags]
    return head + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: stream >> $0) } + payload
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// The server closed the connection, in order or by a reset; silence does not count.
  private(set) var wasClosed = false

  init(port: Int) throws {
    let address = try #require(try Resolver.resolve(host: "127.0.0.1", port: port).first)
    descriptor = try Socket.connect(to: address)
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    Socket.close(descriptor)
  }

  func send(_ bytes: [UInt8]) {
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// The next frame; `nil` when the server closed.
  func nextFrame() -> Frame? {
    while true {
      if buffer.count >= 9 {
        let length = buffer.prefix(3).reduce(0) { $0 << 8 | Int($1) }
        if buffer.count >= 9 + length {
          defer { buffer.removeFirst(9 + length) }
          return Frame(
            type: buffer[3], flags: buffer[4],
            stream: buffer[5..<9].reduce(0) { $0 << 8 | UInt32($1) },
            payload: Array(buffer[9..<(9 + length)]))
        }
      }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count <= 0 {
        wasClosed = count == 0 || errno == ECONNRESET
        return nil
      }
      buffer += chunk.prefix(count)
    }
  }

  /// The frames of a stream up to the one that ends or resets it.
  func frames(of stream: UInt32, until isLast: (Frame) -> Bool) -> [Frame] {
    var frames: [Frame] = []
    while let frame = nextFrame() {
      if frame.stream == stream { frames.append(frame) }
      if frame.stream == stream, isLast(frame) { return frames }
    }
    return frames
  }
}
