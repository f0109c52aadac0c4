import ArgumentParser
import ParleyClient

/// Looks at everything a command needs, and says of each whether it is well or what to do.
struct Doctor: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "doctor", "Check settings, trust, server, login and clock",
    examples: ["parley doctor", "parley doctor --server parley.example:8443 -o json"],
    notes: "Changes nothing. It ends with 1 where a check failed; warnings end with 0.")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    var checkup = Checkup(desk)
    await checkup.run()
    var listing = Listing(Finding.columns)
    for finding in checkup.findings {
      listing.add(finding.value, id: finding.check, finding.cells)
    }
    try desk.show(listing)
    let failed = checkup.findings.filter { $0.state == .failed }
    guard let first = failed.first else { return }
    throw CommandFailure(
      .failed,
      failed.count == 1 ? "One check failed: \(first.check)." : "\(failed.count) checks failed.",
      next: first.next)
  }
}
