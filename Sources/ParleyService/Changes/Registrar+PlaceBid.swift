import OpenSSLKit
import ParleyDocuments
import ParleyDomain
import ParleyStore

extension Registrar {
  /// Adds what the server contributes to a bidding: the text of its terms, or the sealed form of a
  /// bid. Nil for what is none of it.
  func prepareBidding(
    _ filing: Filing, in dispute: Dispute, ask: ChangeRequest.Ask
  ) throws -> Filing? {
    switch ask {
    case .openBidding(let terms, let authority):
      let text = try BiddingText.text(
        terms, number: (dispute.settlement.biddings.map(\.number).max() ?? 0) + 1,
        claimant: names.name(of: dispute.caseFile.organization)
          ?? dispute.caseFile.organization.text,
        respondent: dispute.records[.caseFile]?.words["respondent.name"] ?? "The respondent",
        reference: Base32Check.grouped(dispute.id.text),
        graceDays: try profile(of: dispute.id).planGraceDays)
      return Filing(
        actor: filing.actor,
        command: .openBidding(
          terms, Signature(document: DocumentText.hash(of: text), authority: authority)),
        words: filing.words + [Word("bidding.text", text)], recordedFor: filing.recordedFor)
    case .placeBid(let number, let round, let amount):
      guard let side = dispute.standings(of: filing.actor).side,
        amount.currency == dispute.currency,
        let box = BidBox(dispute, bidding: number, keys: journal.bidKeys)
      else { return filing }
      return Filing(
        actor: filing.actor,
        command: .placeBid(
          number: number, round: round, try box.seal(amount, of: side, round: round)),
        words: filing.words, recordedFor: filing.recordedFor)
    default: return nil
    }
  }

  /// The bids that a decision on a bid is given. In a dry run those of the other side stay sealed, so
  /// that nobody finds them out by trying.
  func openedBidding(
    for filing: Filing, _ request: ChangeRequest, in dispute: Dispute
  ) throws -> OpenedBidding? {
    guard case .placeBid = filing.command else { return nil }
    let side = dispute.standings(of: filing.actor).side
    return OpenedBidding.open(
      dispute, keys: journal.bidKeys, only: request.validateOnly ? side ?? .claimant : nil,
      claimant: names.name(of: dispute.caseFile.organization)
        ?? dispute.caseFile.organization.text,
      graceDays: try profile(of: dispute.id).planGraceDays)
  }

  /// What the request log recognises a repeat by. A bid is small enough to be found by trying, so its
  /// hashes are made under the key of its bidding, and are worth nothing once that is gone.
  func mark(of request: ChangeRequest, by caller: Caller) throws -> RequestMark {
    guard case .placeBid(let number, _, _) = request.ask else {
      return request.repeatability.mark(of: caller)
    }
    let key =
      try journal.bidKeys.key(of: request.dispute, bidding: number)
      ?? RandomBytes.make(AESGCMBox.keyByteCount)
    let plain = request.repeatability
    var fields = plain.fields.mapValues { value in
      String(SHA256.hash(key + Array(value.utf8) + key).hex.prefix(16))
    }
    fields[RequestMark.keyedField] = "1"
    return RequestMark(
      caller: caller.actor.member, id: plain.requestID,
      content: SHA256.hash(key + plain.content.bytes + key), fields: fields)
  }
}
