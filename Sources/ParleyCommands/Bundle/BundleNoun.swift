import ArgumentParser

/// `parley bundle`.
struct BundleNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "bundle", "The record to hand on, which anybody can check",
    [BundleExport.self, BundleVerify.self])
}
