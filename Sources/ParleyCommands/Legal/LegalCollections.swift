import ArgumentParser
import ParleyClient

/// Places the claim with a collections agency, once a second person grants it.
struct LegalCollections: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "collections", "Place with a collections agency; needs approval",
    examples: [
      "parley legal collections 7k3q-m2xw --share 15 --agency 'Fair Recoveries'"
    ])
  static let procedure = Procedure.referCollections
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "The agency's share in percent.") var share: PercentArgument
  @Option(help: "The agency.") var agency: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "contingencyBasisPoints": .whole(share.basisPoints),
      "agency": .text(agency),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Place it with collections?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Placed \(dispute) with collections."
  }
}
