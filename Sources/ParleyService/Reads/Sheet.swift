package import ParleyDomain
package import ParleyStore

/// A dispute as one person sees it, with all that an answer tells about it.
package struct Sheet: Sendable {
  /// Every part the person may not see is empty.
  package let dispute: Dispute
  package let standings: Set<Standing>
  package let etag: String
  /// What the person may do, and why not the rest. Empty in lists.
  package let verdicts: [ActionVerdict]
  /// The zone its deadlines are counted in.
  package let zone: Zone
  /// The rules it goes by.
  package let profile: RuleProfile
  /// What remains to be paid, by what the person sees.
  package let balance: Money?
  package let turn: Set<Turn>
  /// The earliest running deadline the person sees.
  package let dueAt: Instant?
  /// When the last entry that the person sees was filed.
  package let updatedAt: Instant
  /// How far each chain the person sees has come.
  package let heads: [ChainHead]
  package let organizationName: String
  /// Names of the people who appear, by id.
  package let names: [MemberID: String]
}
