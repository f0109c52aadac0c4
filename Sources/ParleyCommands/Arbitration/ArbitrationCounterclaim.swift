import ArgumentParser
import ParleyClient

/// Files the respondent's own claim.
struct ArbitrationCounterclaim: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "counterclaim", "File a counterclaim (clients)",
    examples: [
      "parley arbitration counterclaim 7k3q-m2xw --amount 'EUR 2,000.00' "
        + "--ground 'The goods arrived broken.'"
    ])
  static let procedure = Procedure.fileCounterclaim

  @OptionGroup var target: DisputeTarget
  @Option(help: "How much, in the currency of the claim.") var amount: Amount
  @Option(help: "On what ground.") var ground: String
  @Option(help: "The exhibit with consent or order, once needed.") var leave: ExhibitReference?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "amount": amount.money,
      "ground": .text(ground),
      "leaveExhibit": leave?.name(dispute),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Filed a counterclaim for \(amount) in \(dispute)."
  }
}
