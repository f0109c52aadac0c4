extension Decision {
  mutating func actOnNegotiation(_ command: Command) throws(Refusal) {
    switch command {
    case .sendReminder(let channel): try remind(channel)
    case .stateContactWishes(let wishes): enter(.contactWishesStated(wishes), words: words)
    case .serveDemand(let terms): try serve(terms)
    case .respond(let answers): try respond(answers)
    case .declareImpasse:
      guard let side else { throw .notFound }
      move(.impasseDeclared(by: side), to: .negotiationImpasse, rule: "T8", words: words)
    default: break
    }
  }

  private mutating func serve(_ terms: DemandTerms) throws(Refusal) {
    let balance = dispute.claimBalance(on: today, given: given)
    guard terms.amount == balance else {
      throw .amountDiffers(field: "amount", given: terms.amount, expected: balance, rule: "T5")
    }
    guard terms.graceDays <= profile.graceDaysMax || has("demand.graceReason")
    else {
      throw unmet(.graceTooLong, .serveDemand)
    }
    guard isContact(terms.contact) else {
      throw unmet(
        .earlierContactMissing, .serveDemand, next: NextStep(.sendReminder, by: .claimant))
    }
    try checkOptOut(terms.channel, .serveDemand)
    let number = caseFile.demands.count + 1
    move(
      .demandServed(
        terms, number: number,
        graceEndsAt: end(
          afterDays: terms.graceDays, serviceDays: profile.deemedServiceDays[terms.channel] ?? 0)),
      to: .demandServed, rule: "T5", words: words("demand", numbered: "\(number)"))
  }

  /// Whether what the demand rests on is there: a reminder, a message sent to the respondent and
  /// filed, or a call made to the respondent.
  private func isContact(_ contact: EarlierContact) -> Bool {
    switch contact {
    case .reminder(let number): caseFile.reminders.contains { $0.number == number }
    case .exhibit(let id):
      id.compartment == .caseFile && dispute.exhibit(id)?.offer.direction == .outgoing
    case .call(let number):
      dispute.records(in: .partyPrivate(.claimant)).calls.contains {
        $0.number == number && $0.note.direction == .outgoing
      }
    case .waived: true
    }
  }

  private mutating func respond(_ answers: [ItemAnswer]) throws(Refusal) {
    try check(answers, .respond)
    let isGraceRunning = caseFile.deadlines.contains { $0.kind == .grace }
    let isLate = !caseFile.demands.isEmpty && !isGraceRunning
    var after = dispute
    after.apply(answers)
    let isContested = after.caseFile.items.contains { $0.standing == .contested }
    move(
      .responded(answers, late: isLate), to: isContested ? .contested : .admitted, rule: "T6",
      words: words)
    if answers.contains(where: { $0.kind == .technicalIssue || $0.kind == .alreadyPaid }) {
      pauseReminders()
    }
  }

  /// What the items and the files say of an answer.
  func check(_ answers: [ItemAnswer], _ action: Action) throws(Refusal) {
    var problems = Problems()
    for (index, answer) in answers.enumerated() {
      let item = caseFile.items.first { $0.item.number == answer.item }?.item
      problems.require(
        !caseFile.items.contains { $0.item.number == answer.item && $0.standingBefore != nil },
        "answers[\(index)].item", "This item is settled; answer those that are still claimed.")
      if let amount = answer.amount, let item {
        problems.require(
          amount.minorUnits <= item.amount.minorUnits, "answers[\(index)].amount",
          "Must not be more than the item.")
      }
      if let proof = answer.proof { try checkProof(proof, action) }
    }
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
  }

  /// A paper that an entry of the case file names has to be in the case file.
  func checkProof(_ id: ExhibitID, _ action: Action) throws(Refusal) {
    guard id.compartment == .caseFile, dispute.exhibit(id) != nil else {
      throw unmet(
        .documentMissing, action, next: NextStep(.addExhibit, by: side?.standing ?? .claimant))
    }
  }
}
