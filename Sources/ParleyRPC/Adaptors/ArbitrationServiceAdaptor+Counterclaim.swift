import GRPCCore
import ParleyDomain
import ParleyWire

extension ArbitrationServiceAdaptor {
  func fileCounterclaim(
    request: Parley_V1_FileCounterclaimRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .fileCounterclaim, try .now()) { fields, dispute in
      Asked(
        .fileCounterclaim(
          CounterclaimTerms(
            amount: fields.money(
              request.amount, isSet: request.hasAmount, at: "amount", .aboveZero),
            leave: fields.optionalExhibit(
              request.leaveExhibit, at: "leave_exhibit", of: dispute))),
        "counterclaim.ground", fields.text(request.ground, at: "ground", 1...10_000, .paragraphs))
    }
  }

  func replyCounterclaim(
    request: Parley_V1_ReplyCounterclaimRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .replyCounterclaim, try .now()) { fields, _ in
      Asked(
        .replyCounterclaim(
          CounterclaimReply(
            admitted: fields.optionalMoney(
              request.admittedAmount, isSet: request.hasAdmittedAmount, at: "admitted_amount",
              .aboveZero))),
        "counterclaim.reply", fields.text(request.text, at: "text", 0...10_000, .paragraphs))
    }
  }

  func withdrawCounterclaim(
    request: Parley_V1_WithdrawCounterclaimRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .withdrawCounterclaim, try .now()) { fields, _ in
      Asked(
        .withdrawCounterclaim, "counterclaim.withdrawal",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }
}
