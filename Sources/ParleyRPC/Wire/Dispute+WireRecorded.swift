import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Dispute {
  /// What was recorded for a party, and who agreed to have the mediator as arbitrator.
  mutating func setRecordedActs(_ sheet: Sheet) {
    let dispute = sheet.dispute
    recordedActs = [Compartment.caseFile, .settlement].flatMap { place in
      let records = dispute.records[place] ?? CompartmentRecords()
      return records.recordedActs.map { act in
        Parley_V1_RecordedActState(
          act, RecordedActID(compartment: place, number: act.number), by: records.contestBy,
          WordReading(dispute, place), of: dispute.id)
      }
    }
    medArbConsents = Side.allCases.compactMap { side in
      dispute.caseFile.medArbConsents[side].map { consent in
        .with {
          $0.side = .init(side)
          $0.mediator = consent.mediator.name
          $0.paper = dispute.id.exhibit(consent.paper)
        }
      }
    }
  }
}

extension Parley_V1_RecordedActState {
  init(
    _ act: RecordedEntry, _ id: RecordedActID, by contestBy: Instant?, _ words: WordReading,
    of dispute: DisputeID
  ) {
    self.init()
    name = dispute.child("recordedActs", "\(id.compartment.segment)-\(id.number)")
    action = .init(act.action)
    side = .init(act.side)
    recorder = act.by?.name ?? ""
    exhibit = dispute.exhibit(act.paper)
    receiveTime = .init(act.receivedAt)
    recordTime = .init(act.recordedAt)
    state = .init(act.state)
    if let contestBy { contestByTime = .init(contestBy) }
    if let at = act.contestedAt { contestTime = .init(at) }
    contestReason = words["contest.\(id.number).reason"]
  }
}

extension Parley_V1_Counterclaim {
  init(
    _ counterclaim: Counterclaim, decided: Bool, _ words: WordReading, of dispute: DisputeID
  ) {
    self.init()
    let number = counterclaim.number
    self.number = Int32(clamping: number)
    amount = .init(counterclaim.terms.amount)
    ground = words["counterclaim.\(number).ground"]
    leaveExhibit = counterclaim.terms.leave.map(dispute.exhibit) ?? ""
    fileTime = .init(counterclaim.filedAt)
    replyByTime = .init(counterclaim.replyBy)
    state = .init(counterclaim.state(decided: decided))
    if let admitted = counterclaim.reply?.admitted { admittedAmount = .init(admitted) }
    reply = words["counterclaim.\(number).reply"]
    replyLate = counterclaim.repliedLate
  }
}
