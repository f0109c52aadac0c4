/// How a change to the registers of people is asked for.
package struct PeopleRequest: Sendable {
  /// What makes a repeat recognisable; nil for what is asked once, from inside.
  package let repeatability: Repeatability?
  /// Check everything, keep nothing.
  package let validateOnly: Bool

  package init(repeatability: Repeatability?, validateOnly: Bool = false) {
    self.repeatability = repeatability
    self.validateOnly = validateOnly
  }

  package static let plain = PeopleRequest(repeatability: nil)
}
