package import ParleyDomain

/// What somebody wants a bundle of.
package struct BundleWish: Hashable, Sendable {
  package let dispute: DisputeID
  /// The parts of the record that go in beside the case file.
  package let compartments: Set<Compartment>
  /// Everything its reader sees.
  package let isWhole: Bool
  /// Whether a party's own privilege log is left out.
  package let leavesLogOut: Bool

  package init(
    dispute: DisputeID, compartments: Set<Compartment> = [], isWhole: Bool = false,
    leavesLogOut: Bool = false
  ) {
    self.dispute = dispute
    self.compartments = compartments
    self.isWhole = isWhole
    self.leavesLogOut = leavesLogOut
  }
}
