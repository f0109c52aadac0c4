import ArgumentParser
import ParleyClient

/// Drafts a dispute and leaves it unfiled.
struct DraftNew: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "new", "Draft a dispute and leave it unfiled",
    examples: [
      "parley draft new --claimant 'Duarte Freight' --client 'Harbour Lettings Ltd' "
        + "--email accounts@harbour.example --invoice INV-118 --amount 'EUR 8,400.00' "
        + "--due 2026-09-30 --debtor business --jurisdiction PT --form written-signed "
        + "--limitation 2029-09-30 --limitation-source 'Codigo Civil art. 310'"
    ])

  @OptionGroup var facts: DraftFacts
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let parent = try await desk.organization(facts.organization)
    let request = try facts.request(for: parent)
    let change = try await desk.change(.createDispute, request)
    desk.subject = DisputeID(change.text("dispute.name"))
    desk.noteSeen([change.text("dispute.name")])
    let id = desk.subject?.description ?? "it"
    try desk.show(
      desk.report("Drafted \(id); nothing is filed yet.", change: change, value: change))
  }
}
