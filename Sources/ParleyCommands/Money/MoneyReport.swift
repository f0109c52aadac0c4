import ArgumentParser
package import ParleyClient

/// Says that something was paid. Changes no balance.
package struct MoneyReport: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "report", "Say that you have paid (clients)",
    examples: [
      "parley money report 7k3q-m2xw --amount 'EUR 500.00' --on 2026-11-23 --proof E-6"
    ])
  package static let procedure = Procedure.reportPayment

  @OptionGroup package var target: DisputeTarget
  @Option(help: "How much.") package var amount: Amount
  @Option(help: "The day it was paid.") package var on: CalendarDay
  @Option(help: "The exhibit that proves it.") package var proof: ExhibitReference?
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "amount": amount.money,
      "payDate": on.date,
      "proof": proof?.name(dispute),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reported \(amount) as paid in \(dispute)."
  }
}
