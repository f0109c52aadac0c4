import ArgumentParser

/// `parley evidence`.
struct EvidenceNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "evidence", "Files in evidence",
    [
      EvidenceAdd.self, EvidenceList.self, EvidenceShow.self, EvidenceGet.self,
      EvidenceSeal.self, EvidenceUnseal.self, EvidenceStrike.self, EvidenceLink.self,
      EvidenceObject.self, EvidenceWithdrawObjection.self, EvidenceRule.self,
      EvidenceDeficient.self, EvidenceCustody.self,
    ])
}
