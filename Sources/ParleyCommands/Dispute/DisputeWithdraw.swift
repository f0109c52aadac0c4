import ArgumentParser
import ParleyClient

/// Withdraws the claim: final for this dispute.
struct DisputeWithdraw: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "withdraw", "Withdraw the claim",
    examples: [
      "parley withdraw 7k3q-m2xw --reason 'Paid directly.'",
      "parley withdraw 7k3q-m2xw --with-prejudice",
    ])
  static let procedure = Procedure.withdrawDispute
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Flag(help: "Give the claim up for good.") var withPrejudice = false
  @Option(help: "Why.") var reason: String?
  @Option(help: "After the answer: the client's consent, as an exhibit.")
  var consent: ExhibitReference?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "withPrejudice": withPrejudice ? .bool(true) : nil,
      "reason": .text(of: reason),
      "consentExhibit": consent?.name(dispute),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    try await desk.fillEtag(&request, dispute)
    return nil
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "This ends the dispute.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Withdrew \(dispute)."
  }
}
