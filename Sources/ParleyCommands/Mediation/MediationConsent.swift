import ArgumentParser
package import ParleyClient

/// Signs the ground rules exactly as they were read.
package struct MediationConsent: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "consent", "Sign the ground rules of the mediation",
    examples: [
      "parley mediation consent 7k3q-m2xw"
    ])
  package static let procedure = Procedure.consentMediation
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "Refuse unless the rules have this SHA-256.") package var sha256: String?
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "groundRulesSha256": .text(of: sha256),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func prepare(
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

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Consented to the mediation of \(dispute)."
  }
}
