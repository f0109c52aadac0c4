import ArgumentParser
import ParleyClient
import TerminalKit

/// The docket, entry by entry; with `--verify` checked on this machine.
struct DisputeHistory: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "history", "The docket, entry by entry",
    examples: [
      "parley history 7k3q-m2xw", "parley history 7k3q-m2xw --verify",
      "parley history 7k3q-m2xw --in case -o jsonl",
    ],
    notes: "--verify recomputes every chain here and holds it against the receipts you keep.")

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Option(name: .customLong("in"), help: "Only this compartment.")
  var compartment: CompartmentChoice?
  @Flag(help: "Check the record on this machine.") var verify = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    if verify { return try await check(id, desk) }
    let filter = compartment.map {
      "compartment = \($0.rawValue.uppercased().replacing("-", with: "_"))"
    }
    let entries = try await desk.askAll(
      .listEntries,
      .fields([
        "parent": .text(id.name), "pageSize": .whole(200), "filter": .text(of: filter),
      ]), items: "entries")
    var listing = Listing(
      [
        TableColumn("WHEN"), TableColumn("ENTRY"), TableColumn("BY", shrinkPriority: 2),
        TableColumn("WHAT", shrinkPriority: 1, minimumCells: 20), TableColumn("NOW"),
      ], heading: "\(entries.count) entries. Times in \(desk.world.zone.name).")
    for entry in entries {
      let by = entry.text("actorDisplayName")
      let time = entry.text("effectiveTime")
      listing.add(
        entry, id: entry.text("name"),
        [
          .past(time, desk.times), TableCell(ShownName.last(entry.text("name"))),
          TableCell(by.isEmpty ? "the clock" : by, value: entry.text("actor")),
          TableCell(entry.text("title"), value: entry.text("event")),
          TableCell(ShownName.value(entry.text("transition.to"), "STATUS"), style: .bold),
        ])
    }
    try desk.show(listing)
    try await desk.checkHeads(id)
  }

  private func check(_ id: DisputeID, _ desk: Desk) async throws {
    let kept = try desk.shelf.receipts(of: id.canonical)
    let heads = try await desk.askAll(
      .listHeads, .fields(["parent": .text(id.name)]), items: "heads")
    let keys = try await desk.askAll(.listKeys, .fields([:]), items: "keys")
    var check = DocketCheck(
      dispute: id, keys: keys, receipts: kept + heads.compactMap { KeptReceipt($0) })
    var page = PlainValue.fields([
      "parent": .text(id.name), "pageSize": .whole(200), "view": .text("ENTRY_VIEW_FULL"),
    ])
    while true {
      let reply = try await desk.ask(.listEntries, page)
      for entry in reply.list("entries") { check.take(entry) }
      let token = reply.text("nextPageToken")
      if token.isEmpty { break }
      page = page.setting("pageToken", to: .text(token))
    }
    let chains = check.finish()
    try desk.show(listing(chains))
    let defects = chains.flatMap { chain in
      chain.defects.map { "\(ShownName.value(chain.compartment, "")): \($0)" }
    }
    guard defects.isEmpty else {
      throw CommandFailure(.failed, "THE RECORD DOES NOT HOLD.", lines: defects)
    }
    _ = try desk.shelf.take(heads.compactMap { KeptReceipt($0) }, before: [:])
    desk.note("The record is as it was signed, and reaches every receipt you keep.")
  }

  private func sound(_ chain: DocketCheck.Chain) -> String {
    chain.erasedCount == 0 ? "sound" : "sound, words of \(chain.erasedCount) erased"
  }

  private func listing(_ chains: [DocketCheck.Chain]) -> Listing {
    var listing = Listing([
      TableColumn("CHAIN"), TableColumn("ENTRIES", alignment: .right),
      TableColumn("RECEIPTS", alignment: .right), TableColumn("RESULT"),
    ])
    for chain in chains {
      let isSound = chain.defects.isEmpty
      listing.add(
        .fields([
          "compartment": .text(chain.compartment), "entryCount": .whole(chain.entryCount),
          "receiptCount": .whole(chain.receiptCount), "erasedCount": .whole(chain.erasedCount),
          "defects": .texts(chain.defects),
        ]), id: chain.compartment,
        [
          TableCell(chain.compartment), TableCell("\(chain.entryCount)"),
          TableCell("\(chain.receiptCount)"),
          TableCell(
            isSound ? sound(chain) : "\(chain.defects.count) defects",
            style: isSound ? .green : .red),
        ])
    }
    return listing
  }
}
