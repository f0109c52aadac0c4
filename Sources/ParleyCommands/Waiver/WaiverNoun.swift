import ArgumentParser

/// `parley waiver`.
struct WaiverNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "waiver", "Waive the mediation privilege",
    [WaiverPropose.self, WaiverSign.self, WaiverWithdraw.self])
}
