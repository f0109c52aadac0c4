package import ParleyDomain
package import ParleyStore

/// An entry that was found, as somebody who may read it gets it.
package struct FoundEntry: Sendable {
  package let entry: SeenEntry
  package let snippet: [SearchHit.Part]
}

/// A page of what was found, and whether all could be.
package struct SearchFindings: Sendable {
  package let found: [FoundEntry]
  package let next: PageMark?
  package let isComplete: Bool
  package let areFilesRead: Bool
}

/// What a search asks for beside its words.
package struct SearchAsk: Sendable {
  package let text: SearchText
  /// One dispute; nil for all the caller sees.
  package var dispute: DisputeID?
  package var compartment: Compartment?
  package var events: Set<String> = []
  package var actor: MemberID?
  package var side: SearchSide?
  package var exhibit: ExhibitKind?
  package var after: Instant?
  package var before: Instant?
  package var limit = 50

  package init(_ text: SearchText) { self.text = text }
}

extension Registrar {
  /// What the caller may read that holds the words, newest first. `isComplete` is false while the
  /// index has not come up to the last entry, `areFilesRead` while a file that the caller sees has not
  /// been read yet. A dispute the caller does not see is `notFound`.
  package func search(
    _ ask: SearchAsk, after mark: PageMark?, for caller: Caller
  ) async throws -> SearchFindings {
    let findings = try await longRead(for: caller) { [self] in
      try find(ask, after: mark, for: caller)
    }
    try await noteShown(findings.found.map(\.entry), by: .search, to: caller)
    return findings
  }

  private func find(
    _ ask: SearchAsk, after mark: PageMark?, for caller: Caller
  ) throws -> SearchFindings {
    if let id = ask.dispute {
      let dispute = try journal.dispute(id).dispute
      _ = try visibleCompartments(dispute, dispute.standings(of: caller.actor))
    }
    var query = SearchQuery(ask.text, viewers: Viewer.all(for: caller.actor))
    query.dispute = ask.dispute
    query.compartments = ask.compartment.map { [$0] }
    query.events = ask.events
    query.actor = ask.actor
    query.side = ask.side
    query.exhibit = ask.exhibit
    query.after = ask.after
    query.before = ask.before
    query.limit = ask.limit
    query.olderThan = mark?.numbers.first ?? .max
    // Asked before: what is complete then is found now.
    let (isComplete, areFilesRead) = try journal.read { registry in
      (
        try registry.isSearchComplete(),
        try registry.areFilesRead(for: query.viewers, in: ask.dispute)
      )
    }
    var found: [FoundEntry] = []
    while true {
      let page = try journal.read { try $0.search(query) }
      for hit in page {
        if let seen = try readable(hit, for: caller) { found.append(seen) }
        query.olderThan = hit.entry.order
        if found.count == ask.limit { break }
      }
      guard found.count < ask.limit, page.count == ask.limit else {
        let isMore = found.count == ask.limit
        return SearchFindings(
          found: found, next: isMore ? PageMark([query.olderThan]) : nil,
          isComplete: isComplete, areFilesRead: isComplete && areFilesRead)
      }
    }
  }

  /// The hit as the caller reads it now; nil where that is no more than that it exists: a sealed
  /// exhibit, or what went out of sight since.
  private func readable(_ hit: SearchHit, for caller: Caller) throws -> FoundEntry? {
    let dispute = try journal.dispute(hit.entry.dispute).dispute
    let standings = dispute.standings(of: caller.actor)
    guard let seen = seen(hit.entry, with: standings, in: dispute), !seen.headerOnly else {
      return nil
    }
    return FoundEntry(entry: seen, snippet: hit.snippet)
  }
}
