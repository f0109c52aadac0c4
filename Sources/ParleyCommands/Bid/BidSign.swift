import ArgumentParser
import ParleyClient

/// Signs the terms of the bidding that the other side proposed.
struct BidSign: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "sign", "Sign the terms of a bidding, which opens it",
    examples: ["parley bid sign 7k3q-m2xw --name 'Rui Costa' --authority principal"])
  static let procedure = Procedure.consentBidding
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "The name that signs.") var name: String
  @Option(help: "principal, officer, power-of-attorney or counsel.") var authority: AuthorityChoice
  @Option(help: "Refuse unless the terms have this SHA-256.") var sha256: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "sha256": .text(of: sha256), "authority": authority.wire, "signerName": .text(name),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    let bidding = try await desk.lastBidding(of: dispute)
    request = request.setting("bidding", to: .text(bidding.text("name")))
    if request["sha256"] == nil {
      request = request.setting("sha256", to: .text(bidding.text("sha256")))
    }
    return .typing(
      question:
        "Signing binds \(name) to the terms with SHA-256 \(request.text("sha256").prefix(16))…",
      word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Signed the terms; the first round is open in \(dispute)."
  }
}
