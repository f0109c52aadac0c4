/// A decision in the making: the working copy of the dispute, and the entries made so far. Each
/// entry is folded in at once, so that what follows is decided on what is then true.
struct Decision {
  var dispute: Dispute
  var entries: [Entry] = []
  let given: Given
  /// Nil for the clock.
  let actor: MemberID?
  let standings: Set<Standing>
  let recordedFor: RecordedAct?
  var words: [Word]
  /// When it takes effect.
  let at: Instant
  /// True while an act is carried out that a second person has approved.
  var isApproved = false

  init(_ dispute: Dispute, filing: Filing, standings: Set<Standing>, given: Given) {
    self.dispute = dispute
    self.given = given
    actor = filing.actor.member
    self.standings = standings
    recordedFor = filing.recordedFor
    words = filing.words
    at = given.now
  }

  /// Decided by the clock, at the instant a deadline fell due.
  init(_ dispute: Dispute, dueAt: Instant, given: Given) {
    self.dispute = dispute
    self.given = given
    actor = nil
    standings = [.clock]
    recordedFor = nil
    words = []
    at = dueAt
  }

  /// The side whose act it is.
  var side: Side? { recordedFor?.side ?? standings.side }

  var caseFile: CaseFile { dispute.caseFile }
  var profile: RuleProfile { given.profile }
  var today: CivilDate { given.zone.date(at: at) }

  /// When a period is over that starts today, which does not count.
  func end(afterDays days: Int, serviceDays: Int = 0, rolls: Bool = true) -> Instant {
    let last = profile.reckoning(
      from: today, days: days, serviceDays: serviceDays, rolls: rolls
    ).last
    return profile.end(of: last, in: given.zone)
  }

  /// Makes an entry in the compartment the event belongs to and folds it in.
  mutating func enter(_ event: Event, words: [Word] = [], in compartment: Compartment? = nil) {
    guard let place = compartment ?? event.home else { return }
    add(event, place, transition: nil, words: words)
  }

  /// Makes an entry of the case file that moves the status.
  mutating func move(
    _ event: Event, to status: Status, rule: String, outcome: Outcome? = nil, words: [Word] = [],
    isBeside: Bool = false
  ) {
    let from = isBeside ? caseFile.mediationBeside?.status : nil
    let transition = Transition(
      from: from ?? caseFile.status, to: status, rule: rule, outcome: outcome, isBeside: isBeside)
    add(event, .caseFile, transition: transition, words: words)
  }

  mutating func close(_ outcome: Outcome, rule: String, words: [Word] = []) {
    endHolds { $0.carriesMediation || $0.seat == .mediator }
    voidBidding()
    move(.disputeClosed(outcome), to: .closed, rule: rule, outcome: outcome, words: words)
  }

  private mutating func add(
    _ event: Event, _ place: Compartment, transition: Transition?, words: [Word]
  ) {
    // The paper an act rests on is named only where those who read the entry may know of it.
    let paper = recordedFor.flatMap {
      $0.exhibit.compartment == .caseFile || $0.exhibit.compartment == place ? $0 : nil
    }
    let entry = Entry(
      compartment: place, event: event, transition: transition, actor: actor, recordedFor: paper,
      effectiveAt: at, words: words)
    dispute.evolve(entry, filedAt: given.now)
    entries.append(entry)
  }

  /// The words of the filing whose path starts with `prefix`, with a number put behind the first
  /// part: `offer.conditions` becomes `offer.3.conditions`.
  func words(_ prefix: String, numbered number: String? = nil) -> [Word] {
    words.filter { $0.path.hasPrefix(prefix + ".") }.map { word in
      guard let number else { return word }
      return Word(prefix + "." + number + word.path.dropFirst(prefix.count), word.text)
    }
  }

  func has(_ path: String) -> Bool { words.contains { $0.path == path } }

  /// Wording that belongs to another compartment than the fact it goes with: a note of its own.
  mutating func enterNote(_ prefix: String, in compartment: Compartment) {
    let number = dispute.records(in: compartment).notes.count + 1
    let note = words(prefix).map {
      Word("note.\(number)" + $0.path.dropFirst(prefix.count), $0.text)
    }
    guard !note.isEmpty else { return }
    enter(.noteAdded, words: note, in: compartment)
  }

  func unmet(
    _ condition: Precondition, _ action: Action, earliest: Instant? = nil,
    next: NextStep? = nil
  ) -> Refusal {
    dispute.unmet(condition, action, earliest: earliest, next: next)
  }
}

extension Dispute {
  func unmet(
    _ condition: Precondition, _ action: Action, earliest: Instant? = nil, next: NextStep? = nil
  ) -> Refusal {
    .unmet(
      condition, action, rule: LifeCycle.row(of: action)?.rule ?? "", earliest: earliest,
      next: next)
  }
}
