import GRDB
import ParleyDomain

extension Docketing {
  /// The biddings that ended with these entries.
  fileprivate var endedBiddings: [BidKeyName] {
    rows.compactMap { row in
      switch row.docketed.entry.event {
      case .biddingEnded(let number, _), .biddingSettled(let number, _, _, _, _, _, _):
        BidKeyName(dispute: id, bidding: number)
      default: nil
      }
    }
  }
}

extension Batch {
  /// What is left of bids beside the docket goes with the end of their bidding: what the request log
  /// recognises them by, here, and their key, once the batch has committed.
  ///
  /// The log still knows the requests, so that a repeat bids nothing twice; whether it asks for the
  /// same amount nobody can tell any more.
  mutating func forgetBids(_ docketing: Docketing) throws {
    let ended = docketing.endedBiddings
    guard !ended.isEmpty else { return }
    try db.cachedStatement(
      sql: """
        UPDATE request_log SET content = zeroblob(32), fields = '\(Self.scrubbed)'
        WHERE dispute = ? AND fields LIKE '%"\(RequestMark.keyedField)"%'
        """
    ).execute(arguments: [docketing.id.text])
    endedBiddings += ended
  }
}

extension Journal {
  /// Destroys the keys of biddings that are over. What fails is done at the next start.
  func destroyKeys(_ ended: [BidKeyName]) {
    for key in ended { try? bidKeys.destroy(key) }
  }

  /// Destroys what a crash left behind: the key of a bidding that is over, or never opened.
  func destroyLeftKeys() throws {
    for key in try bidKeys.all() where try !isOpen(key) { try bidKeys.destroy(key) }
  }

  /// Open biddings whose key is gone, and keys that outlived their bidding.
  func verifyBidKeys(of disputes: Set<DisputeID>) throws -> [JournalDefect] {
    var defects: [JournalDefect] = []
    for id in disputes.sorted(by: { $0.text < $1.text }) {
      guard let open = try readable(id)?.settlement.openBidding else { continue }
      if bidKeys.key(of: id, bidding: open.number) == nil {
        defects.append(.bidKeyMissing(dispute: id.text, bidding: open.number))
      }
    }
    for key in try bidKeys.all() where try !isOpen(key) {
      defects.append(.bidKeyLeft(dispute: key.dispute.text, bidding: key.bidding))
    }
    return defects
  }

  private func isOpen(_ key: BidKeyName) throws -> Bool {
    do {
      // The key of a dispute that cannot be read may still be needed to read it.
      guard let dispute = try readable(key.dispute) else { return true }
      return dispute.settlement.openBidding?.number == key.bidding
    } catch Refusal.notFound {
      return false
    }
  }

  /// The dispute; nil where an entry is damaged, which its own chain tells.
  private func readable(_ id: DisputeID) throws -> Dispute? {
    do {
      return try dispute(id).dispute
    } catch JournalFault.damaged {
      return nil
    }
  }
}
