import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Dispute {
  /// Waivers, what came into the case under them, and erasures, as far as they are seen.
  mutating func setSecrecy(_ sheet: Sheet, _ words: WordReading) {
    let dispute = sheet.dispute
    let file = dispute.caseFile
    let mediation = WordReading(dispute, .mediation)
    waivers = dispute.mediation.waivers.map { .init($0, mediation, of: dispute.id) }
    waiversInForce = file.waivers.map { waiver in
      .with {
        $0.number = Int32(clamping: waiver.number)
        $0.whole = waiver.whole
        $0.joinedByMediator = waiver.joinedByMediator
        $0.effectiveTime = .init(waiver.since)
      }
    }
    admitted = file.admitted.map { said in
      .with {
        $0.number = Int32(clamping: said.number)
        $0.waiver = Int32(clamping: said.waiver)
        $0.kind = .init(said.kind)
        $0.author = .init(said.author)
        $0.makeTime = .init(said.madeAt)
        $0.text = words["admitted.\(said.number).text"]
        $0.participants = words["admitted.\(said.number).participants"]
      }
    }
    erasures = Compartment.all.flatMap { place in
      (dispute.records[place]?.erasures ?? []).map {
        .init($0, place, WordReading(dispute, place), of: dispute.id)
      }
    }
  }
}

extension Parley_V1_Waiver {
  init(_ waiver: Waiver, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    name = dispute.child("waivers", waiver.number)
    state = .init(waiver.step)
    proposedBy = .init(waiver.by)
    whole = waiver.whole
    for item in waiver.items {
      switch item {
      case .exhibit(let number):
        exhibits.append(dispute.exhibit(ExhibitID(compartment: .mediation, number: number)))
      case .note(let number): notes.append(Int32(clamping: number))
      case .call(let number): calls.append(Int32(clamping: number))
      }
    }
    signedBy = waiver.signedBy.values
    signedByMediator = waiver.mediator != nil
    caseNumber = Int32(clamping: waiver.caseNumber ?? 0)
    reason = words["waiver.\(waiver.number).reason"]
    proposeTime = .init(waiver.proposedAt)
  }
}

extension Parley_V1_Erasure {
  init(_ erasure: Erasure, _ place: Compartment, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    name = dispute.erasure(place, erasure.number)
    entry = dispute.entry(place, UInt64(clamping: erasure.sequence))
    exhibit = erasure.exhibit.map { dispute.exhibit($0) } ?? ""
    basis = .init(erasure.basis)
    reason = words["erasure.\(erasure.number).reason"]
    state = .init(erasure.step)
    requester = erasure.by.name
    requestedAs = .init(erasure.askedAs)
    requestTime = .init(erasure.askedAt)
    settler = erasure.settledBy?.name ?? ""
  }
}
