import ArgumentParser

/// `parley legal`.
struct LegalNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "legal", "Collections, counsel and court",
    [
      LegalAssess.self,
      LegalCollections.self,
      LegalRecall.self,
      LegalCounsel.self,
      LegalFile.self,
      LegalServe.self,
      LegalDismiss.self,
      LegalJudgment.self,
      LegalRenew.self,
      LegalEnforce.self,
      LegalSatisfy.self,
    ])
}
