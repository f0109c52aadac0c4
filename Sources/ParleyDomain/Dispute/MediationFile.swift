/// What those who mediate see of a mediation and an arbitrator does not: the separate meetings.
package struct MediationFile: Hashable, Sendable {
  package var caucuses: [Caucus] = []
  package var waivers: [Waiver] = []

  package init() {}
}

/// A separate meeting of the mediator with one side. That it took place is told to both sides
/// (FINRA 14109(e)); what was said is not.
package struct Caucus: Hashable, Sendable {
  package let session: Int
  package let with: Side
  package let openedAt: Instant
  package var endedAt: Instant?
}
