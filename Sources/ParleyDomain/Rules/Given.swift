/// All that a decision depends on besides the dispute itself. The same dispute, filing and given
/// make the same entries, on every machine, for ever.
package struct Given: Sendable {
  package let now: Instant
  package let zone: Zone
  package let profile: RuleProfile
  /// The interest profile that the dispute pins, where it pins one.
  package let interest: InterestProfile?
  /// The people a filing names (nominees, a new owner), as far as they exist.
  package let people: [MemberID: Actor]
  /// Filed claims of the same organization that repeat an item: item number to dispute.
  package let duplicates: [Int: DisputeID]
  /// Items that an ended claim of the same organization bars for good.
  package let precluded: Set<Int>
  /// What the registers know of the people a filing names, or who file it.
  package let conflicts: [MemberID: ConflictFindings]
  /// Whether an institution administers here, so that it appoints neutrals and hears objections.
  package let hasInstitution: Bool
  /// The entry whose words the filing is about, where there is one.
  package let named: NamedEntry?
  /// The zone the respondent lives by, where it is known; otherwise the office's.
  package let respondentZone: Zone
  /// Every interest profile at hand, for interest on decided sums.
  package let interestShelf: [String: InterestProfile]
  /// The bids of an open bidding; nil where none is open, or they cannot be read.
  package let bidding: OpenedBidding?

  package init(
    now: Instant, zone: Zone, profile: RuleProfile, interest: InterestProfile? = nil,
    people: [MemberID: Actor] = [:], duplicates: [Int: DisputeID] = [:],
    precluded: Set<Int> = [], conflicts: [MemberID: ConflictFindings] = [:],
    hasInstitution: Bool = true,
    named: NamedEntry? = nil, respondentZone: Zone? = nil, bidding: OpenedBidding? = nil,
    interestShelf: [String: InterestProfile] = [:]
  ) {
    self.bidding = bidding
    self.interestShelf = interestShelf
    self.conflicts = conflicts
    self.named = named
    self.respondentZone = respondentZone ?? zone
    self.interest = interest
    self.precluded = precluded
    self.now = now
    self.zone = zone
    self.profile = profile
    self.people = people
    self.duplicates = duplicates
    self.hasInstitution = hasInstitution
  }
}
