import ArgumentParser

/// `parley agreement`.
struct AgreementNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "agreement", "The settlement agreement",
    [
      AgreementShow.self,
      AgreementDiff.self,
      AgreementSign.self,
    ])
}
