import ArgumentParser
import ParleyClient

/// Signs the ground rules exactly as they were read.
struct MediationConsent: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "consent", "Sign the ground rules of the mediation",
    examples: [
      "parley mediation consent 7k3q-m2xw"
    ])
  static let procedure = Procedure.consentMediation
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "Refuse unless the rules have this SHA-256.") var sha256: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "groundRulesSha256": .text(of: sha256),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    if request["groundRulesSha256"] == nil {
      let rules = try await desk.ask(
        .getGroundRules, .fields(["name": .text(dispute.name + "/documents/ground-rules")]))
      request = request.setting("groundRulesSha256", to: .text(rules.text("sha256")))
    }
    return .typing(
      question: "This signs the ground rules (parley mediation rules \(dispute)).",
      word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Consented to the mediation of \(dispute)."
  }
}
