package import ParleyDomain
import ParleyStore

/// A step of the way of an exhibit as somebody who may know of it gets it.
package struct SeenCustody: Sendable {
  package let step: CustodyStep
  package let actorName: String?
  /// Of a read that was repeated.
  package let lastAt: Instant?
}

extension Registrar {
  /// The way of an exhibit, oldest step first: what the docket tells of it as far as the caller sees
  /// that, and the recorded reads where the caller may know who reads. An exhibit that the caller does
  /// not see is `notFound`.
  package func custody(
    of id: ExhibitID, in dispute: DisputeID, for caller: Caller
  ) async throws -> (exhibit: Exhibit, steps: [SeenCustody]) {
    let (exhibit, steps, whole) = try await longRead(for: caller) { [self] in
      try way(of: id, in: dispute, for: caller)
    }
    try await noteListed(exhibits: [exhibit], of: whole, to: caller)
    return (exhibit, steps)
  }

  private func way(
    of id: ExhibitID, in dispute: DisputeID, for caller: Caller
  ) throws -> (exhibit: Exhibit, steps: [SeenCustody], whole: Dispute) {
    let whole = try journal.dispute(dispute).dispute
    let standings = whole.standings(of: caller.actor)
    guard let seen = whole.seen(with: standings),
      let exhibit = seen.records[id.compartment]?.exhibits.first(where: { $0.id == id })
    else { throw Refusal.notFound }
    var steps = seen.custody(of: exhibit).map { step in
      SeenCustody(step: step, actorName: step.by.flatMap(names.name(of:)), lastAt: nil)
    }
    if seesReads(of: id.compartment, as: standings, in: whole) {
      steps += try reads(of: id, in: dispute).map { recorded in
        let read = recorded.read
        return SeenCustody(
          step: CustodyStep(
            read.way == .download ? .downloaded : .shown, at: recorded.firstAt, by: read.reader),
          actorName: names.name(of: read.reader),
          lastAt: recorded.lastAt == recorded.firstAt ? nil : recorded.lastAt)
      }
    }
    // What happened at one moment stays in the order of the docket.
    let ordered = steps.enumerated().sorted {
      ($0.element.step.at, $0.offset) < ($1.element.step.at, $1.offset)
    }
    return (exhibit, ordered.map(\.element), whole)
  }

  private func reads(of id: ExhibitID, in dispute: DisputeID) throws -> [RecordedRead] {
    try journal.read { registry in
      var all: [RecordedRead] = []
      while true {
        let page = try registry.reads(
          of: dispute, in: [id.compartment], exhibit: id.number, after: all.last?.order ?? 0)
        all += page
        if page.count < Limits.pageRowsMax { return all }
      }
    }
  }
}
