import ParleyDomain

/// A dispute with what the writer needs beside it.
struct LoadedDispute: Sendable {
  let docketed: DocketedDispute
  /// The row of each of its chains.
  let chains: [Compartment: Int64]
  /// What is stored about its sight and its deadlines; nil where the writer has not written it
  /// since it was loaded.
  let rows: DerivedRows?
}
