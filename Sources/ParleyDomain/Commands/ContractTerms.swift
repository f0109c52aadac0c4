/// Where a contract stands on the register of an organization. The register takes a contract with the
/// hash of its terms when it is made, so that a later dispute can show which terms bound (as ERC-1497
/// does with evidence): what is pinned here was fixed at that moment, and cannot be chosen afterwards.
package struct ContractRegistration: Hashable, Sendable {
  /// From 1 in each organization.
  package let number: Int
  package let registeredAt: Instant

  package init(number: Int, registeredAt: Instant) {
    self.number = number
    self.registeredAt = registeredAt
  }
}

/// How the contracts in evidence compare with the terms that were registered or stated.
package enum TermsComparison: String, CaseIterable, Sendable {
  /// One of them is those terms, byte for byte.
  case same = "SAME"
  /// There are some, and none is.
  case differ = "DIFFER"
  /// None is in evidence.
  case notShown = "NOT_SHOWN"
}

/// The form of the contract was recorded otherwise than it turned out to be. Why is the word
/// `contractForm.N.reason`, N being the number of the change.
package struct FormChange: Hashable, Sendable {
  package let from: ContractForm
  package let to: ContractForm
  package let at: Instant
}
