import Dispatch
import GRPCCore
import GRPCNGHTTP2
import ParleyRPC
import ParleyService
import ParleyStore
import SwiftProtobuf
import Synchronization
import Testing

@testable import ParleyWire

/// Long reads do not stop other calls of the same connection, and a call that finds no connection to the
/// database free does not stop its loop.
struct LongReadLaneTests {
  /// Connections to the database that are in use until it is let go of.
  private final class Holding: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let count: Int

    /// Takes so many of a lane, and answers once it has them.
    init(_ count: Int, of lane: ReaderLane, in registrar: Registrar) async {
      self.count = count
      let (held, tell) = AsyncStream.makeStream(of: Void.self)
      for _ in 0..<count {
        DispatchQueue.global().async { [gate] in
          try? ReaderLane.$current.withValue(lane) {
            try registrar.journal.read { _ in
              tell.yield()
              gate.wait()
            }
          }
        }
      }
      var number = 0
      for await _ in held {
        number += 1
        if number == count { break }
      }
    }

    func letGo() { for _ in 0..<count { gate.signal() } }
  }

  private final class Answered: Sendable {
    private let number = Mutex(0)
    func note() { number.withLock { $0 += 1 } }
    var count: Int { number.withLock { $0 } }
  }

  private func ask<Request: Message>(
    _ method: MethodDescriptor, _ request: Request, _ token: String?,
    _ client: GRPCClient<NGHTTP2ClientTransport>
  ) async throws -> [UInt8] {
    var metadata = Metadata()
    if let token { metadata.addString("Bearer \(token)", forKey: "authorization") }
    var options = CallOptions.defaults
    // Far more than any of these takes, and an end where one of them waits for what never comes.
    options.timeout = .seconds(60)
    return try await client.unary(
      request: ClientRequest(message: try request.serializedBytes(), metadata: metadata),
      descriptor: method, serializer: RawBytes(), deserializer: RawBytes(), options: options
    ) { try $0.message }
  }

  @Test func manySearchesStopNothingElseOnTheirConnection() async throws {
    try await LaneHouse.with { house in
      let holding = await Holding(Limits.longReadersMax, of: .long, in: house.registrar)
      let answered = Answered()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<40 {
          group.addTask {
            _ =
              number.isMultiple(of: 2)
              ? try await ask(
                Parley_V1_DocketService.Method.SearchEntries.descriptor,
                Parley_V1_SearchEntriesRequest.with {
                  $0.parent = "disputes/-"
                  $0.query = "between"
                }, house.author, house.fast)
              : try await ask(
                Parley_V1_DisputeService.Method.ListDisputes.descriptor,
                Parley_V1_ListDisputesRequest(), house.author, house.fast)
            answered.note()
          }
        }
        // All of them are under way before anything else is asked.
        while house.fastCounters.runningHandlersMost < 40 { await Task.yield() }
        for _ in 0..<20 {
          _ = try await ask(
            Grpc_Health_V1_Health.Method.Check.descriptor, Grpc_Health_V1_HealthCheckRequest(),
            nil, house.fast)
          _ = try await ask(
            Parley_V1_DisputeService.Method.GetDispute.descriptor,
            Parley_V1_GetDisputeRequest.with { $0.name = house.dispute }, house.author, house.fast)
          _ = try await ask(
            Parley_V1_MoneyService.Method.GetQuote.descriptor,
            Parley_V1_GetQuoteRequest.with { $0.name = "\(house.dispute)/quote" }, house.author,
            house.fast)
        }
        #expect(answered.count == 0, "they wait for a connection of their own")
        holding.letGo()
        try await group.waitForAll()
      }
      #expect(answered.count == 40)
    }
  }

  @Test func whereNoConnectionIsFreeACallGoesToTheOtherLane() async throws {
    try await LaneHouse.with { house in
      let method = Parley_V1_DisputeService.Method.GetDispute.descriptor
      let request = Parley_V1_GetDisputeRequest.with { $0.name = house.dispute }
      let before = try await ask(method, request, house.author, house.fast)
      #expect(house.fastCounters.runningHandlersMost == 0, "answered on the loop")
      let holding = await Holding(Limits.shortReaders, of: .short, in: house.registrar)
      #expect(try await ask(method, request, house.author, house.fast) == before)
      #expect(house.fastCounters.runningHandlersMost == 1, "deferred")
      // What reads nothing is answered as ever.
      _ = try await ask(
        Grpc_Health_V1_Health.Method.Check.descriptor, Grpc_Health_V1_HealthCheckRequest(), nil,
        house.fast)
      holding.letGo()
    }
  }
}
