import ArgumentParser
package import ParleyClient

/// Places the claim with a collections agency, once a second person grants it.
package struct LegalCollections: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "collections", "Place with a collections agency; needs approval",
    examples: [
      "parley legal collections 7k3q-m2xw --share 15 --agency 'Fair Recoveries'"
    ])
  package static let procedure = Procedure.referCollections
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "The agency's share in percent.") package var share: PercentArgument
  @Option(help: "The agency.") package var agency: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "contingencyBasisPoints": .whole(share.basisPoints),
      "agency": .text(agency),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Place it with collections?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Placed \(dispute) with collections."
  }
}
