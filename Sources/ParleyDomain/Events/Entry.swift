/// One entry of the docket as the rules make it. The store numbers it in its compartment's chain.
package struct Entry: Hashable, Sendable {
  package let compartment: Compartment
  package let event: Event
  /// The move it makes, if any. Only entries of the case file move the stage.
  package let transition: Transition?
  /// Nil for the clock.
  package let actor: MemberID?
  /// The side whose act it is, when somebody else recorded it.
  package let recordedFor: RecordedAct?
  /// When it takes effect: the due instant of a deadline, otherwise the moment of filing.
  package let effectiveAt: Instant
  package let words: [Word]

  package init(
    compartment: Compartment, event: Event, transition: Transition? = nil, actor: MemberID?,
    recordedFor: RecordedAct? = nil, effectiveAt: Instant, words: [Word] = []
  ) {
    self.compartment = compartment
    self.event = event
    self.transition = transition
    self.actor = actor
    self.recordedFor = recordedFor
    self.effectiveAt = effectiveAt
    self.words = words
  }
}
