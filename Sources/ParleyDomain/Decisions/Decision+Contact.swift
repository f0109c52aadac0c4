extension Decision {
  mutating func remind(_ channel: Channel) throws(Refusal) {
    try checkOptOut(channel, .sendReminder)
    try checkHours(channel)
    if channel == .telephone { try checkCalls() }
    let number = (caseFile.reminders.map(\.number).max() ?? 0) + 1
    let text = words("reminder", numbered: "\(number)")
    let event = Event.reminderSent(
      channel, number: number, ladder: caseFile.firstReminder == nil ? ladder(from: number) : [])
    if caseFile.status == .filed {
      move(event, to: .reminding, rule: "T4", words: text)
    } else {
      enter(event, words: text)
    }
  }

  /// The reminders that follow the first one.
  private func ladder(from number: Int) -> [RestartedClock] {
    profile.reminderDays.days.enumerated().map { index, days in
      RestartedClock(kind: .reminder(number + index + 1), dueAt: end(afterDays: days))
    }
  }

  /// A payment that is said to be made, or a trouble with paying, is looked into first (T6).
  mutating func pauseReminders() {
    guard LifeCycle.row(of: .sendReminder)?.from.contains(caseFile.status) ?? false else { return }
    let last = profile.businessDays.day(workingDays: profile.reminderPauseDays, after: today)
    let until = profile.end(of: last, in: given.zone)
    guard caseFile.remindersPausedUntil.map({ $0 < until }) ?? true else { return }
    enter(.remindersPaused(until: until))
  }

  private var rules: ContactRules? { dispute.contactRules(given) }

  func checkOptOut(_ channel: Channel, _ action: Action) throws(Refusal) {
    guard let rules, caseFile.contactWishes.optedOut.contains(channel) else { return }
    throw dispute.unlawful(.channelOptedOut, action, rules.optOutSource)
  }

  /// By the respondent's own clock. A letter comes when the post does.
  private func checkHours(_ channel: Channel) throws(Refusal) {
    guard let rules, channel != .letter else { return }
    let zone = given.respondentZone
    let day = zone.date(at: at)
    let opens = zone.moment(on: day, minutes: rules.opensMinutes)
    if at < opens {
      throw dispute.unlawful(.contactHours, .sendReminder, rules.hoursSource, earliest: opens)
    }
    if at >= zone.moment(on: day, minutes: rules.closesMinutes) {
      throw dispute.unlawful(
        .contactHours, .sendReminder, rules.hoursSource,
        earliest: zone.moment(on: day.adding(days: 1), minutes: rules.opensMinutes))
    }
  }

  /// Calls that were noted count with those that reminded, each day by the more of the two: who
  /// reminds by telephone and notes the call has called once.
  private func checkCalls() throws(Refusal) {
    guard let rules else { return }
    let zone = given.respondentZone
    let today = zone.date(at: at)
    func opening(of day: CivilDate) -> Instant { zone.moment(on: day, minutes: rules.opensMinutes) }
    let noted = dispute.claimantsCalls
    let spoken = noted.filter { $0.note.outcome == .reached }
      .map { zone.date(at: $0.note.startedAt) }.max()
    if let spoken, today < spoken.adding(days: rules.quietDays.value) {
      throw dispute.unlawful(
        .recentConversation, .sendReminder, rules.quietDays.source,
        earliest: opening(of: spoken.adding(days: rules.quietDays.value)))
    }
    var perDay: [CivilDate: (noted: Int, reminded: Int)] = [:]
    for call in noted where call.note.direction == .outgoing {
      perDay[zone.date(at: call.note.startedAt), default: (0, 0)].noted += 1
    }
    for reminder in caseFile.reminders where reminder.channel == .telephone {
      perDay[zone.date(at: reminder.sentAt), default: (0, 0)].reminded += 1
    }
    func calls(endingOn last: CivilDate) -> Int {
      let first = last.adding(days: 1 - rules.callWindowDays)
      return perDay.filter { first <= $0.key && $0.key <= last }
        .reduce(0) { $0 + max($1.value.noted, $1.value.reminded) }
    }
    guard calls(endingOn: today) >= rules.callsMax.value else { return }
    let free = (1...rules.callWindowDays).map { today.adding(days: $0) }
      .first { calls(endingOn: $0) < rules.callsMax.value }
    throw dispute.unlawful(
      .tooManyCalls, .sendReminder, rules.callsMax.source, earliest: free.map(opening))
  }
}

extension Dispute {
  /// The rules of contact that bind whoever collects; nil where none do.
  func contactRules(_ given: Given) -> ContactRules? {
    given.profile.contact.flatMap { $0.bind(caseFile.opening) ? $0 : nil }
  }

  /// What a rule of contact forbids, with the rule.
  func unlawful(
    _ condition: Precondition, _ action: Action, _ source: String, earliest: Instant? = nil
  ) -> Refusal {
    .unmet(
      condition, action, rule: "\(LifeCycle.row(of: action)?.rule ?? ""), \(source)",
      earliest: earliest, next: nil)
  }

  /// The calls that the claimant's side noted, wherever it reads them.
  fileprivate var claimantsCalls: [CallRecord] {
    [.partyPrivate(.claimant), .caseFile, .mediation].flatMap { records(in: $0).calls }
      .filter { $0.by == .claimant }
  }

  /// Reminders need something to remind of, no pause, and no wish to be left alone.
  func checkRemindable(_ given: Given) throws(Refusal) {
    if let rules = contactRules(given), caseFile.contactWishes.ceases {
      throw unlawful(.contactCeased, .sendReminder, rules.ceaseSource)
    }
    let today = given.zone.date(at: given.now)
    guard uncontestedBalance(on: today, given: given) > 0 else {
      throw unmet(.nothingToRemind, .sendReminder)
    }
    if let until = caseFile.remindersPausedUntil, given.now < until {
      throw unmet(.remindersPaused, .sendReminder, earliest: until)
    }
  }

  /// Whether the ladder of reminders goes on: before a demand, while something is neither contested
  /// nor paid, and somebody may still answer for it.
  var isReminded: Bool {
    guard [.reminding, .admitted, .contested].contains(caseFile.status),
      settlement.concluded == nil, mayOweUncontested
    else { return false }
    return caseFile.items.contains { state in
      state.standing != .withdrawn && state.standingBefore == nil
        && (state.answer.map { $0.kind == .technicalIssue } ?? true)
    }
  }

  /// Whether something is left that is neither contested nor paid. With interest or charges that is
  /// more than the items, and what it comes to hangs on the day: then as long as the claim is open and
  /// not contested as a whole, for paid in full it closes by itself.
  private var mayOweUncontested: Bool {
    guard !isPlain else { return uncontestedBalance > 0 && balance.isPositive }
    return caseFile.items.contains { state in
      state.standing != .withdrawn && state.standing != .denied
        && state.item.amount.minorUnits > (state.contested?.minorUnits ?? 0)
    }
  }
}
