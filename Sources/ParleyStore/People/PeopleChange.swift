package import DocketChain
package import OpenSSLKit
package import ParleyDomain

/// One change to the registers of people, stored in the transaction of the write that decided it.
/// A change that finds nothing to change is a contradiction, so a lost race is refused.
package enum PeopleChange: Hashable, Sendable {
  case organizationFounded(Organization)
  case memberEnrolled(Member)
  /// Closes the account and ends its sessions.
  case memberRevoked(MemberID)
  case roleGranted(MemberID, Role)
  case roleRevoked(MemberID, Role)
  case invitationIssued(CodedInvitation)
  /// Exactly once: a second use contradicts.
  case invitationUsed(codeHash: SHA256Digest, by: MemberID)
  case invitationWithdrawn(codeHash: SHA256Digest)
  case sessionOpened(Session)
  case sessionEnded(tokenHash: SHA256Digest)
  /// Ends all sessions of a member; none open is fine.
  case sessionsEnded(MemberID)
  case panelListed(MemberID, Seat)
  case panelDelisted(MemberID, Seat)
  case relationKept(Relation)
  /// Exactly once: one that has ended is ended.
  case relationEnded(String, on: CivilDate)
  /// A contract is put on register; a second successor of the same one contradicts.
  case contractRegistered(RegisteredContract)
  /// A key takes the place of the one that signed receipts, on that one's word. A second successor of
  /// the same key contradicts.
  case keyEndorsed(KeyEndorsement)
}
