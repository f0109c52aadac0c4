import JournalWire
import ParleyDomain
import SwiftProtobuf

// Settlements of some claim items.

extension Event {
  func storedParts() throws -> StoredEvent? {
    switch self {
    case .partSettled(let offer, let terms, let day, let paidBefore, let instalmentsBy):
      try .partSettled(
        .with {
          $0.offer = try ParleyStore.stored(offer)
          $0.terms = try terms.stored()
          $0.on = day.stored
          $0.paidBefore = paidBefore.stored
          $0.instalmentsByMs = instalmentsBy.map(\.milliseconds)
        })
    case .itemsSettled(let items):
      try .itemsSettled(.with { $0.items = try items.map { try ParleyStore.stored($0) } })
    case .itemsRevived(let items):
      try .itemsRevived(.with { $0.items = try items.map { try ParleyStore.stored($0) } })
    default: nil
    }
  }

  static func readParts(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .partSettled(let settled):
      .partSettled(
        offer: Int(settled.offer), try OfferTerms(stored: settled.terms),
        on: try CivilDate(stored: settled.on), paidBefore: try Money(stored: settled.paidBefore),
        instalmentsBy: settled.instalmentsByMs.map(instant))
    case .itemsSettled(let settled): .itemsSettled(settled.items.map { Int($0) })
    case .itemsRevived(let revived): .itemsRevived(revived.items.map { Int($0) })
    default: nil
    }
  }
}
