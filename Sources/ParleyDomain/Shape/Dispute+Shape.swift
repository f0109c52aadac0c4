extension Filing {
  /// Refuses with every problem of the fields at once, by their paths in the request. It needs
  /// nothing of a dispute but the currency and the numbers of its claim items.
  package func checkShape(currency: Currency?, items: Set<Int>, now: Instant) throws(Refusal) {
    var problems = Problems()
    check(&problems, currency: currency, items: items)
    if case .addExhibit(let offer) = command {
      check(offer, &problems, items: items, now: now)
    }
    if let recordedFor {
      problems.require(
        LifeCycle.row(of: command.action).map { $0.recording.isPossible } ?? false, "recorded_for",
        "Such an act is not recorded for somebody else.")
      problems.require(
        recordedFor.receivedAt <= now, "recorded_for.received_time", "Must not lie ahead.")
    }
    let all = problems.found + wordProblems
    guard all.isEmpty else { throw .invalid(all) }
  }

  private func check(_ problems: inout Problems, currency: Currency?, items: Set<Int>) {
    let currency = currency ?? .unclaimed
    switch command {
    case .createDispute(let opening):
      opening.check(&problems)
      checkSource(of: opening.limitation, &problems)
    case .publishNote(_, let offer): offer.check(&problems, items: items)
    case .linkExhibit(_, let linked):
      for (index, item) in linked.enumerated() where !items.contains(item) {
        problems.add("items[\(index)]", "There is no claim item \(item).")
      }
      problems.require(
        Set(linked).count == linked.count, "items", "Name each claim item once.")
    case .proposeWaiver(let scope):
      problems.require(
        scope.whole == scope.items.isEmpty, "whole",
        "Waive the whole mediation, or name exhibits, notes or calls of it.")
      problems.require(
        Set(scope.items).count == scope.items.count, "notes", "Name each thing once.")
    case .logCall(let note):
      note.check(&problems, currency: currency)
      checkCallWords(note, &problems)
    case .serveDemand(let terms): check(terms, &problems, currency: currency)
    case .respond(let answers), .answerDemand(let answers), .setAsideAward(let answers):
      answers.check(&problems, currency: currency, items: items)
    case .makeOffer(let terms): terms.check(&problems, currency: currency)
    case .openBidding(let terms, _): terms.check(&problems, currency: currency)
    case .placeBid(_, _, let paper): problems.money(paper.amount, "amount", in: currency)
    case .postPayment(let payment): check(payment, &problems, currency: currency)
    case .postCharge(let charge): charge.check(&problems, currency: currency)
    case .reportPayment(let report): problems.money(report.amount, "amount", in: currency)
    case .openSession(_, let attending):
      problems.require(!attending.isEmpty, "attending", "Say who attends.")
    case .demandArbitration(let demand):
      problems.token(
        demand.feeReference, "fee_reference", charactersMax: ShapeLimits.reference)
      if demand.mediationFirst == .waived,
        !words.contains(where: { $0.path == "arbitration.mediationWaiver" })
      {
        problems.add("arbitration.mediationWaiver", "Say where mediation was waived.")
      }
    case .issueOrder(let order):
      problems.require(
        order.kind != .evidenceTimetable || order.due != nil, "due_date",
        "A timetable needs the day the exchange ends.")
    case .issueAward(let terms): terms.check(&problems, currency: currency, items: items)
    default: checkLater(&problems, currency: currency, items: items)
    }
  }

  private func check(_ payment: Payment, _ problems: inout Problems, currency: Currency) {
    problems.money(payment.amount, "amount", in: currency)
    problems.token(
      payment.bankReference, "bank_reference", charactersMax: ShapeLimits.reference)
    guard let received = payment.received else { return }
    problems.require(received.amount.isPositive, "received.amount", "Must be more than zero.")
    problems.require(
      received.amount.currency != currency, "received.amount",
      "This is the currency of the claim; leave it out.")
    problems.require(
      words.contains { $0.path == "payment.rateSource" }, "received.rate_source",
      "Say where the rate comes from.")
  }

  private func checkLater(_ problems: inout Problems, currency: Currency, items: Set<Int>) {
    switch command {
    case .fileCounterclaim(let terms): problems.money(terms.amount, "amount", in: currency)
    case .replyCounterclaim(let reply):
      if let admitted = reply.admitted {
        problems.money(admitted, "admitted_amount", in: currency)
      }
    case .referCollections(let share):
      problems.require(
        (0...10_000).contains(share), "contingency_basis_points", "Must be 0 to 10000.")
    case .stateContactWishes(let wishes):
      problems.require(
        wishes.optedOut.count < Channel.allCases.count || wishes.ceases, "channels",
        "Say that contact is to cease, rather than name every channel.")
    case .agreeAwardBound(let bound): bound.check(&problems, currency: currency)
    case .recordEnforcement(_, _, let garnishment):
      garnishment?.check(&problems, currency: currency)
    case .recordJudgment(_, let amount, _, _): problems.money(amount, "amount", in: currency)
    case .closeDispute(let outcome):
      problems.require(
        [.timeBarred, .discharged, .assigned, .duplicateOrError].contains(outcome), "outcome",
        "Must be TIME_BARRED, DISCHARGED, ASSIGNED or DUPLICATE_OR_ERROR.")
    case .amendClaim(let amendment):
      amendment.check(&problems, currency: currency, items: items)
    case .inviteParty(let side, let counsel):
      problems.require(
        side == .respondent || counsel, "side",
        "The claimant's own people act through their organization; invite counsel.")
    default: break
    }
  }
}

