import JournalWire
import ParleyDomain
import SwiftProtobuf

extension CallNote {
  func stored(number: Int, by: Side) throws -> StoredEvent {
    .callLogged(
      try .with {
        $0.direction = direction.rawValue
        $0.startedMs = startedAt.milliseconds
        $0.durationSeconds = try ParleyStore.stored(durationSeconds)
        $0.outcome = outcome.rawValue
        $0.compartment = compartment?.code ?? ""
        if let promised { $0.promised = promised.stored }
        $0.promisedBy = promisedBy?.stored ?? ""
        $0.zone = zone ?? ""
        if let recording { $0.recording = try recording.stored() }
        $0.number = try ParleyStore.stored(number)
        $0.by = by.rawValue
      })
  }

  init(stored logged: Parley_Journal_V1_CallLogged) throws {
    self.init(
      direction: try choice(logged.direction), startedAt: instant(logged.startedMs),
      durationSeconds: Int(logged.durationSeconds), outcome: try choice(logged.outcome),
      compartment: logged.compartment.isEmpty
        ? nil : try ParleyStore.compartment(logged.compartment),
      promised: logged.hasPromised ? try Money(stored: logged.promised) : nil,
      promisedBy: try CivilDate.ifAny(logged.promisedBy),
      zone: logged.zone.isEmpty ? nil : logged.zone,
      recording: logged.hasRecording ? try ExhibitID(stored: logged.recording) : nil)
  }
}

extension CallPromise {
  func stored(number: Int, of call: NoteReference) throws -> StoredEvent {
    .promiseNoted(
      try .with {
        $0.amount = amount.stored
        $0.due = due.stored
        $0.number = try ParleyStore.stored(number)
        $0.callCompartment = call.compartment.code
        $0.call = try ParleyStore.stored(call.number)
      })
  }

  static func read(_ noted: Parley_Journal_V1_PromiseNoted) throws -> Event {
    .promiseNoted(
      CallPromise(amount: try Money(stored: noted.amount), due: try CivilDate(stored: noted.due)),
      number: Int(noted.number), of: try call(noted.callCompartment, noted.call))
  }
}

extension CallOffer {
  func stored(number: Int, of call: NoteReference) throws -> StoredEvent {
    .callOfferNoted(
      try .with {
        if let amount { $0.amount = amount.stored }
        $0.by = by.rawValue
        $0.number = try ParleyStore.stored(number)
        $0.callCompartment = call.compartment.code
        $0.call = try ParleyStore.stored(call.number)
      })
  }

  static func read(_ noted: Parley_Journal_V1_CallOfferNoted) throws -> Event {
    .callOfferNoted(
      CallOffer(
        amount: noted.hasAmount ? try Money(stored: noted.amount) : nil, by: try choice(noted.by)),
      number: Int(noted.number), of: try call(noted.callCompartment, noted.call))
  }
}

private func call(_ compartment: String, _ number: Int32) throws -> NoteReference {
  NoteReference(
    kind: .call, compartment: try ParleyStore.compartment(compartment), number: Int(number))
}
