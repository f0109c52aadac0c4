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
    case .awardBoundLate:
      "Final offers are exchanged some days before the exchange of evidence ends; it is too late for one."
    case .garnishmentAboveCap:
      "The law of the jurisdiction allows less to be withheld of these earnings; state what it allows."
    case .noSuchEnforcement:
      "There is no enforcement of that number on record; record it first."
    case .tenderUndecided:
      "It is marked as full and final, which makes it an offer; record it as one of the respondent, and"
        + " accept or reject that first."
    case .biddingOpen:
      "A blind bidding is proposed or open; bid in it, or answer the proposal."
    case .noBidding:
      "No blind bidding waits for that; propose one, or have its terms signed first."
    case .bidPlaced: "Your side has bid in this round; wait until it closes."
    case .bidNotMonotone:
      "A demand never rises and an offer never falls from round to round; bid no less favourably than"
        + " before."
    case .bidNeedsSupervisor:
      "This demand gives up more than one person may; a supervisor places it, since to hold it for"
        + " approval would be to write it down."
    case .bidsUnreadable:
      "The key of this bidding is gone, so that no bid can be kept or compared; it ends with its"
        + " round."
    case .noSuchPosting:
      "Nothing of that kind was posted that could be taken back; read the statement to see what was."
    case .alreadyReversed:
      "It was taken back already; post anew what is owed after all."
    case .reversalFinal:
      "A reversal stands and is not reversed itself; post anew what is owed after all."
    case .postingDecided:
      "An award, a judgment or a signed agreement rests on it, and that stands; give up the rest by"
        + " writing it off, or agree on another sum once it is out of force."
    default:
      "An award, a judgment or a settlement says what is owed; nothing is added beside it."
    }
  }
}
