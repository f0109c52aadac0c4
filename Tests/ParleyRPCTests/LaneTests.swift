import Foundation
import GRPCCore
import GRPCNGHTTP2
import Logging
import OpenSSLKit
import ParleyDomain
import ParleyRPC
import ParleyService
import ParleyStore
import SwiftProtobuf
import Testing

@testable import ParleyWire

/// Every method of the fast lane answers on both lanes alike: message, status, text and metadata.
struct LaneTests {
  /// What a call got back, to compare.
  private struct Outcome: Equatable {
    var message: [UInt8] = []
    var code: RPCError.Code?
    var text = ""
    var metadata: [String] = []
  }

  private struct Question {
    var method: MethodDescriptor
    var message: [UInt8]
  }

  @Test func bothLanesAnswerAlike() async throws {
    try await LaneHouse.with { house in
      let questions = try Self.questions(about: house.dispute)
      let asked = Set(questions.map(\.method))
      #expect(asked == Set(house.fastMethods.map(\.descriptor)), "a method without a question")
      let tokens = [house.author, house.colleague, house.stranger, "wrong", nil]
      var accepted: Set<MethodDescriptor> = []
      for question in questions {
        for token in tokens {
          let slow = await Self.outcome(of: question, token, house.slow)
          let fast = await Self.outcome(of: question, token, house.fast)
          #expect(fast == slow, "\(question.method)")
          if fast.code == nil { accepted.insert(question.method) }
        }
      }
      let agreement = Parley_V1_NegotiationService.Method.GetAgreement.descriptor
      let offer = Parley_V1_NegotiationService.Method.GetOffer.descriptor
      #expect(accepted == asked.subtracting([agreement, offer]), "there is none of these yet")
    }
  }

  /// A read of what is confided goes to the other lane until it is on disk, and is recorded either way.
  @Test func whatIsConfidedIsRecordedBeforeItIsShown() async throws {
    try await LaneHouse.with { house in
      let method = Parley_V1_DocketService.Method.ListEntries.descriptor
      let message =
        try Parley_V1_ListEntriesRequest.with {
          $0.parent = house.dispute
          $0.filter = "compartment = \"\(LaneHouse.part.code)\""
        }.serializedBytes() as [UInt8]
      let question = Question(method: method, message: message)
      #expect(try await house.recordedReads() == 0)
      let handlers = house.fastCounters
      let first = await Self.outcome(of: question, house.colleague, house.fast)
      #expect(first.code == nil)
      #expect(try await house.recordedReads() == 1)
      #expect(handlers.runningHandlersMost == 1, "the first read was deferred")
      #expect(await Self.outcome(of: question, house.colleague, house.fast) == first)
      #expect(try await house.recordedReads() == 1)
      #expect(await Self.outcome(of: question, house.author, house.fast).code == nil)
      #expect(try await house.recordedReads() == 1, "an author's own is not recorded")
    }
  }

  private static func questions(about name: String) throws -> [Question] {
    try general() + disputes(name) + money(name)
  }

  /// The requests, and one that cannot be read.
  private static func ask(
    _ method: MethodDescriptor, _ requests: any Message...
  ) throws -> [Question] {
    try requests.map { Question(method: method, message: try $0.serializedBytes()) }
      + [Question(method: method, message: [0xFF, 1, 2])]
  }

  private static func general() throws -> [Question] {
    try ask(
      Grpc_Health_V1_Health.Method.Check.descriptor, Grpc_Health_V1_HealthCheckRequest(),
      Grpc_Health_V1_HealthCheckRequest.with { $0.service = "parley.v1.DisputeService" },
      Grpc_Health_V1_HealthCheckRequest.with { $0.service = "none" })
      + ask(
        Parley_V1_SessionService.Method.GetLimits.descriptor, Parley_V1_GetLimitsRequest(),
        Parley_V1_GetLimitsRequest.with { $0.name = "else" })
  }

  private static func disputes(_ name: String) throws -> [Question] {
    typealias Dispute = Parley_V1_DisputeService.Method
    return try ask(
      Dispute.GetDispute.descriptor, Parley_V1_GetDisputeRequest.with { $0.name = name },
      Parley_V1_GetDisputeRequest.with { $0.name = "disputes/0000-0000" },
      Parley_V1_GetDisputeRequest())
      + ask(
        Parley_V1_DocketService.Method.ListEntries.descriptor,
        Parley_V1_ListEntriesRequest.with { $0.parent = name },
        Parley_V1_ListEntriesRequest.with {
          $0.parent = name
          $0.view = .full
        },
        Parley_V1_ListEntriesRequest.with {
          $0.parent = name
          $0.pageSize = -1
        })
  }

  private static func money(_ name: String) throws -> [Question] {
    typealias Negotiation = Parley_V1_NegotiationService.Method
    let day = Google_Type_Date.with {
      $0.year = 2026
      $0.month = 3
      $0.day = 1
    }
    return try ask(
      Negotiation.GetOffer.descriptor,
      Parley_V1_GetOfferRequest.with { $0.name = "\(name)/offers/1" })
      + ask(
        Negotiation.ListOffers.descriptor, Parley_V1_ListOffersRequest.with { $0.parent = name },
        Parley_V1_ListOffersRequest.with {
          $0.parent = name
          $0.pageToken = "made-up"
        })
      + ask(
        Negotiation.GetAgreement.descriptor,
        Parley_V1_GetAgreementRequest.with { $0.name = "\(name)/agreement" })
      + ask(
        Parley_V1_MoneyService.Method.GetQuote.descriptor,
        Parley_V1_GetQuoteRequest.with {
          $0.name = "\(name)/quote"
          $0.asOfDate = day
        })
  }

  private static func outcome(
    of question: Question, _ token: String?, _ client: GRPCClient<NGHTTP2ClientTransport>
  ) async -> Outcome {
    var metadata = Metadata()
    if let token { metadata.addString("Bearer \(token)", forKey: "authorization") }
    do {
      return try await client.unary(
        request: ClientRequest(message: question.message, metadata: metadata),
        descriptor: question.method, serializer: RawBytes(), deserializer: RawBytes(),
        options: .defaults
      ) { response in
        let message = try response.message
        return Outcome(
          message: message, metadata: text(response.metadata) + text(response.trailingMetadata))
      }
    } catch let error as RPCError {
      return Outcome(code: error.code, text: error.message, metadata: text(error.metadata))
    } catch {
      return Outcome(text: "\(error)")
    }
  }

  private static func text(_ metadata: Metadata) -> [String] {
    metadata.map { "\($0.key): \($0.value)" }.sorted()
  }
}
