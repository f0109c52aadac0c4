import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Exhibit {
  /// With until when it may be objected to.
  init(_ exhibit: Exhibit, in sheet: Sheet) {
    self.init(exhibit, in: sheet.dispute)
    let end = sheet.dispute.exhibitObjectionEnd(
      of: exhibit, profile: sheet.profile, zone: sheet.zone)
    if let end { objectByTime = .init(end) }
  }

  /// Where it comes from, what it is of another one, and what was said against it.
  mutating func setRecord(
    _ exhibit: Exhibit, in dispute: Dispute, _ words: WordReading, _ path: String
  ) {
    let way = Parley_V1_Provenance(exhibit.offer.provenance, words["\(path).collectedBy"])
    if way != Parley_V1_Provenance() { provenance = way }
    if let made = exhibit.offer.rendition {
      rendition.kind = .init(made.kind)
      rendition.maker = words["\(path).madeBy"]
      rendition.certified = made.certified
      rendition.language = words["\(path).language"]
      if let original = made.original ?? dispute.original(of: exhibit.id) {
        rendition.original = dispute.id.exhibit(original)
      }
    }
    lateReason = words["\(path).lateReason"]
    version = Int32(clamping: exhibit.version)
    if let newer = exhibit.supersededBy {
      supersededBy = dispute.id.exhibit(
        ExhibitID(compartment: exhibit.id.compartment, number: newer))
    }
    recordStanding = .init(dispute.recordStanding(of: exhibit))
    objections = dispute.caseFile.exhibitObjections.filter { $0.exhibit == exhibit.id }
      .map { .init($0, words, path) }
    deficiencies = dispute.caseFile.deficiencies.filter { $0.exhibit == exhibit.id }
      .map { .init($0, words, path) }
  }
}

extension Dispute {
  fileprivate func original(of made: ExhibitID) -> ExhibitID? {
    if case .exhibit(let id) = source(of: made)?.of { id } else { nil }
  }
}

extension Parley_V1_Provenance {
  init(_ provenance: Provenance, _ collector: String) {
    self.init()
    self.collector = collector
    if let collectedAt = provenance.collectedAt { collectTime = .init(collectedAt) }
    method = .init(provenance.method)
    consent = .init(provenance.consent)
  }
}

extension Parley_V1_ExhibitObjection {
  init(_ objection: ExhibitObjection, _ words: WordReading, _ path: String) {
    self.init()
    number = Int32(clamping: objection.number)
    ground = .init(objection.ground)
    by = .init(objection.by)
    reason = words["\(path).objection.\(objection.number).reason"]
    fileTime = .init(objection.at)
    ruling = .init(objection.ruling)
    rulingReason = words["\(path).ruling.\(objection.number).reason"]
    if let ruledAt = objection.ruledAt { ruleTime = .init(ruledAt) }
    if let withdrawnAt = objection.withdrawnAt {
      withdrawTime = .init(withdrawnAt)
      withdrawReason = words["\(path).withdrawal.\(objection.number).reason"]
    }
  }
}

extension Parley_V1_ExhibitDeficiency {
  init(_ deficiency: ExhibitDeficiency, _ words: WordReading, _ path: String) {
    self.init()
    number = Int32(clamping: deficiency.number)
    lack = .init(deficiency.lack)
    reason = words["\(path).deficiency.\(deficiency.number).reason"]
    noticeTime = .init(deficiency.at)
    cureByTime = .init(deficiency.cureBy)
    state = .init(deficiency.state)
  }
}

extension Parley_V1_CustodyStep {
  init(_ seen: SeenCustody, of exhibit: Exhibit, in dispute: DisputeID) {
    self.init()
    act = .init(seen.step.act)
    stepTime = .init(seen.step.at)
    actor = seen.step.by?.name ?? ""
    actorDisplayName = seen.actorName ?? ""
    if let other = seen.step.exhibit { self.exhibit = dispute.exhibit(other) }
    switch seen.step.act {
    case .filed, .admitted, .downloaded: sha256 = exhibit.offer.hash.hex
    default: break
    }
    if let lastAt = seen.lastAt { lastStepTime = .init(lastAt) }
  }
}
