import GRPCCore
import GRPCNGHTTP2
import InteropWire
import SwiftProtobuf

extension InteropCalls {
  func clientStreaming() async throws {
    let reply = try await service.streamingInputCall { writer in
      for size in Self.requestBytes {
        try await writer.write(.with { $0.payload = Self.payload(size) })
      }
    }
    try expect(reply.aggregatedPayloadSize == 74_922, "the size is \(reply.aggregatedPayloadSize)")
  }

  func clientCompressedStreaming() async throws {
    let first = Input.with {
      $0.payload = Self.payload(27_182)
      $0.expectCompressed = .with { $0.value = true }
    }
    let second = Input.with { $0.payload = Self.payload(45_904) }
    let reply = try await service.streamingInputCall(options: Self.gzip) { writer in
      try await writer.write(first)
      try await RequestCompression.$isEnabled.withValue(false) { try await writer.write(second) }
    }
    try expect(reply.aggregatedPayloadSize == 73_086, "the size is \(reply.aggregatedPayloadSize)")
  }

  func upload() async throws {
    let message = Input.with { $0.payload = Self.payload(1 << 20) }
    let reply = try await service.streamingInputCall { [uploadMiB] writer in
      for _ in 0..<uploadMiB { try await writer.write(message) }
    }
    try expect(
      Int(reply.aggregatedPayloadSize) == uploadMiB << 20,
      "the size is \(reply.aggregatedPayloadSize)")
  }

  func serverStreaming(compressed: [Bool]?) async throws {
    let request = Output.with { request in
      request.responseParameters = Self.responseBytes.enumerated().map { index, size in
        .with {
          $0.size = size
          if let compressed { $0.compressed = .with { $0.value = compressed[index] } }
        }
      }
    }
    let sizes = try await service.streamingOutputCall(request) { response in
      try await response.messages.reduce(into: [Int32]()) {
        $0.append(Int32($1.payload.body.count))
      }
    }
    try expect(sizes == Self.responseBytes, "the sizes are \(sizes)")
  }

  func pingPong() async throws {
    let (answers, tell) = AsyncStream.makeStream(of: Void.self)
    let sizes = try await service.fullDuplexCall(
      requestProducer: { writer in
        var answered = answers.makeAsyncIterator()
        for (response, request) in zip(Self.responseBytes, Self.requestBytes) {
          try await writer.write(Self.output(response, payload: request))
          await answered.next()
        }
      },
      onResponse: { response in
        var sizes: [Int32] = []
        for try await message in response.messages {
          sizes.append(Int32(message.payload.body.count))
          tell.yield()
        }
        return sizes
      })
    try expect(sizes == Self.responseBytes, "the sizes are \(sizes)")
  }

  func emptyStream() async throws {
    let count = try await service.fullDuplexCall(
      requestProducer: { _ in },
      onResponse: { try await $0.messages.reduce(0) { count, _ in count + 1 } })
    try expect(count == 0, "\(count) messages came")
  }

  func cancelAfterBegin() async throws {
    let call = Task { [service] in
      try await service.streamingInputCall { _ in try await Task.sleep(for: .seconds(60)) }
    }
    try await Task.sleep(for: .milliseconds(50))
    call.cancel()
    let found = await code { _ = try await call.value }
    try expect(found == .cancelled || found == .unknown, "the code is \(found as Any)")
  }

  func cancelAfterFirstResponse() async throws {
    let (answers, tell) = AsyncStream.makeStream(of: Void.self)
    let call = Task { [service] in
      try await service.fullDuplexCall(
        requestProducer: { writer in
          try await writer.write(Self.output(31_415, payload: 27_182))
          try await Task.sleep(for: .seconds(60))
        },
        onResponse: { response in
          for try await _ in response.messages { tell.yield() }
        })
    }
    for await _ in answers { break }
    call.cancel()
    let found = await code { try await call.value }
    try expect(found == .cancelled || found == .unknown, "the code is \(found as Any)")
  }

  func timeoutOnSleepingServer() async throws {
    var options = CallOptions.defaults
    options.timeout = .milliseconds(100)
    let found = await code {
      try await service.fullDuplexCall(
        options: options,
        requestProducer: { writer in
          var request = Self.output(31_415, payload: 27_182)
          request.responseParameters[0].intervalUs = 5_000_000
          try await writer.write(request)
        },
        onResponse: { for try await _ in $0.messages {} })
    }
    try expect(found == .deadlineExceeded, "the code is \(found as Any)")
  }
}
