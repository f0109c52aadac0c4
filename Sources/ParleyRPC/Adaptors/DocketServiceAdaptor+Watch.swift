import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension DocketServiceAdaptor {
  func watch(
    request: Parley_V1_WatchRequest, response: RPCWriter<Parley_V1_WatchResponse>,
    context: ServerContext
  ) async throws {
    let call = try Call.now()
    let id = try FieldReader.read { fields in
      if request.fromNow, !request.resumeToken.isEmpty {
        fields.refuse("from_now", "Give a resume token or from_now, not both.")
      }
      if request.view == .full {
        fields.refuse("view", "A watch tells the basic view; get the entry for its stored form.")
      }
      return fields.disputeOrAll(request.name, at: "name")
    }
    if let id { call.note(id) }
    let purpose = "watch|\(request.name)"
    let caller = try call.caller
    let registrar = desks.registrar
    var mark = try Self.mark(request.resumeToken, purpose, caller, registrar)
    if request.fromNow { mark = try registrar.markNow(dispute: id) }
    let cursor = try registrar.watch(id, after: mark, for: caller)
    do {
      try await RPCEnding.race(context) {
        var cursor = cursor
        while true {
          let item = try await cursor.next()
          let token = try registrar.seal(cursor.mark, purpose: purpose, caller: caller)
          try await response.write(Self.message(item, token))
        }
      }
    } catch is CancellationError {
      throw CallFault.stopping
    }
    throw CallFault.stopping
  }

  private static func mark(
    _ token: String, _ purpose: String, _ caller: Caller, _ registrar: Registrar
  ) throws -> PageMark? {
    guard !token.isEmpty else { return nil }
    guard token.utf8.count <= 2000,
      let mark = registrar.open(token, purpose: purpose, caller: caller)
    else {
      throw FieldReader.refusal(
        "resume_token", "This token is not from the same watch; start again without a token.")
    }
    return mark
  }

  private static func message(_ item: WatchItem, _ token: String) -> Parley_V1_WatchResponse {
    .with {
      $0.resumeToken = token
      switch item {
      case .entry(let seen): $0.entry = .init(seen)
      case .current: $0.current = .init()
      case .progress: $0.progress = .init()
      case .reset(let dispute): $0.reset = .with { $0.dispute = dispute?.name ?? "" }
      }
    }
  }
}
