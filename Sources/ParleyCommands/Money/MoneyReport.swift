import ArgumentParser
import ParleyClient

/// Says that something was paid. Changes no balance.
struct MoneyReport: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "report", "Say that you have paid (clients)",
    examples: [
      "parley money report 7k3q-m2xw --amount 'EUR 500.00' --on 2026-11-23 --proof E-6"
    ])
  static let procedure = Procedure.reportPayment

  @OptionGroup var target: DisputeTarget
  @Option(help: "How much.") var amount: Amount
  @Option(help: "The day it was paid.") var on: CalendarDay
  @Option(help: "The exhibit that proves it.") var proof: ExhibitReference?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "amount": amount.money,
      "payDate": on.date,
      "proof": proof?.name(dispute),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reported \(amount) as paid in \(dispute)."
  }
}
