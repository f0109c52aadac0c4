import Testing

@testable import GRPCNGHTTP2

@Suite struct MessageFramerTests {
  private func framed(_ message: [UInt8], flag: UInt8 = 0) -> [UInt8] {
    let count = UInt32(message.count)
    return [flag] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } + message
  }

  private func feed(
    _ framer: inout MessageFramer, _ bytes: [UInt8]
  ) throws(FramingFault) -> [[UInt8]] {
    var messages: [[UInt8]] = []
    var fault: FramingFault?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(FramingFault) {
        try framer.consume(buffer) { messages.append($0.bytes) }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return messages
  }

  @Test(arguments: [1, 2, 3, 5, 7, 100, 1000])
  func cutsAtAnyChunkSize(size: Int) throws {
    let messages: [[UInt8]] = [[], [1], Array(repeating: 2, count: 300), [], [3, 4]]
    let bytes = messages.flatMap { framed($0) }
    var framer = MessageFramer(messageBytesMax: 300)
    var received: [[UInt8]] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      received += try feed(&framer, Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(received == messages)
    #expect(!framer.isInsideMessage)
  }

  @Test func refusesOneByteTooManyAtThePrefix() throws {
    var framer = MessageFramer(messageBytesMax: 10)
    #expect(try feed(&framer, framed(Array(repeating: 0, count: 10))).count == 1)
    #expect(throws: FramingFault.tooLarge(length: 11, limit: 10)) {
      try feed(&framer, [0, 0, 0, 0, 11])
    }
    var second = MessageFramer(messageBytesMax: 10)
    #expect(throws: FramingFault.tooLarge(length: 0xFFFF_FFFF, limit: 10)) {
      try feed(&second, [0, 255, 255, 255, 255])
    }
  }

  @Test func refusesFlags() {
    var compressed = MessageFramer(messageBytesMax: 10)
    #expect(throws: FramingFault.unexpectedCompression) {
      try feed(&compressed, framed([1], flag: 1))
    }
    var unknown = MessageFramer(messageBytesMax: 10)
    #expect(throws: FramingFault.unknownFlag(2)) { try feed(&unknown, framed([1], flag: 2)) }
  }

  @Test func knowsItIsInsideAMessage() throws {
    var framer = MessageFramer(messageBytesMax: 10)
    #expect(try feed(&framer, [0]).isEmpty)
    #expect(framer.isInsideMessage)
  }

  @Test func outboundBufferGivesBackWhatWasFramed() {
    let messages: [[UInt8]] = [
      [], [1, 2, 3], Array(repeating: 9, count: Limits.gatherBytesMax - 1),
      Array(repeating: 8, count: Limits.gatherBytesMax), [7],
      Array(repeating: 6, count: 100_000), [5],
    ]
    for capacity in [1, 5, 4096, 16_384] {
      var buffer = OutboundBuffer()
      for message in messages { buffer.append(message: message) }
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: capacity)
      while !buffer.isEmpty {
        let count = chunk.withUnsafeMutableBufferPointer { target in
          target.baseAddress.map { buffer.take(into: $0, capacity: capacity) } ?? 0
        }
        #expect(count > 0)
        bytes += chunk.prefix(count)
      }
      #expect(bytes == messages.flatMap { framed($0) })
    }
  }
}
