import ArgumentParser
import ParleyClient

/// Bids. The amount is typed unseen or read from standard input: options show in lists of processes
/// and in the history of a shell.
struct BidPlace: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "place", "Bid in the round that is open",
    examples: ["parley bid place 7k3q-m2xw --round 2"],
    notes: "The amount is asked for, or read from standard input; never given as an option.")
  static let procedure = Procedure.placeBid
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "Refuse unless this is the round that is open.") var round: Int?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["round": round.map(PlainValue.whole)])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    let bidding = try await desk.lastBidding(of: dispute)
    request = request.setting("bidding", to: .text(bidding.text("name")))
    if request["round"] == nil {
      let open = bidding.list("rounds").last?.integer("number") ?? 1
      request = request.setting("round", to: .whole(Int(open)))
    }
    guard let amount = Amount(try desk.secret("Your bid, as EUR 7,500.00:")) else {
      throw CommandFailure.usage("Give an amount with its currency, as EUR 7,500.00.")
    }
    request = request.setting("amount", to: amount.money)
    return .yesOrNo("A bid cannot be changed or taken back in its round. Place it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    switch reply.text("dispute.settlementState") {
    case "SETTLEMENT_STATE_BIDDING": "Your bid is in, in \(dispute)."
    case "SETTLEMENT_STATE_SIGNING", "SETTLEMENT_STATE_PERFORMING":
      "Your bid is in, and the bids meet in \(dispute)."
    default: "Your bid is in, and the bidding in \(dispute) is over."
    }
  }
}
