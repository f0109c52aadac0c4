/// The respondent's own claim against the claimant, in the currency of the claim (T16). Its ground is
/// the word `counterclaim.ground`.
package struct CounterclaimTerms: Hashable, Sendable {
  package let amount: Money
  /// The claimant's consent or the arbitrator's order, as an exhibit of the case file; needed once
  /// the tribunal is constituted, and by who let the time to answer pass.
  package let leave: ExhibitID?

  package init(amount: Money, leave: ExhibitID? = nil) {
    self.amount = amount
    self.leave = leave
  }
}

/// The claimant's reply. Why is the word `counterclaim.reply`.
package struct CounterclaimReply: Hashable, Sendable {
  /// What is admitted: nothing contests all of it, the whole amount admits all of it.
  package let admitted: Money?

  package init(admitted: Money?) { self.admitted = admitted }
}

/// What an award does with the counterclaim.
package struct CounterclaimAward: Hashable, Sendable {
  package let disposition: Disposition
  package let amount: Money

  package init(disposition: Disposition, amount: Money) {
    self.disposition = disposition
    self.amount = amount
  }
}
