package import ParleyDomain

/// A relationship of somebody of the panel, as the register keeps it.
package struct Relation: Hashable, Sendable {
  /// With whom: an organization of this server, or a person or firm by name.
  package enum Counterpart: Hashable, Sendable {
    case organization(OrganizationID)
    case named(String)
  }

  package let id: String
  package let member: MemberID
  package let kind: RelationKind
  package let counterpart: Counterpart
  package let since: CivilDate
  package let note: String
  package let keptBy: MemberID
  package let keptAt: Instant
  /// The day it ended; nil while it lasts.
  package let ended: CivilDate?

  package init(
    id: String, member: MemberID, kind: RelationKind, counterpart: Counterpart, since: CivilDate,
    note: String, keptBy: MemberID, keptAt: Instant, ended: CivilDate? = nil
  ) {
    self.id = id
    self.member = member
    self.kind = kind
    self.counterpart = counterpart
    self.since = since
    self.note = note
    self.keptBy = keptBy
    self.keptAt = keptAt
    self.ended = ended
  }

  /// A name as two spellings of it are held against each other: letters and digits alone, without
  /// regard to case.
  static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
