import ArgumentParser
import ParleyClient

/// Records what the parties agreed as an award.
struct ArbitrationAwardAgreed: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "award-agreed", "Record the settlement as an award (arbitrators)",
    examples: [
      "parley arbitration award-agreed 7k3q-m2xw --text 'By consent, as the parties agreed.'"
    ],
    notes: """
      The sums and the days are those of the agreement, which `parley arbitration show --agreed`
      prints once every party has asked. The text is the award's own.
      """)
  static let procedure = Procedure.issueConsentAward
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["text": .text(of: words.text)])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "The text of the award.")))
    return nil
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "The award decides the dispute as agreed.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Issued the award on agreed terms in \(dispute)."
  }
}
