import EvidenceBundle
import ParleyClient

/// What the check of an archive on this machine came to, for people.
struct BundleVerdict {
  let check: BundleCheck
  private let path: String

  /// Checks the file; `receipts` names a file of further ones. `name` is what it is called in what is
  /// said, where that is not yet its path. Throws where one of them cannot be read.
  init(_ desk: Desk, path: String, named name: String? = nil, receipts: String?) throws {
    self.path = name ?? path
    guard try PrivateFile(path).exists() else {
      throw CommandFailure.usage("There is no file \(path).")
    }
    let further = try receipts.map(Self.receipts) ?? []
    check = try BundleCheck(path: path) { dispute, keyID in
      let shelves = try desk.paths.shelves()
      let own = try shelves.filter { try !$0.receipts(of: dispute.canonical).isEmpty }
      // Where no receipt of the dispute is kept, who is known to have signed others vouches for it.
      let vouching =
        own.isEmpty
        ? try shelves.filter { try $0.keyRing.keys().contains { $0.id == keyID } } : own
      return BundleCheck.Known(
        receipts: try own.flatMap { try $0.receipts(of: dispute.canonical) }
          + further.filter { $0.dispute == dispute.canonical },
        keys: try vouching.flatMap { try $0.keyRing.keys() })
    }
    if let manifest = check.manifest, receipts != nil,
      !further.contains(where: { $0.dispute == manifest.dispute })
    {
      throw CommandFailure(
        .failed, "\(receipts ?? "") holds no receipt of the dispute that \(path) is of.")
    }
    if !check.chainsLeftOut.isEmpty, check.defects.isEmpty {
      desk.note(
        "Not looked at, since they are not in this archive: receipts of "
          + "\(check.chainsLeftOut.joined(separator: ", ")).")
    }
  }

  /// Throws where anything is wrong, naming each defect.
  func require() throws {
    guard !check.defects.isEmpty else { return }
    let id = check.manifest.flatMap { DisputeID($0.dispute) }
    throw CommandFailure(
      .failed, "THE BUNDLE DOES NOT HOLD: \(path)", lines: check.defects,
      next: check.isOlder ? id.map { "parley bundle export \($0)" } : nil)
  }

  /// `32 case entries and 12 exhibits`.
  var contents: String {
    let entries = check.chains.map { chain in
      Self.count(
        chain.entryCount,
        "\(chain.compartment.lowercased().replacing("_", with: " ")) entr", "y", "ies")
    }
    let exhibits = Self.count(check.manifest?.exhibits.count ?? 0, "exhibit", "", "s")
    return "\(entries.joined(separator: ", ")) and \(exhibits)"
  }

  /// What the receipts say of how far it goes.
  var reach: String {
    if check.receiptCount > 0 {
      return "The record reaches the \(Self.count(check.receiptCount, "receipt", "", "s")) kept of "
        + "it and is not shorter."
    }
    return check.isVouchedFor
      ? "The key is known here; no receipt of this record is kept."
      : "Nothing known here vouches for that key: compare it with the key that the office states."
  }

  var value: PlainValue {
    .fields([
      "path": .text(path), "dispute": .text("disputes/" + (check.manifest?.dispute ?? "")),
      "recordTime": .text(check.manifest?.recordTime ?? ""), "keyId": .text(check.keyID),
      "keyIsKnown": .bool(check.isVouchedFor),
      "chains": .list(
        check.chains.map { chain in
          .fields([
            "compartment": .text(chain.compartment), "entryCount": .whole(chain.entryCount),
            "receiptCount": .whole(chain.receiptCount),
          ])
        }),
      "exhibitCount": .whole(check.manifest?.exhibits.count ?? 0),
      "fileCount": .whole(check.manifest?.files.count ?? 0),
      "receiptCount": .whole(check.receiptCount),
    ])
  }

  private static func receipts(_ path: String) throws -> [KeptReceipt] {
    guard let bytes = try PrivateFile(path).read() else {
      throw CommandFailure.usage("There is no file \(path).")
    }
    let receipts = KeptReceipt.list(bytes)
    guard !receipts.isEmpty else {
      throw CommandFailure(.failed, "\(path) holds no receipt.")
    }
    return receipts
  }

  private static func count(
    _ number: Int, _ noun: String, _ one: String, _ many: String
  ) -> String {
    "\(number) \(noun)\(number == 1 ? one : many)"
  }
}
