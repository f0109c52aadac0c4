import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedProcedure() throws -> StoredEvent? {
    switch self {
    case .paymentReversed(let number):
      .paymentReversed(try .with { $0.number = try ParleyStore.stored(number) })
    case .settlementResumed(let instalmentsBy):
      .settlementResumed(
        .with { $0.instalmentsByMs = instalmentsBy.map(\.milliseconds) })
    case .neutralRecused(let seat, let member):
      .neutralRecused(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
        })
    case .awardSetAside(let answers):
      .awardSetAside(try .with { $0.answers = try answers.map { try $0.stored() } })
    case .holdPlaced(let terms, let number, let endsAt):
      .holdPlaced(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.kind = terms.kind.rawValue
          $0.until = terms.until?.stored ?? ""
          if let document = terms.document { $0.document = try document.stored() }
          if let endsAt { $0.endsMs = endsAt.milliseconds }
          $0.seat = terms.seat?.rawValue ?? ""
          $0.carriesMediation = terms.carriesMediation
        })
    case .holdEnded(let number):
      .holdEnded(try .with { $0.number = try ParleyStore.stored(number) })
    default: try storedAmendment()
    }
  }

  private func storedAmendment() throws -> StoredEvent? {
    switch self {
    case .deadlineExtended(let longer, let dueAt):
      .deadlineExtended(
        try .with {
          $0.kind = longer.kind.name
          $0.until = longer.until.stored
          if let consent = longer.consent { $0.consent = try consent.stored() }
          $0.dueMs = dueAt.milliseconds
        })
    case .claimAmended(let amendment, let clocks):
      .claimAmended(
        try .with {
          $0.items = try amendment.items.map { try $0.stored() }
          $0.withdrawn = try amendment.withdrawn.map(ParleyStore.stored)
          if let consent = amendment.consent { $0.consent = try consent.stored() }
          $0.clocks = clocks.map(\.stored)
        })
    case .partyAmended(let amendment, let clocks):
      .partyAmended(
        try .with {
          $0.replaces = amendment.replaces
          if let consent = amendment.consent { $0.consent = try consent.stored() }
          $0.clocks = clocks.map(\.stored)
        })
    case .disputeReopened(let clocks):
      .disputeReopened(.with { $0.clocks = clocks.map(\.stored) })
    case .exhibitSealed(let id, let readers):
      .exhibitSealed(
        try .with {
          $0.exhibit = try id.stored()
          $0.readers = readers.stored
        })
    case .exhibitUnsealed(let id): .exhibitUnsealed(try .with { $0.exhibit = try id.stored() })
    case .exhibitStruck(let id): .exhibitStruck(try .with { $0.exhibit = try id.stored() })
    default: nil
    }
  }

  static func readProcedure(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .paymentReversed(let reversed): .paymentReversed(number: Int(reversed.number))
    case .settlementResumed(let resumed):
      .settlementResumed(instalmentsBy: resumed.instalmentsByMs.map(instant))
    case .neutralRecused(let recused):
      .neutralRecused(try choice(recused.seat), MemberID(recused.member))
    case .awardSetAside(let award):
      .awardSetAside(try award.answers.map(ItemAnswer.init(stored:)))
    case .holdPlaced(let hold):
      .holdPlaced(
        HoldTerms(
          kind: try choice(hold.kind), until: try CivilDate.ifAny(hold.until),
          document: hold.hasDocument ? try ExhibitID(stored: hold.document) : nil,
          seat: try choiceIfAny(hold.seat), carriesMediation: hold.carriesMediation),
        number: Int(hold.number), endsAt: hold.hasEndsMs ? instant(hold.endsMs) : nil)
    case .holdEnded(let hold): .holdEnded(number: Int(hold.number))
    case .deadlineExtended(let extended):
      .deadlineExtended(
        Extension(
          kind: try DeadlineKind(stored: extended.kind),
          until: try CivilDate(stored: extended.until),
          consent: extended.hasConsent ? try ExhibitID(stored: extended.consent) : nil),
        dueAt: instant(extended.dueMs))
    case .claimAmended(let amended):
      .claimAmended(
        ClaimAmendment(
          items: try amended.items.map(ClaimItem.init(stored:)),
          withdrawn: amended.withdrawn.map(Int.init),
          consent: amended.hasConsent ? try ExhibitID(stored: amended.consent) : nil),
        clocks: try amended.clocks.map(RestartedClock.init(stored:)))
    case .partyAmended(let amended):
      .partyAmended(
        PartyAmendment(
          replaces: amended.replaces,
          consent: amended.hasConsent ? try ExhibitID(stored: amended.consent) : nil),
        clocks: try amended.clocks.map(RestartedClock.init(stored:)))
    case .disputeReopened(let reopened):
      .disputeReopened(clocks: try reopened.clocks.map(RestartedClock.init(stored:)))
    case .exhibitSealed(let sealed):
      .exhibitSealed(try ExhibitID(stored: sealed.exhibit), readers: try sides(sealed.readers))
    case .exhibitUnsealed(let opened): .exhibitUnsealed(try ExhibitID(stored: opened.exhibit))
    case .exhibitStruck(let struck): .exhibitStruck(try ExhibitID(stored: struck.exhibit))
    default: nil
    }
  }
}

extension RestartedClock {
  var stored: Parley_Journal_V1_RestartedClock {
    .with {
      $0.kind = kind.name
      $0.dueMs = dueAt.milliseconds
    }
  }

  init(stored clock: Parley_Journal_V1_RestartedClock) throws {
    self.init(kind: try DeadlineKind(stored: clock.kind), dueAt: instant(clock.dueMs))
  }
}

extension DeadlineKind {
  /// The kinds that are stored by name: those that can be lengthened or begin anew.
  fileprivate init(stored name: String) throws {
    let kinds: [DeadlineKind] = [
      .cure, .grace, .mediationConsent, .mediationWindow, .answer, .exchange, .award,
      .correctionWindow, .payBy, .limitation, .reply,
    ]
    guard let kind = kinds.first(where: { $0.name == name }) else { throw unreadable("deadline") }
    self = kind
  }
}
