import ArgumentParser
import ParleyClient

/// Corrects or replaces the respondent.
struct AmendParty: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "party", "Correct the client, or name the right one",
    examples: [
      "parley amend party 7k3q-m2xw --address '2 Quay Street' --reason 'Moved.'",
      "parley amend party 7k3q-m2xw --replace --client 'FjordBus AS' --email pay@fjord.example --reason 'Wrong company.'",
    ])
  static let procedure = Procedure.amendParty
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Flag(help: "Somebody else is the client: the one so far loses every sight.") var replace = false
  @Option(help: "Legal name of the client.") var client: String?
  @Option(help: "The person to speak to.") var contact: String?
  @Option(help: "The client's e-mail address.") var email: String?
  @Option(help: "The client's telephone number.") var telephone: String?
  @Option(help: "Where letters to the client are served.") var address: String?
  @Option(help: "Why.") var reason: String
  @Option(help: "The consent or order, as an exhibit.") var consent: ExhibitReference?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "respondent": .fields([
        "displayName": .text(of: client), "contactName": .text(of: contact),
        "email": .text(of: email), "telephone": .text(of: telephone),
        "postalAddress": .text(of: address),
      ]),
      "replaces": replace ? .bool(true) : nil,
      "reason": .text(reason),
      "consentExhibit": consent?.name(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    replace
      ? .typing(question: "Whoever was the client here is shut out.", word: dispute.description)
      : .yesOrNo("Periods to answer begin anew. Correct the client?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Amended the client in \(dispute)."
  }
}
