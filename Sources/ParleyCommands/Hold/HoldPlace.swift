import ArgumentParser
import ParleyClient

/// Places a hold.
struct HoldPlace: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "place", "Make everything wait (supervisors, administrators)",
    examples: [
      "parley hold place 7k3q-m2xw breathing-space --until 2026-12-31 --basis 'SI 2020/1311'",
      "parley hold place 7k3q-m2xw party-stay --basis 'Agreed by letter.' --document E-4",
    ])
  static let procedure = Procedure.placeHold

  @OptionGroup var target: DisputeTarget
  @Argument(help: "breathing-space, insolvency-stay, party-stay, ...") var kind: HoldChoice
  @Option(help: "The law or the agreement it rests on.") var basis: String
  @Option(help: "A reference of the authority.") var reference: String?
  @Option(help: "The last day it lasts.") var until: CalendarDay?
  @Option(help: "The paper, as an exhibit.") var document: ExhibitReference?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "kind": kind.wire,
      "basis": .text(basis),
      "reference": .text(of: reference),
      "untilDate": until?.date,
      "document": document?.name(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Clocks stop and acts are blocked while it lasts. Place the hold?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Placed the hold on \(dispute)."
  }
}
