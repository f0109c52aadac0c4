import ArgumentParser

/// `parley agreement`.
package struct AgreementNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "agreement", "The settlement agreement",
    [
      AgreementShow.self,
      AgreementSign.self,
    ])

  package init() {}
}
