import ArgumentParser
import ParleyClient

/// Signs the agreement exactly as it was read: its SHA-256 and etag go with the signature.
struct AgreementSign: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "sign", "Sign the agreement",
    examples: [
      "parley agreement sign 7k3q-m2xw --name 'Ines Duarte' --authority officer"
    ])
  static let procedure = Procedure.signAgreement
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "The name that signs.") var name: String
  @Option(help: "principal, officer, power-of-attorney or counsel.") var authority: AuthorityChoice
  @Option(help: "Refuse unless the text has this SHA-256.") var sha256: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "sha256": .text(of: sha256),
      "authority": authority.wire,
      "signerName": .text(name),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    let agreement = try await desk.ask(
      .getAgreement, .fields(["name": .text(dispute.name + "/agreement")]))
    if request["etag"] == nil {
      request = request.setting("etag", to: .text(agreement.text("etag")))
    }
    if request["sha256"] == nil {
      request = request.setting("sha256", to: .text(agreement.text("sha256")))
    }
    return .typing(
      question:
        "Signing binds \(name) to the text with SHA-256 \(request.text("sha256").prefix(16))…",
      word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Signed the agreement in \(dispute)."
  }
}
