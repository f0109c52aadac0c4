import ArgumentParser
import ParleyClient

/// Says anew which claim items an exhibit supports.
struct EvidenceLink: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "link", "Say which claim items an exhibit supports",
    examples: ["parley evidence link 7k3q-m2xw E-3 --item 1 --item 2"],
    notes: "What it supported before counts no more; without --item it supports none.")
  static let procedure = Procedure.linkExhibit

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The exhibit, as it is cited: E-3.") var exhibit: ExhibitReference
  @Option(help: "A claim item; repeatable.") var item: [Int] = []
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "exhibit": exhibit.name(dispute),
      "items": item.isEmpty ? nil : .list(item.map { .whole($0) }),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Linked an exhibit of \(dispute)."
  }
}
