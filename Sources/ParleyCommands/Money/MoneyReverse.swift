import ArgumentParser
import ParleyClient

/// Reverses a posted payment.
struct MoneyReverse: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "reverse", "Reverse a payment that did not come (brokers)",
    examples: [
      "parley money reverse 7k3q-m2xw 2 --reason 'The cheque bounced.'"
    ])
  static let procedure = Procedure.reversePayment
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the payment.") var payment: Int
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "payment": .text("\(dispute.name)/payments/\(payment)"),
      "reason": .text(reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("What was closed as paid is open again. Reverse payment \(payment)?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reversed payment \(payment) in \(dispute)."
  }
}
