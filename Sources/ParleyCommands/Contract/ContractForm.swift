import ArgumentParser
import ParleyClient

/// Records another form of the contract of a dispute.
struct ContractForm: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "form", "Record that a contract was made in another form",
    examples: [
      "parley contract form 7k3q-m2xw --form email-exchange --reason 'No signed copy was found.'"
    ],
    notes: "A second person of your organization reviews the reason; the limitation is found anew.")
  static let procedure = Procedure.changeContractForm

  @OptionGroup var target: DisputeTarget
  @Option(help: "written-signed, electronic, email-exchange, verbal or mixed.") var form: FormChoice
  @Option(help: "Why that is recorded only now.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["form": form.wire, "reason": .text(reason)])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The last day to bring the claim may move. Ask for it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the form of the contract in \(dispute)."
  }
}
