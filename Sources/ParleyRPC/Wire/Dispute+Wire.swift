import Foundation
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Dispute {
  /// A dispute as one person sees it. `allowed_actions` are told where the sheet has verdicts: not
  /// in lists.
  init(_ sheet: Sheet) {
    self.init()
    let dispute = sheet.dispute
    let file = dispute.caseFile
    let words = WordReading(dispute, .caseFile)
    name = dispute.id.name
    claimant = Self.party("claimant", words)
    if claimant.displayName.isEmpty { claimant.displayName = sheet.organizationName }
    respondent = Self.party("respondent", words)
    respondent.timeZone = file.respondentZone ?? ""
    title = "\(claimant.displayName) v \(respondent.displayName)"
    organization = file.organization.name
    owner = file.owner.name
    stage = .init(file.status.stage)
    status = .init(file.status)
    outcome = .init(file.outcome)
    settlementState =
      sheet.sees(.settlement) ? .init(dispute.settlement.state) : .unspecified
    turns = Turn.allCases.filter(sheet.turn.contains).map { .init($0) }
    if let due = sheet.dueAt { dueTime = .init(due) }
    setClaim(sheet, words)
    setPeople(sheet, words)
    setProceedings(sheet, words)
    setSettlementAndApprovals(sheet)
    passedStatuses = file.passed.map { passed in
      .with {
        $0.status = .init(passed.status)
        $0.leaveTime = .init(passed.leftAt)
      }
    }
    deadlines = Parley_V1_Deadline.all(of: sheet)
    holds = file.holds.map { .init($0, words, of: dispute.id) }
    exhibitSeals = file.seals.sorted { $0.key.number < $1.key.number }.map { id, seal in
      .init(id, seal, words, of: dispute.id)
    }
    setRecordedActs(sheet)
    setSecrecy(sheet, words)
    setTime(sheet)
    allowedActions = sheet.verdicts.map { .init($0) }
    ruleProfile = file.profile
    interestProfile = file.opening.interest?.profile ?? ""
    contractRateBasisPoints = Int32(
      clamping: file.opening.interest?.contractBasisPoints ?? 0)
    etag = sheet.etag
    createTime = .init(file.createdAt)
    if let filedAt = file.filedAt { fileTime = .init(filedAt) }
    updateTime = .init(sheet.updatedAt)
    heads = sheet.heads.map { head in
      .with {
        $0.compartment = .init(head.compartment)
        $0.sequence = head.sequence
        $0.head = Data(head.hash.bytes)
      }
    }
  }

  private mutating func setClaim(_ sheet: Sheet, _ words: WordReading) {
    let opening = sheet.dispute.caseFile.opening
    debtorKind = .init(opening.debtorKind)
    collectorKind = .init(opening.collectorKind)
    jurisdiction = opening.jurisdiction
    contract = .init(sheet.dispute, words)
    items = sheet.dispute.caseFile.items.map { state in
      .with {
        $0.number = Int32(clamping: state.item.number)
        $0.reference = words["item.\(state.item.number).number"]
        $0.description_p = words["item.\(state.item.number).description"]
        if let issued = state.item.issued { $0.issueDate = .init(issued) }
        $0.dueDate = .init(state.item.due)
        $0.amount = .init(state.item.amount)
        $0.standing = .init(sheet.dispute.standing(of: state))
        if let contested = state.contested { $0.contestedAmount = .init(contested) }
        if let answer = state.answer {
          $0.answer = .init(answer, words, of: sheet.dispute.id)
        }
      }
    }
    let limitation = sheet.dispute.caseFile.limitation
    limitationDate = .init(limitation.last)
    limitationSource = limitation.finding?.source ?? words["limitation.source"]
    if let finding = limitation.finding { limitationBasis = .init(finding) }
    if let balance = sheet.balance { self.balance = .init(balance) }
  }

  /// What runs out, and how the respondent may be contacted.
  private mutating func setTime(_ sheet: Sheet) {
    let file = sheet.dispute.caseFile
    if let alert = sheet.dispute.alert {
      expiryAlert = .with {
        $0.kind = alert.of == .limitation ? .limitation : .judgmentExpiry
        $0.daysBefore = Int32(clamping: alert.daysBefore)
        $0.alertTime = .init(alert.at)
        $0.endTime = .init(alert.endsAt)
      }
    }
    if let until = file.remindersPausedUntil { remindersPausedUntilTime = .init(until) }
    if file.contactWishes != ContactWishes() {
      contactWishes = .with {
        $0.optedOutChannels = Channel.allCases.filter(file.contactWishes.optedOut.contains)
          .map { .init($0) }
        $0.ceases = file.contactWishes.ceases
      }
    }
  }

  private mutating func setPeople(_ sheet: Sheet, _ words: WordReading) {
    let file = sheet.dispute.caseFile
    people = file.people.map { person in
      .with {
        $0.member = person.member.name
        $0.displayName = sheet.names[person.member] ?? ""
        $0.standing = .init(person.seat)
      }
    }
    var counts: [Seat: Int] = [:]
    neutrals = file.neutrals.map { neutral in
      counts[neutral.seat, default: 0] += 1
      let place = "\(neutral.seat.rawValue)-\(counts[neutral.seat] ?? 1)"
      return .with {
        $0.seat = .init(neutral.seat)
        $0.member = neutral.member.name
        $0.displayName = sheet.names[neutral.member] ?? ""
        $0.state = .init(neutral.step)
        $0.hasConflict_p = neutral.disclosure?.hasConflict ?? false
        $0.disclosure = words["disclosure.\(place).text"]
        if let until = neutral.objectBy { $0.objectByTime = .init(until) }
        $0.objectedBy = .init(neutral.objectedBy)
        $0.waivedBy = neutral.waivedBy.values
        $0.agreedBy = neutral.agreedBy.values
        if let findings = neutral.findings { $0.check = .init(findings) }
      }
    }
  }

  private static func party(_ side: String, _ words: WordReading) -> Parley_V1_Party {
    .with {
      $0.displayName = words["\(side).name"]
      $0.contactName = words["\(side).contact"]
      $0.email = words["\(side).email"]
      $0.telephone = words["\(side).phone"]
      $0.postalAddress = words["\(side).address"]
    }
  }
}

extension Sheet {
  /// Whether the person sees a compartment in full.
  func sees(_ compartment: Compartment) -> Bool {
    sight(of: compartment, for: standings, in: dispute) == .full
  }
}

extension Set<Side> {
  /// As the wire lists them, the claimant first.
  var values: [Parley_V1_Side] { Side.allCases.filter(contains).map { .init($0) } }
}

extension PartyMember {
  /// What holding this seat makes of a person.
  fileprivate var seat: Standing {
    switch side {
    case .claimant: counsel ? .claimantCounsel : .claimant
    case .respondent: counsel ? .respondentCounsel : .respondent
    }
  }
}
