import ArgumentParser

/// `parley approval`.
struct ApprovalNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "approval", "Acts that need a second person (supervisors)",
    [
      ApprovalList.self,
      ApprovalGrant.self,
      ApprovalRefuse.self,
    ])
}
