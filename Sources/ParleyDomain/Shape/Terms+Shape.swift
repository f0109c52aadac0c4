extension DisputeOpening {
  func check(_ problems: inout Problems) {
    problems.token(jurisdiction, "jurisdiction", charactersMax: ShapeLimits.jurisdiction)
    problems.require(Set(clauses).count == clauses.count, "clauses", "Name each clause once.")
    if let governingLaw {
      problems.token(
        governingLaw, "contract.governing_law", charactersMax: ShapeLimits.jurisdiction)
    }
    problems.require(!items.isEmpty, "items", "A claim needs at least one item.")
    problems.require(
      items.count <= ShapeLimits.items, "items", "At most \(ShapeLimits.items) items.")
    var total: Money? = .zero(currency)
    for (index, item) in items.enumerated() {
      let field = "items[\(index)]"
      problems.require(item.number == index + 1, "\(field).number", "Items count from 1 in order.")
      problems.money(item.amount, "\(field).amount", in: currency)
      if let issued = item.issued, issued > item.due {
        problems.add("\(field).issue_date", "Must not be after the due date.")
      }
      if item.amount.currency == currency { total = total?.adding(item.amount) }
    }
    problems.require(total != nil, "items", "The sum of the items is too large.")
    checkInterest(&problems, total: total)
  }
}

extension ClaimAmendment {
  func check(_ problems: inout Problems, currency: Currency, items known: Set<Int>) {
    problems.require(
      !items.isEmpty || !withdrawn.isEmpty, "items", "Say what is claimed instead.")
    problems.require(
      known.union(items.map(\.number)).count <= ShapeLimits.items, "items",
      "At most \(ShapeLimits.items) items.")
    problems.require(
      Set(items.map(\.number)).count == items.count, "items", "Name each item once.")
    for (index, item) in items.enumerated() {
      let field = "items[\(index)]"
      problems.money(item.amount, "\(field).amount", in: currency)
      problems.require(
        !withdrawn.contains(item.number), "\(field).number",
        "Change an item or withdraw it, not both.")
      if let issued = item.issued, issued > item.due {
        problems.add("\(field).issue_date", "Must not be after the due date.")
      }
    }
  }
}

extension ExhibitOffer {
  func check(_ problems: inout Problems, items known: Set<Int>) {
    problems.require(byteCount > 0, "size_bytes", "Must not be empty.")
    problems.token(mediaType, "media_type", charactersMax: ShapeLimits.mediaType)
    for (index, item) in items.enumerated() where !known.contains(item) {
      problems.add("items[\(index)]", "There is no claim item \(item).")
    }
    problems.require(
      kind != .recording || provenance.consent != nil, "provenance.consent",
      "Say on what consent it was recorded.")
    problems.require(
      kind == .recording || provenance.consent == nil, "provenance.consent",
      "Only a recording rests on consent.")
  }
}

extension Filing {
  /// An exhibit with what it says of itself: a copy or a translation was made by somebody, in a
  /// language; what was collected was so before it was filed.
  func check(
    _ offer: ExhibitOffer, _ problems: inout Problems, items: Set<Int>, now: Instant
  ) {
    func has(_ path: String) -> Bool { words.contains { $0.path == path } }
    offer.check(&problems, items: items)
    if let collectedAt = offer.provenance.collectedAt {
      problems.require(
        collectedAt <= now, "provenance.collect_time", "Must not lie ahead.")
    }
    let kind = offer.rendition?.kind
    let isMade = kind == .translation || kind == .redactedCopy
    problems.require(
      !isMade || has("exhibit.madeBy"), "rendition.made_by", "Say by whom it was made.")
    problems.require(
      kind != .translation || has("exhibit.language"), "rendition.language",
      "Say into which language.")
    problems.require(
      isMade || !(offer.rendition?.certified ?? false), "rendition.certified",
      "Only a copy or a translation is certified by its maker.")
    problems.require(
      !offer.tendered || has("exhibit.lateReason"), "late_reason", "Say why it comes late.")
  }
}

extension CallNote {
  func check(_ problems: inout Problems, currency: Currency) {
    problems.require(
      (0...86_400).contains(durationSeconds), "duration", "Must be 0 to 86400 seconds.")
    if let promised { problems.money(promised, "promised_amount", in: currency) }
    problems.require(
      promisedBy == nil || promised != nil, "promised_amount", "Say what was promised.")
    problems.require(
      promised == nil || promisedBy != nil, "promised_date", "Say for which day it was promised.")
    if let amount = offer?.amount { problems.money(amount, "offered_amount", in: currency) }
  }
}

