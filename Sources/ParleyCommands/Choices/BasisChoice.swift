import ArgumentParser

/// What binds the parties to arbitrate, as options name them.
enum BasisChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case contractClause = "contract-clause"
  case signedSubmission = "signed-submission"
  static let prefix = "ARBITRATION_BASIS"
}
