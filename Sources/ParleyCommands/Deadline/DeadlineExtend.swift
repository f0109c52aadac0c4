import ArgumentParser
import ParleyClient

/// Gives more time.
struct DeadlineExtend: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "extend", "Give more time until a deadline",
    examples: [
      "parley deadline extend 7k3q-m2xw grace --until 2026-12-20 --reason 'The client asked.'",
      "parley deadline extend 7k3q-m2xw answer --until 2026-12-20 --reason Illness --consent E-5",
    ])
  static let procedure = Procedure.extendDeadline

  @OptionGroup var target: DisputeTarget
  @Argument(help: "grace, answer, exchange, mediation-window, ...") var deadline: DeadlineChoice
  @Option(help: "The last day of the longer period.") var until: CalendarDay
  @Option(help: "Why.") var reason: String
  @Option(help: "The other side's consent, as an exhibit.") var consent: ExhibitReference?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "kind": deadline.wire,
      "untilDate": until.date,
      "reason": .text(reason),
      "consentExhibit": consent?.name(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Nobody can shorten it again. Give more time?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "More time in \(dispute)."
  }
}
