import ArgumentParser
import ParleyClient

/// Asks that the words of an entry be erased, with an exhibit its bytes.
struct ErasureRequest: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "request", "Ask that words be erased for good",
    examples: [
      "parley erasure request 7k3q-m2xw --exhibit E-3 --basis filed-in-error --reason 'Not ours.'",
      "parley erasure request 7k3q-m2xw --entry case-7 --basis court-order --reason 'Order 4/26.'",
    ],
    notes: "The reason stays on record: do not repeat in it what is to go.")
  static let procedure = Procedure.requestErasure

  @OptionGroup var target: DisputeTarget
  @Option(help: "The entry, as the history names it: case-7.") var entry: String?
  @Option(help: "An exhibit, as it is cited; its bytes go as well.") var exhibit: ExhibitReference?
  @Option(help: "data-subject-request, court-order, filed-in-error, ...")
  var basis: ErasureBasisChoice
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if (entry == nil) == (exhibit == nil) {
      throw ValidationError("Name an entry or an exhibit.")
    }
  }

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "target": exhibit?.name(dispute) ?? .text("\(dispute.name)/entries/\(entry ?? "")"),
      "basis": basis.wire,
      "reason": .text(reason),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Asked for an erasure in \(dispute)."
  }
}

/// The legal bases of an erasure, as options name them.
enum ErasureBasisChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case dataSubjectRequest = "data-subject-request"
  case courtOrder = "court-order"
  case filedInError = "filed-in-error"
  case privileged
  case retentionEnded = "retention-ended"
  static let prefix = "ERASURE_BASIS"
}
