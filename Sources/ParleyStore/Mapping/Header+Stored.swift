import JournalWire
import ParleyDomain
import SwiftProtobuf

extension StoredHeader {
  init(
    _ entry: Entry, _ facts: StoredFacts, at place: EntryForm.Place, filedAt: Instant
  ) throws {
    self = try .with {
      $0.schemaVersion = EntryForm.schemaVersion
      $0.dispute = place.dispute.text
      $0.compartment = place.compartment.code
      $0.sequence = place.sequence
      $0.event = facts.kind
      $0.actor = entry.actor?.text ?? ""
      $0.filedMs = filedAt.milliseconds
      $0.effectiveMs = entry.effectiveAt.milliseconds
      if let act = entry.recordedFor {
        $0.recordedFor = try .with {
          $0.side = act.side.rawValue
          $0.exhibit = try act.exhibit.stored()
          $0.receivedMs = act.receivedAt.milliseconds
        }
      }
      if let move = entry.transition {
        $0.transition = .with {
          $0.from = move.from.rawValue
          $0.to = move.to.rawValue
          $0.rule = move.rule
          $0.outcome = move.outcome?.rawValue ?? ""
          $0.beside = move.isBeside
        }
      }
    }
  }

  func readTransition() throws -> ParleyDomain.Transition? {
    guard hasTransition else { return nil }
    return ParleyDomain.Transition(
      from: try choice(transition.from), to: try choice(transition.to), rule: transition.rule,
      outcome: try choiceIfAny(transition.outcome), isBeside: transition.beside)
  }

  func readRecordedFor() throws -> RecordedAct? {
    guard hasRecordedFor else { return nil }
    return RecordedAct(
      side: try choice(recordedFor.side), exhibit: try ExhibitID(stored: recordedFor.exhibit),
      receivedAt: instant(recordedFor.receivedMs))
  }
}

extension StoredFacts {
  /// The name of the event in capitals, as headers carry it: `OFFER_MADE`.
  var kind: String {
    guard let event, let label = Mirror(reflecting: event).children.first?.label else { return "" }
    return label.reduce(into: "") { name, letter in
      if letter.isUppercase { name.append("_") }
      name.append(letter.uppercased())
    }
  }
}
