import DocketChain
import Foundation
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Entry {
  /// An entry as somebody who may read it gets it. Of an entry whose header alone is seen, what it
  /// says is left out.
  init(_ seen: SeenEntry) {
    self.init()
    let docketed = seen.docketed
    let entry = docketed.entry
    name = docketed.dispute.entry(entry.compartment, docketed.sequence)
    compartment = .init(entry.compartment)
    sequence = docketed.sequence
    title = seen.title
    actor = entry.actor?.name ?? ""
    actorDisplayName = seen.actorName ?? ""
    fileTime = .init(docketed.filedAt)
    effectiveTime = .init(entry.effectiveAt)
    if let stored = seen.stored { self.stored = .init(stored) }
    guard !seen.headerOnly else { return }
    event = entry.event.code
    wordsErased = docketed.wordsErased
    if let act = entry.recordedFor {
      recordedFor.side = .init(act.side)
      recordedFor.exhibit = docketed.dispute.exhibit(act.exhibit)
      recordedFor.receivedTime = .init(act.receivedAt)
    }
    if let move = entry.transition {
      transition.from = .init(move.from)
      transition.to = .init(move.to)
      transition.rule = move.rule
      transition.outcome = .init(move.outcome)
      transition.beside = move.isBeside
    }
    words = entry.words.map { word in
      .with {
        $0.path = word.path
        $0.text = word.text
      }
    }
  }
}

extension Parley_V1_StoredEntry {
  init(_ stored: StoredEntry) {
    self.init()
    previousHash = Data(stored.previous.bytes)
    header = .init(stored.header)
    facts = .init(stored.facts)
    words = .init(stored.words)
    entryHash = Data(stored.hash.bytes)
  }
}

extension Parley_V1_StoredPart {
  init(_ part: StoredPart) {
    self.init()
    commitment = Data(part.commitment.bytes)
    if let opening = part.opening {
      salt = Data(opening.salt.bytes)
      content = Data(opening.bytes)
    }
  }
}

extension Parley_V1_Receipt {
  init(_ head: SignedHead) {
    self.init()
    dispute = DisputeID(head.chain.disputeID).name
    compartment = .init(Compartment(code: head.chain.compartment))
    sequence = head.sequence
    self.head = Data(head.head.bytes)
    signature = Data(head.signature)
    keyID = head.keyID
  }
}
