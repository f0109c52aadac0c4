package import ParleyDomain

/// What the check of one chain came to.
package struct CheckedChain: Hashable, Sendable {
  package let compartment: Compartment
  package let entryCount: UInt64
  /// How many of them stand without their words; 0 for who would not see those.
  package let erasedCount: UInt64
  /// The hash of the last entry; empty where there is none.
  package let head: [UInt8]
  /// One sentence each; empty when all is well.
  package let defects: [String]
}
