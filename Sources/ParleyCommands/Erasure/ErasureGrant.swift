import ArgumentParser
import ParleyClient

/// Grants an erasure, which is then done.
struct ErasureGrant: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "grant", "Grant an erasure, as the second person",
    examples: ["parley erasure grant 7k3q-m2xw case-1"])
  static let procedure = Procedure.grantErasure
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The erasure, as the dispute names it: case-1.") var erasure: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["erasure": .text("\(dispute.name)/erasures/\(erasure)")])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "The words are then gone for good.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Erased what erasure \(erasure) of \(dispute) was about."
  }
}
