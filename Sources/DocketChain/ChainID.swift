/// Names one chain: the entries of one dispute in one confidentiality compartment.
///
/// Each compartment has a chain of its own, since a shared numbering would tell whoever sees one
/// of them how much happened in the others.
package struct ChainID: Hashable, Sendable, CustomStringConvertible {
  /// The dispute's id in its canonical form.
  package let disputeID: String
  /// The compartment's code, such as "CASE" or "CAUCUS(respondent)".
  package let compartment: String

  package init(disputeID: String, compartment: String) {
    self.disputeID = disputeID
    self.compartment = compartment
  }

  package var description: String { "\(disputeID)/\(compartment)" }
}