extension Filing {
  /// The last digits of a number and no more of it, anywhere; what was offered in an amount or in words.
  private func checkCallWords(_ note: CallNote, _ problems: inout Problems) {
    for word in words {
      switch word.path {
      case "call.number":
        problems.require(
          word.text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) },
          "number_ending", "Give its last digits alone; a whole number is not kept.")
      case "call.participants":
        problems.require(
          !CallDigits.isNumber(in: word.text), "participants",
          "Leave telephone numbers out; the last digits go into number_ending.")
      default: break
      }
    }
    let isWorded = words.contains { $0.path == "call.offer" }
    problems.require(
      note.offer == nil || note.offer?.amount != nil || isWorded, "offered_amount",
      "Say what was offered, as an amount or in words.")
    problems.require(
      note.offer != nil || !isWorded, "offered_by", "Say who offered it.")
  }
}

extension Filing {
  private func check(_ terms: DemandTerms, _ problems: inout Problems, currency: Currency) {
    problems.money(terms.amount, "amount", in: currency)
    problems.require(
      (1...ShapeLimits.graceDays).contains(terms.graceDays), "grace_days",
      "Must be 1 to \(ShapeLimits.graceDays) days.")
    if terms.contact == .waived, !words.contains(where: { $0.path == "demand.waiver" }) {
      problems.add("demand.waiver", "Say why no earlier contact is needed.")
    }
  }

  /// A limitation that is stated needs its source, and a source something that it is the source of.
  private func checkSource(of limitation: CivilDate?, _ problems: inout Problems) {
    let isSourced = words.contains { $0.path == "limitation.source" }
    if limitation != nil, !isSourced {
      problems.add("limitation.source", "Say where the limitation date comes from.")
    } else if limitation == nil, isSourced {
      problems.add("limitation_date", "Give the day this is the source of, or neither.")
    }
  }
}

extension Dispute {
  /// Third of the checks, see ``Filing/checkShape(currency:items:now:)``.
  package func checkShape(_ filing: Filing, given: Given) throws(Refusal) {
    try filing.checkShape(
      currency: currency, items: Set(caseFile.items.map(\.item.number)), now: given.now)
    let problems = filing.toneProblems(given.profile.tone)
    guard problems.isEmpty else { throw .invalid(problems) }
  }
}

extension LifeCycle.Recording {
  var isPossible: Bool {
    switch self {
    case .no: false
    case .possible, .binding: true
    }
  }
}
