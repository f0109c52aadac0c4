/// Whether somebody may know who read a compartment. Nobody learns of it more than of the compartment
/// itself: a party is told of its own private part and its caucus, a neutral of the neutral's own
/// notes, an administrator of what lies in the compartments of which an administrator sees at least
/// headers. A mediator is not told how a party reads what it confided.
package func seesReads(
  of compartment: Compartment, as standings: Set<Standing>, in dispute: Dispute
) -> Bool {
  guard sight(of: compartment, for: standings, in: dispute) != .none else { return false }
  switch compartment.base {
  case .partyPrivate(let side), .caucus(let side), .bid(let side): return standings.side == side
  case .neutralPrivate: return standings.contains(.mediator)
  case .deliberation: return standings.contains(.arbitrator)
  case .caseFile, .settlement, .mediation: return standings.contains(.administrator)
  case .internal, .later: return false
  }
}

extension Dispute {
  /// Whether reading an entry is recorded: what was said in caucus, a neutral's own notes, what one
  /// side keeps for itself where another than its author reads it, and what is told of an exhibit
  /// that is sealed or struck.
  package func isConfided(_ entry: Entry, from reader: MemberID) -> Bool {
    if let exhibit = exhibit(toldOfBy: entry), caseFile.seals[exhibit] != nil { return true }
    return Self.isConfided(entry.compartment, by: entry.actor, from: reader)
  }

  /// Whether reading an exhibit is recorded; see ``isConfided(_:from:)``.
  package func isConfided(_ exhibit: Exhibit, from reader: MemberID) -> Bool {
    caseFile.seals[exhibit.id] != nil
      || Self.isConfided(exhibit.id.compartment, by: exhibit.by, from: reader)
  }

  /// Whether reading something that somebody left in a compartment is recorded.
  package static func isConfided(
    _ compartment: Compartment, by author: MemberID?, from reader: MemberID
  ) -> Bool {
    switch compartment.base {
    case .caucus, .neutralPrivate, .deliberation: true
    case .partyPrivate, .bid: author != reader
    case .caseFile, .settlement, .mediation, .internal, .later: false
    }
  }
}
