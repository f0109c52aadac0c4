import ArgumentParser
import ParleyClient

/// Accepts the other side's offer exactly as it was read.
struct OfferAccept: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "accept", "Accept the other side's offer",
    examples: [
      "parley offer accept 7k3q-m2xw 1"
    ])
  static let procedure = Procedure.acceptOffer
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the offer.") var number: Int
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "offer": .text("\(dispute.name)/offers/\(number)"),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    let offer = try await desk.ask(
      .getOffer, .fields(["name": .text("\(dispute.name)/offers/\(number)")]))
    if request["etag"] == nil {
      request = request.setting("etag", to: .text(offer.text("etag")))
    }
    let amount = Amount(offer["terms.amount"] ?? .null)?.description ?? dispute.description
    return .typing(question: "Accepting offer \(number) binds you.", word: amount)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Accepted offer \(number) in \(dispute)."
  }
}