extension [ItemAnswer] {
  func check(_ problems: inout Problems, currency: Currency, items known: Set<Int>) {
    problems.require(!isEmpty, "answers", "Answer at least one item.")
    var seen: Set<Int> = []
    for (index, answer) in enumerated() {
      let field = "answers[\(index)]"
      problems.require(
        known.contains(answer.item), "\(field).item", "There is no claim item \(answer.item).")
      problems.require(
        seen.insert(answer.item).inserted, "\(field).item", "Answer each item once.")
      if let amount = answer.amount {
        problems.money(amount, "\(field).amount", in: currency)
        problems.require(
          answer.kind.contests, "\(field).amount", "Only a contested part has an amount.")
      }
    }
  }
}

extension OfferTerms {
  func check(_ problems: inout Problems, currency: Currency) {
    problems.require(
      Set(items).count == items.count, "items", "Name each claim item once.")
    problems.money(amount, "amount", in: currency)
    problems.require(expiresInDays >= 1, "expires_in_days", "Must be at least 1.")
    problems.require(!schedule.isEmpty, "schedule", "Say when it is paid.")
    problems.require(
      schedule.count <= ShapeLimits.instalments, "schedule",
      "At most \(ShapeLimits.instalments) instalments.")
    problems.require(
      kind == .plan || schedule.count <= 1, "schedule", "Only a plan has several instalments.")
    var sum: Money? = .zero(currency)
    for (index, instalment) in schedule.enumerated() {
      let field = "schedule[\(index)]"
      problems.require(
        instalment.number == index + 1, "\(field).number", "Instalments count from 1 in order.")
      problems.money(instalment.amount, "\(field).amount", in: currency)
      if index > 0, schedule[index - 1].due >= instalment.due {
        problems.add("\(field).due_date", "Must be after the one before.")
      }
      if instalment.amount.currency == currency { sum = sum?.adding(instalment.amount) }
    }
    problems.require(
      schedule.isEmpty || sum == amount, "schedule", "The instalments must sum to the amount.")
    if let clause = defaultClause {
      problems.require(
        (0...ShapeLimits.cureDays).contains(clause.graceDays), "default_clause.grace_days",
        "Must be 0 to \(ShapeLimits.cureDays).")
      problems.require(
        (0...ShapeLimits.cureDays).contains(clause.cureDays), "default_clause.cure_days",
        "Must be 0 to \(ShapeLimits.cureDays).")
    }
  }
}

extension AwardTerms {
  func check(_ problems: inout Problems, currency: Currency, items known: Set<Int>) {
    var seen: Set<Int> = []
    for (index, decision) in items.enumerated() {
      let field = "items[\(index)]"
      problems.require(
        known.contains(decision.item), "\(field).item", "There is no claim item \(decision.item).")
      problems.require(
        seen.insert(decision.item).inserted, "\(field).item", "Decide each item once.")
      problems.money(decision.amount, "\(field).amount", in: currency, zero: true)
      switch decision.disposition {
      case .denied:
        problems.require(
          decision.amount.isZero, "\(field).amount", "Nothing is awarded on a denied item.")
      case .granted, .grantedInPart:
        problems.require(
          !decision.amount.isZero, "\(field).amount", "Must be more than zero, or DENIED.")
      }
    }
    if let counterclaim {
      let field = "counterclaim.amount"
      problems.money(counterclaim.amount, field, in: currency, zero: true)
      problems.require(
        counterclaim.amount.isZero == (counterclaim.disposition == .denied), field,
        "Must be zero when DENIED, and more than zero otherwise.")
    }
    problems.money(interest, "interest", in: currency, zero: true)
    problems.money(costs, "costs", in: currency, zero: true)
    problems.require(
      form != .consent, "form",
      "An award on agreed terms takes its sums as signed; use IssueConsentAward.")
    let isCounted = items.allSatisfy { $0.amount.currency == currency }
    problems.require(
      !isCounted || interest.currency != currency || costs.currency != currency || total != nil,
      "items", "The sum is too large.")
  }
}
