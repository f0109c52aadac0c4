extension Dispute {
  mutating func applyCounterclaim(_ entry: Entry) {
    switch entry.event {
    case .counterclaimFiled(let terms, let number, let replyBy):
      caseFile.arbitration?.counterclaims.append(
        Counterclaim(
          number: number, terms: terms, filedAt: entry.effectiveAt, replyBy: replyBy))
      run(.reply, until: replyBy, waitsOn: [.claimant], rule: "T16", from: entry)
    case .counterclaimReplied(let reply, let late):
      changeCounterclaim {
        $0.reply = reply
        $0.repliedLate = late
      }
      stop { $0 == .reply }
    case .counterclaimReplyLapsed:
      changeCounterclaim { $0.lapsed = true }
      stop { $0 == .reply }
    case .counterclaimWithdrawn:
      changeCounterclaim { $0.withdrawn = true }
      stop { $0 == .reply }
    default: break
    }
  }

  /// The last one is the only one that can stand.
  mutating func changeCounterclaim(_ change: (inout Counterclaim) -> Void) {
    guard let last = caseFile.arbitration?.counterclaims.indices.last else { return }
    caseFile.arbitration?.counterclaims.modify(at: last, change)
  }
}

extension [Counterclaim] {
  fileprivate mutating func modify(at index: Int, _ change: (inout Counterclaim) -> Void) {
    change(&self[index])
  }
}
