import ParleyClient
import TerminalKit

/// The check of a whole docket on this machine, of what the server shows or of what was saved, and
/// its result for people.
struct DocketVerdict {
  private let desk: Desk

  init(_ desk: Desk) {
    self.desk = desk
  }

  /// Checks what the server shows, and saves it where `path` is given, sound or not: what does not
  /// hold is evidence.
  func show(_ id: DisputeID, savingTo path: String?) async throws {
    if let path, try PrivateFile(path).read() != nil {
      throw CommandFailure.usage("\(path) is there already: name another file.")
    }
    let heads = try await desk.askAll(
      .listHeads, .fields(["parent": .text(id.name)]), items: "heads")
    let (keys, believed) = try await desk.learnKeys()
    let entries = try await desk.askAll(
      .listEntries,
      .fields([
        "parent": .text(id.name), "pageSize": .whole(200), "view": .text("ENTRY_VIEW_FULL"),
      ]), items: "entries")
    let docket = SavedDocket(
      dispute: id, savedBy: desk.session?.member ?? "", heads: heads, keys: keys,
      entries: entries)
    if let path {
      let file = PrivateFile(path)
      try file.write(docket.text(savedAt: Timestamp.text(desk.world.now())))
      desk.note("Saved in \(path), readable by you only.")
    }
    try report(
      docket.check(
        receipts: try own(try desk.shelf.receipts(of: id.canonical), docket, [desk.shelf]),
        known: believed))
    desk.note("The record is as it was signed, and reaches every receipt you keep.")
  }

  /// Checks what was saved. Nothing is asked of a server; the receipts are those kept on this machine
  /// of whatever server. Throws where `typed` names another dispute.
  func show(file path: String, of typed: String?) throws {
    guard let bytes = try PrivateFile(path).read() else {
      throw CommandFailure.usage("There is no file \(path).")
    }
    let docket: SavedDocket
    do {
      docket = try SavedDocket(text: bytes)
    } catch let fault as SavedDocket.Fault {
      throw CommandFailure(.failed, "\(path): \(fault)")
    }
    if let typed, try desk.dispute(typed, binds: false) != docket.dispute {
      throw CommandFailure(.failed, "\(path) is the record of \(docket.dispute), not of \(typed).")
    }
    let shelves = try desk.paths.shelves()
      .filter { try !$0.receipts(of: docket.dispute.canonical).isEmpty }
    let kept = try shelves.flatMap { try $0.receipts(of: docket.dispute.canonical) }
    let known = try shelves.flatMap { try $0.keyRing.keys() }
    let receipts = try own(kept, docket, shelves)
    try report(docket.check(receipts: receipts, known: known))
    desk.note(
      known.isEmpty
        ? "It agrees with itself. No receipt of it and no key is kept on this machine, so whoever "
          + "made the file may have made all of it."
        : "The record is as it was signed, and reaches the \(receipts.count) receipts kept here.")
  }

  /// The receipts that count against it: of the chains it shows, and of those that whoever it was
  /// saved for was shown here. Others may use this machine who see more.
  private func own(
    _ kept: [KeptReceipt], _ docket: SavedDocket, _ shelves: [ReceiptShelf]
  ) throws -> [KeptReceipt] {
    let seen = try shelves.reduce(into: docket.chains) { seen, shelf in
      seen.formUnion(try shelf.sight(of: docket.dispute.canonical, by: docket.savedBy))
    }
    let receipts = kept.filter { seen.contains($0.compartment) }
    let others = Set(kept.map(\.compartment)).subtracting(seen)
    if !others.isEmpty {
      desk.note(
        "Not looked at, since it was never shown to whom this is for: "
          + "\(others.sorted().joined(separator: ", ")).")
    }
    return receipts
  }

  private func sound(_ chain: DocketCheck.Chain) -> String {
    chain.erasedCount == 0 ? "sound" : "sound, words of \(chain.erasedCount) erased"
  }

  private func report(_ finding: SavedDocket.Finding) throws {
    var listing = Listing([
      TableColumn("CHAIN"), TableColumn("ENTRIES", alignment: .right),
      TableColumn("RECEIPTS", alignment: .right), TableColumn("RESULT"),
    ])
    for chain in finding.chains {
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
    try desk.show(listing)
    let defects =
      finding.defects
      + finding.chains.flatMap { chain in
        chain.defects.map { "\(ShownName.value(chain.compartment, "")): \($0)" }
      }
    guard defects.isEmpty else {
      throw CommandFailure(.failed, "THE RECORD DOES NOT HOLD.", lines: defects)
    }
  }
}
