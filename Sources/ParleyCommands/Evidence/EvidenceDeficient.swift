import ArgumentParser
import ParleyClient

/// Says what an exhibit lacks.
struct EvidenceDeficient: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "deficient", "Say what an exhibit lacks (neutrals)",
    examples: [
      "parley evidence deficient 7k3q-m2xw E-3 --lacks illegible --by 2026-12-14 "
        + "--reason 'Page 2 cannot be read.'"
    ],
    notes: "It is supplied by evidence add --replaces, or by a translation where that is lacking.")
  static let procedure = Procedure.noticeDeficiency

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The exhibit, as it is cited: E-3.") var exhibit: ExhibitReference
  @Option(help: "illegible, incomplete, translation, source, certification, other.")
  var lacks: LackChoice
  @Option(help: "The last day to supply it.") var by: CalendarDay
  @Option(help: "What is lacking, in full.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "exhibit": exhibit.name(dispute), "lack": lacks.wire, "reason": .text(reason),
      "cureByDate": by.date,
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Said what an exhibit of \(dispute) lacks."
  }
}
