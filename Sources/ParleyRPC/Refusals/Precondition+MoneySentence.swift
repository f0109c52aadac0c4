import ParleyDomain

extension Precondition {
  /// What is the matter with interest or a charge.
  var moneySentence: String {
    switch self {
    case .statutoryInterestB2BOnly:
      "Statutory interest for late payment is owed between businesses; claim none, or the rate of the"
        + " contract."
    case .contractRateGoverns:
      "The contract has an interest rate of its own, which takes the place of the statutory one; claim"
        + " that rate."
    case .interestClauseMissing:
      "A rate of the contract needs the clause, and the contract as an exhibit; name the clause and"
        + " file the contract."
    case .feeClauseMissing:
      "A late fee is owed only where the contract provides for it; claim costs with their bill, or"
        + " interest."
    default:
      "An award, a judgment or a settlement says what is owed; nothing is added beside it."
    }
  }
}
