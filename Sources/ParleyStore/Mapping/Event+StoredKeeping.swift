import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedKeeping() throws -> StoredEvent? {
    switch self {
    case .disputeClosed(let outcome): .disputeClosed(.with { $0.outcome = outcome.rawValue })
    case .contractFormChanged(let from, let to):
      .contractFormChanged(
        .with {
          $0.from = from.rawValue
          $0.to = to.rawValue
        })
    case .ownerAssigned(let owner): .ownerAssigned(.with { $0.owner = owner.text })
    case .partyInvited(let side, let counsel):
      .partyInvited(
        .with {
          $0.side = side.rawValue
          $0.counsel = counsel
        })
    case .partyJoined(let side, let member, let counsel):
      .partyJoined(
        .with {
          $0.side = side.rawValue
          $0.member = member.text
          $0.counsel = counsel
        })
    case .approvalRequested(let number, let act, let coolsUntil):
      try .approvalRequested(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.act = try act.stored()
          if let coolsUntil { $0.coolsUntilMs = coolsUntil.milliseconds }
        })
    case .approvalGranted(let number, let solePrincipal):
      try .approvalGranted(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.solePrincipal = solePrincipal
        })
    case .approvalRefused(let number):
      try .approvalRefused(.with { $0.number = try ParleyStore.stored(number) })
    default: nil
    }
  }

  static func readKeeping(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .disputeClosed(let closed): .disputeClosed(try choice(closed.outcome))
    case .ownerAssigned(let assigned): .ownerAssigned(MemberID(assigned.owner))
    case .contractFormChanged(let changed):
      .contractFormChanged(from: try choice(changed.from), to: try choice(changed.to))
    case .partyInvited(let invited):
      .partyInvited(try choice(invited.side), counsel: invited.counsel)
    case .partyJoined(let joined):
      .partyJoined(try choice(joined.side), MemberID(joined.member), counsel: joined.counsel)
    case .approvalRequested(let requested):
      .approvalRequested(
        number: Int(requested.number), act: try ApprovalAct(stored: requested.act),
        coolsUntil: requested.hasCoolsUntilMs ? instant(requested.coolsUntilMs) : nil)
    case .approvalGranted(let granted):
      .approvalGranted(number: Int(granted.number), solePrincipal: granted.solePrincipal)
    case .approvalRefused(let refused): .approvalRefused(number: Int(refused.number))
    default: nil
    }
  }
}

extension ApprovalAct {
  fileprivate typealias Stored = Parley_Journal_V1_ApprovalRequested.OneOf_Act

  fileprivate func stored() throws -> Stored {
    switch self {
    case .writeOff: .writeOff(.init())
    case .referCollections(let share):
      try .referCollections(.with { $0.contingencyBasisPoints = try ParleyStore.stored(share) })
    case .referCounsel: .referCounsel(.init())
    case .changeContractForm(let form): .changeContractForm(.with { $0.form = form.rawValue })
    case .makeOffer(let terms): .makeOffer(try terms.stored())
    case .acceptOffer(let number, let agreement):
      try .acceptOffer(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.agreementSha256 = agreement.hex
        })
    }
  }

  fileprivate init(stored act: Stored?) throws {
    switch act {
    case .writeOff: self = .writeOff
    case .referCollections(let terms):
      self = .referCollections(contingencyBasisPoints: Int(terms.contingencyBasisPoints))
    case .referCounsel: self = .referCounsel
    case .changeContractForm(let change): self = .changeContractForm(try choice(change.form))
    case .makeOffer(let terms): self = .makeOffer(try OfferTerms(stored: terms))
    case .acceptOffer(let accept):
      self = .acceptOffer(
        number: Int(accept.number), agreement: try documentHash(accept.agreementSha256))
    case nil: throw unreadable("act")
    }
  }
}
