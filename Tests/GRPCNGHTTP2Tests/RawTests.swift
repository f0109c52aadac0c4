import GRPCCore
import Testing

@testable import GRPCNGHTTP2

/// What the server does with frames no gRPC client would send.
@Suite struct RawTests {
  private func withServer(
    _ adjust: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (RawConnection) throws -> Void
  ) async throws {
    var settings = ServerConfiguration()
    settings.loops = 1
    adjust(&settings)
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: .cleartextOnLoopback, configuration: settings)
    try await withGRPCServer(transport: transport, services: [TestService()]) { _ in
      try body(try RawConnection(port: try await transport.boundAddress.port))
    }
  }

  /// Sends a request and returns the frames of its answer up to END_STREAM or RST_STREAM.
  private func answer(
    _ connection: RawConnection, _ bytes: [UInt8]
  ) -> [RawConnection.Frame] {
    connection.send(RawConnection.preface + bytes)
    return connection.frames(of: 1) { $0.type == 3 || ($0.type != 9 && $0.flags & 1 != 0) }
  }

  private func text(_ frames: [RawConnection.Frame]) -> String {
    String(decoding: frames.filter { $0.type == 0 }.flatMap(\.payload), as: UTF8.self)
  }

  @Test func whatIsNotGRPCGetsAText() async throws {
    try await withServer { connection in
      let frames = answer(
        connection, RawConnection.request([("content-type", "text/html")], end: true))
      #expect(text(frames) == "This server speaks gRPC: application/grpc.\n")
    }
    try await withServer { connection in
      let frames = answer(connection, RawConnection.request([(":method", "PUT")], end: true))
      #expect(text(frames) == "gRPC requests use POST.\n")
    }
  }

  @Test func anAnswerBeforeTheEndOfTheRequestIsFollowedByAResetWithoutError() async throws {
    try await withServer { connection in
      let oversize = RawConnection.frame(0, 0, 1, [0, 255, 255, 255, 255, 1, 2, 3])
      connection.send(RawConnection.preface + RawConnection.request(end: false) + oversize)
      let frames = connection.frames(of: 1) { $0.type == 3 }
      #expect(frames.map(\.type) == [1, 3])
      #expect(frames.first?.flags == 5)
      #expect(frames.last?.payload == [0, 0, 0, 0])
    }
  }

  @Test(
    arguments: [
      [2, 0, 0, 0, 1, 9], [1, 0, 0, 0, 1, 9], [0, 0, 0, 0, 2, 9], [0, 0],
    ] as [[UInt8]])
  func brokenFramingIsAnsweredWithTrailersOnly(body: [UInt8]) async throws {
    try await withServer { connection in
      let frames = answer(
        connection, RawConnection.request(end: false) + RawConnection.frame(0, 1, 1, body))
      #expect(frames.map(\.type) == [1])
    }
  }

  @Test(arguments: ["nothing", "/", "//", "/a", "/a/", ""])
  func malformedPathsAreAnswered(path: String) async throws {
    try await withServer { connection in
      let frames = answer(connection, RawConnection.request([(":path", path)], end: true))
      #expect([1, 3].contains(frames.first?.type))
    }
  }

  @Test func aPeerThatSaysNothingIsClosed() async throws {
    try await withServer({ $0.handshakeTimeout = .milliseconds(1) }) { connection in
      while connection.nextFrame() != nil {}
      #expect(connection.wasClosed)
    }
  }

  @Test func anIdleConnectionIsToldGoodbye() async throws {
    try await withServer({ $0.idleTimeout = .milliseconds(1) }) { connection in
      connection.send(RawConnection.preface)
      var types: [UInt8] = []
      while let frame = connection.nextFrame() {
        types.append(frame.type)
        if frame.type == 6 { connection.send(RawConnection.frame(6, 1, 0, frame.payload)) }
      }
      #expect(types.filter { $0 == 7 }.count == 2)
      #expect(connection.wasClosed)
    }
  }

  @Test func garbageClosesTheConnection() async throws {
    try await withServer { connection in
      connection.send([UInt8](repeating: 0x41, count: 500))
      while connection.nextFrame() != nil {}
      #expect(connection.wasClosed)
    }
  }
}
