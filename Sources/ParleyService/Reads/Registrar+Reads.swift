package import ParleyDomain
package import ParleyStore

/// A recorded read as somebody who may know of it gets it.
package struct SeenRead: Sendable {
  package let recorded: RecordedRead
  package let readerName: String?
}

extension Registrar {
  /// A page of who read what is confided in a dispute, as far as the caller may know, oldest first.
  package func reads(
    of id: DisputeID, after mark: PageMark?, limit: Int, for caller: Caller
  ) async throws -> (reads: [SeenRead], next: PageMark?) {
    let dispute = try journal.dispute(id).dispute
    let standings = dispute.standings(of: caller.actor)
    let visible = try visibleCompartments(dispute, standings)
    let told = visible.filter { seesReads(of: $0, as: standings, in: dispute) }
    let page = try journal.read {
      try $0.reads(of: id, in: told, after: mark?.numbers.first ?? 0, limit: limit)
    }
    return (
      page.map { SeenRead(recorded: $0, readerName: names.name(of: $0.read.reader)) },
      page.count == limit ? page.last.map { PageMark([$0.order]) } : nil
    )
  }

  /// Records that exhibits and calls are about to be listed to the caller.
  package func noteListed(
    exhibits: [Exhibit] = [], calls: Set<Compartment> = [], of dispute: Dispute, to caller: Caller
  ) async throws {
    let reader = caller.actor.member
    var reads: Set<ConfidedRead> = []
    for exhibit in exhibits where dispute.isConfided(exhibit, from: reader) {
      // Of a compartment that is confided as a whole one line will do.
      let isAlone = !Dispute.isConfided(exhibit.id.compartment, by: nil, from: reader)
      reads.insert(
        ConfidedRead(
          dispute: dispute.id, compartment: exhibit.id.compartment, reader: reader, way: .list,
          exhibit: isAlone ? exhibit.id.number : nil))
    }
    // A call says for which side it was noted, not by whom: all count as somebody else's.
    for compartment in calls where Dispute.isConfided(compartment, by: nil, from: reader) {
      reads.insert(
        ConfidedRead(
          dispute: dispute.id, compartment: compartment, reader: reader, way: .list))
    }
    try await record(Array(reads))
  }

  /// Records that an exhibit is about to be downloaded by the caller.
  func noteDownload(
    of exhibit: Exhibit, in dispute: Dispute, by caller: Caller
  ) async throws {
    guard dispute.isConfided(exhibit, from: caller.actor.member) else { return }
    try await record([
      ConfidedRead(
        dispute: dispute.id, compartment: exhibit.id.compartment, reader: caller.actor.member,
        way: .download, exhibit: exhibit.id.number)
    ])
  }

  /// Records that these entries of a dispute are about to be shown to the caller.
  func noteShown(
    _ entries: [SeenEntry], of dispute: Dispute, by way: ReadWay, full: Bool, to caller: Caller
  ) async throws {
    try await record(confidedReads(entries, of: dispute, by: way, full: full, to: caller))
  }

  /// What is to be recorded before these entries of a dispute are shown to the caller.
  func confidedReads(
    _ entries: [SeenEntry], of dispute: Dispute, by way: ReadWay, full: Bool, to caller: Caller
  ) -> [ConfidedRead] {
    let reader = caller.actor.member
    var spans: [Compartment: ClosedRange<UInt64>] = [:]
    var reads: [ConfidedRead] = []
    for seen in entries where !seen.headerOnly {
      let entry = seen.docketed.entry
      guard dispute.isConfided(entry, from: reader) else { continue }
      let number = seen.docketed.sequence
      if let exhibit = dispute.exhibit(toldOfBy: entry), dispute.caseFile.seals[exhibit] != nil {
        reads.append(
          ConfidedRead(
            dispute: dispute.id, compartment: entry.compartment, reader: reader, way: way,
            exhibit: exhibit.number, sequences: number...number, isWhole: full))
        continue
      }
      let span = spans[entry.compartment] ?? number...number
      spans[entry.compartment] = min(span.lowerBound, number)...max(span.upperBound, number)
    }
    reads += spans.map { compartment, span in
      ConfidedRead(
        dispute: dispute.id, compartment: compartment, reader: reader, way: way, sequences: span,
        isWhole: full)
    }
    return reads
  }

  /// Records that these entries, of whatever disputes, are about to be shown to the caller.
  func noteShown(_ entries: [SeenEntry], by way: ReadWay, to caller: Caller) async throws {
    for (id, seen) in Dictionary(grouping: entries, by: \.docketed.dispute) {
      try await noteShown(
        seen, of: try journal.dispute(id).dispute, by: way, full: false, to: caller)
    }
  }

  func record(_ reads: [ConfidedRead]) async throws {
    guard !reads.isEmpty else { return }
    try await journal.record(reads)
  }
}
