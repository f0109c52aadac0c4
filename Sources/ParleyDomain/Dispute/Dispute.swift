/// One dispute, folded from the entries of its docket. A value: nothing here reads a clock, a disk
/// or a random number.
///
/// Its state is kept in parts, one for each compartment that has state. An entry changes only the
/// part of its own compartment, so what a viewer may see is the parts that viewer's compartments
/// hold (``seen(with:)``), and nothing else can leak from here.
package struct Dispute: Hashable, Sendable {
  package let id: DisputeID
  /// Set by entries of ``Compartment/caseFile``.
  package var caseFile: CaseFile
  /// Set by entries of ``Compartment/settlement``.
  package var settlement: SettlementFile
  /// Set by entries of ``Compartment/mediation``.
  package var mediation = MediationFile()
  /// Set by entries of ``Compartment/internal``.
  package var approvals: InternalFile
  /// What each side has bid, sealed. Set by entries of ``Compartment/bid(_:)``.
  package var bids: [Side: [SealedBid]] = [:]
  /// Exhibits, calls and the wording of entries, by the compartment they belong to.
  package var records: [Compartment: CompartmentRecords]
  /// When the last entry took effect.
  package var changedAt: Instant
}
