import ArgumentParser

/// How money came, as options name them.
enum MethodChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case bankTransfer = "bank-transfer"
  case card, cash, cheque
  case directDebit = "direct-debit"
  case other
  static let prefix = "PAYMENT_METHOD"
}
