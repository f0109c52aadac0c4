import ArgumentParser

/// `parley approval`.
package struct ApprovalNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "approval", "Acts that need a second person (supervisors)",
    [
      ApprovalList.self,
      ApprovalGrant.self,
      ApprovalRefuse.self,
    ])

  package init() {}
}
