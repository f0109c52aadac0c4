import ArgumentParser
import ParleyClient

/// Takes back a charge, a fixed sum or a write-off that was wrong.
struct MoneyReversePosting: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "reverse-posting", "Take back a charge or write-off (brokers)",
    examples: [
      "parley money reverse-posting 7k3q-m2xw --charge 1 --reason 'Billed to another client.'",
      "parley money reverse-posting 7k3q-m2xw --fixed-sum 2 --on 2026-11-23 "
        + "--reason 'Waived in the contract.'",
      "parley money reverse-posting 7k3q-m2xw --write-off --reason 'The client was found.'",
    ],
    notes: """
      Quotes for earlier days stay as they were; --on dates it back, at the earliest to the day of what
      it takes back. What payments had been set against it is set anew, or is credit. A write-off taken
      back opens the dispute again. What an award, a judgment or an agreement rests on stands.
      """)
  static let procedure = Procedure.reversePosting
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "The charge, by its number.") var charge: Int?
  @Option(help: "The fixed sum of a claim item, by its number.") var fixedSum: Int?
  @Flag(help: "The write-off that closed the dispute.") var writeOff = false
  @Option(help: "Why.") var reason: String
  @Option(help: "The day it counts from; today if none.") var on: CalendarDay?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    guard [charge != nil, fixedSum != nil, writeOff].filter({ $0 }).count == 1 else {
      throw ValidationError("Give one of --charge, --fixed-sum and --write-off.")
    }
  }

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    let posting =
      if let charge {
        "charges/\(charge)"
      } else if let fixedSum {
        "compensations/\(fixedSum)"
      } else {
        "write-off"
      }
    return .fields([
      "posting": .text("\(dispute.name)/\(posting)"), "reason": .text(reason),
      "valueDate": on?.date,
    ])
  }

  private var what: String {
    if let charge { return "charge \(charge)" }
    return fixedSum.map { "the fixed sum on item \($0)" } ?? "the write-off"
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A reversal stays on record and is not reversed. Take back \(what)?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Took back \(what) in \(dispute)."
  }
}
