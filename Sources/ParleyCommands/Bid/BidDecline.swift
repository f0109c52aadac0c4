import ArgumentParser
import ParleyClient

/// Declines a bidding that is proposed, or takes one's own proposal back.
struct BidDecline: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "decline", "Decline a proposed bidding, or take it back",
    examples: ["parley bid decline 7k3q-m2xw --reason 'Not before the books are closed.'"])
  static let procedure = Procedure.declineBidding

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why, in a sentence.") var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue { .fields(["reason": .text(of: reason)]) }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    let bidding = try await desk.lastBidding(of: dispute)
    request = request.setting("bidding", to: .text(bidding.text("name")))
    return nil
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "The bidding proposed in \(dispute) is off."
  }
}
