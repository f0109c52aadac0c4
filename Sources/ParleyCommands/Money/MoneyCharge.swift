import ArgumentParser
import ParleyClient

/// Adds costs, or a late fee of the contract, to what is owed.
struct MoneyCharge: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "charge", "Add costs or a late fee (brokers)",
    examples: [
      "parley money charge 7k3q-m2xw --kind costs --amount 'EUR 25.00' --on 2026-11-23 "
        + "--exhibit E-1 --reason 'Registry search.'"
    ])
  static let procedure = Procedure.postCharge
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "costs or late-fee.") var kind: ChargeChoice
  @Option(help: "How much.") var amount: Amount
  @Option(help: "The day it counts from.") var on: CalendarDay
  @Option(help: "The bill or the clause, as an exhibit.") var exhibit: ExhibitReference
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "kind": kind.wire, "amount": amount.money, "chargeDate": on.date,
      "exhibit": exhibit.name(dispute), "reason": .text(reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Add \(amount) to what is owed? A posting stays on record.")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Added \(amount) in \(dispute)."
  }
}
