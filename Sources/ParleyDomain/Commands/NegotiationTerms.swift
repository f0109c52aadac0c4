/// The earlier contact a demand rests on (T5).
package enum EarlierContact: Hashable, Sendable {
  /// A reminder sent through Parley, by its number.
  case reminder(Int)
  /// A message that was sent to the respondent, filed as an exhibit.
  case exhibit(ExhibitID)
  /// A call, by its number among the calls of the claimant.
  case call(Int)
  /// None; the reason is the word `demand.waiver`.
  case waived
}

/// A formal demand. How to pay is the word `demand.instructions`.
package struct DemandTerms: Hashable, Sendable {
  /// Must equal the quote, to the cent.
  package let amount: Money
  package let graceDays: Int
  package let contact: EarlierContact
  package let channel: Channel

  package init(amount: Money, graceDays: Int, contact: EarlierContact, channel: Channel) {
    self.amount = amount
    self.graceDays = graceDays
    self.contact = contact
    self.channel = channel
  }
}

/// What the respondent says of one claim item.
package enum AnswerKind: String, CaseIterable, Sendable {
  case admit = "ADMIT"
  case contest = "CONTEST"
  case alreadyPaid = "ALREADY_PAID"
  case notMyDebt = "NOT_MY_DEBT"
  case setOff = "SET_OFF"
  case hardship = "HARDSHIP"
  case technicalIssue = "TECHNICAL_ISSUE"
}

/// The answer to one claim item. The ground is the word `answer.N.ground`.
package struct ItemAnswer: Hashable, Sendable {
  package let item: Int
  package let kind: AnswerKind
  /// The contested or set-off part; the whole item when absent.
  package let amount: Money?
  package let proof: ExhibitID?

  package init(item: Int, kind: AnswerKind, amount: Money? = nil, proof: ExhibitID? = nil) {
    self.item = item
    self.kind = kind
    self.amount = amount
    self.proof = proof
  }
}
