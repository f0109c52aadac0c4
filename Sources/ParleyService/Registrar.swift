package import Logging
import OpenSSLKit
package import ParleyDomain
import ParleyProfiles
package import ParleyStore

/// The one who keeps the cases: every use case is a method of this. It authorises, loads, asks the
/// rules, has the journal write, and answers what the caller may see.
package final class Registrar: Sendable {
  package let journal: Journal
  /// The zone in which the office's days are counted.
  package let zone: Zone
  let profiles: [String: RuleProfile]
  let interest: [String: InterestProfile]
  let names: NameBook
  let tokens: AESGCMBox
  let files: FileLane
  let longReads = LongReads()
  let zones: ZoneShelf
  /// How much evidence is taken.
  package let quotas: EvidenceQuotas
  let log: Logger

  /// Takes the journal of an open directory into service. Refuses an unknown zone and a journal
  /// that cannot be opened. `onFatal` is called once when no further write can be promised; the
  /// process should then end.
  package convenience init(
    directory: DataDirectory, zone: Zone, wallClock: @escaping @Sendable () -> Instant,
    quotas: EvidenceQuotas = .standard, log: Logger,
    onFatal: @escaping @Sendable (JournalFault) -> Void
  ) throws {
    let shelf = try ProfileFolder.shelf(forDataDirectory: directory.path)
    let (profiles, interest) = (shelf.profiles, shelf.interest)
    let zones = ZoneShelf()
    let bidKeys = BidKeys(directory)
    let world = World(wallClock: wallClock) { dispute, registry in
      Given(
        now: registry.now, zone: zone,
        profile: try Self.profile(dispute.caseFile.profile, of: profiles),
        interest: try Self.interest(dispute.caseFile.opening.interest, of: interest),
        hasInstitution: try registry.hasInstitution(),
        respondentZone: zones.zone(dispute.caseFile.respondentZone),
        bidding: OpenedBidding.open(
          dispute, keys: bidKeys,
          claimant: try registry.organization(dispute.caseFile.organization)?.name
            ?? dispute.caseFile.organization.text,
          graceDays: try Self.profile(dispute.caseFile.profile, of: profiles).planGraceDays),
        interestShelf: interest)
    }
    let journal = try Journal(directory, world: world, onFatal: onFatal)
    try self.init(
      journal: journal, zone: zone, profiles: profiles, interest: interest, zones: zones,
      quotas: quotas, log: log)
  }

  /// Opens the data directory at a path, in the zone of an IANA name, and takes it into service.
  package static func open(
    at path: String, zone: String, quotas: EvidenceQuotas = .standard, log: Logger,
    onFatal: @escaping @Sendable (JournalFault) -> Void
  ) throws -> Registrar {
    try Registrar(
      directory: DataDirectory.open(at: path), zone: ZoneFolder().zone(zone),
      wallClock: SystemClock.now, quotas: quotas, log: log, onFatal: onFatal)
  }

  /// Ends writing in good order.
  package func close() async {
    await journal.close()
  }

  init(
    journal: Journal, zone: Zone, profiles: [String: RuleProfile],
    interest: [String: InterestProfile], zones: ZoneShelf = ZoneShelf(),
    quotas: EvidenceQuotas = .standard, log: Logger
  ) throws {
    self.zones = zones
    self.quotas = quotas
    self.journal = journal
    self.zone = zone
    self.profiles = profiles
    self.interest = interest
    self.log = log
    names = try NameBook(reading: journal)
    files = FileLane()
    // Of a key of their own: tokens outlive a restart and a rotation of the signing key.
    tokens = try AESGCMBox(key: journal.tokenKey)
  }

  /// What a decision on a dispute by this registry's moment is given; on a new one, under the profile
  /// it is to have.
  func given(
    _ registry: Registry, profile: String, interest: InterestPin?, people: [MemberID: Actor] = [:],
    elsewhere: [Int: ClaimedElsewhere] = [:], conflicts: [MemberID: ConflictFindings] = [:],
    named: NamedEntry? = nil, of dispute: Dispute? = nil, bidding: OpenedBidding? = nil
  ) throws -> Given {
    Given(
      now: registry.now, zone: zone, profile: try Self.profile(profile, of: profiles),
      interest: try Self.interest(interest, of: self.interest), people: people,
      duplicates: elsewhere.filter { !$0.value.isClosed }.mapValues(\.dispute),
      precluded: Set(elsewhere.filter(\.value.isClosed).keys), conflicts: conflicts,
      hasInstitution: try registry.hasInstitution(), named: named,
      respondentZone: zones.zone(dispute?.caseFile.respondentZone), bidding: bidding,
      interestShelf: self.interest)
  }

  /// What verdicts on a dispute are given outside a write.
  func given(at now: Instant, for dispute: Dispute) throws -> Given {
    Given(
      now: now, zone: zone, profile: try Self.profile(dispute.caseFile.profile, of: profiles),
      interest: try Self.interest(dispute.caseFile.opening.interest, of: interest),
      hasInstitution: names.hasInstitution,
      respondentZone: zones.zone(dispute.caseFile.respondentZone), interestShelf: self.interest)
  }

  /// The profile of a dispute, for the defaults of requests that are about it; the standard one
  /// where there is no such dispute.
  package func profile(of id: DisputeID) throws -> RuleProfile {
    let name = (try? journal.dispute(id))?.dispute.caseFile.profile ?? ProfileShelf.standard
    return try Self.profile(name, of: profiles)
  }

  /// Whether a zone of this IANA name is known here.
  package func knowsZone(_ name: String) -> Bool { zones.zone(name) != nil }

  /// The zone of this IANA name; nil for one that the system does not have.
  package func zone(named name: String) -> Zone? { zones.zone(name) }

  /// Today, by the server's clock in the office's zone.
  package var today: CivilDate { zone.date(at: journal.now) }

  /// The names of the profiles a dispute can be opened under.
  package var profileNames: [String] { profiles.keys.sorted() }

  /// The names of the interest profiles a dispute can be opened under.
  package var interestProfileNames: [String] { interest.keys.sorted() }

  /// The profile of disputes that name none.
  package var standardProfile: String { ProfileShelf.standard }

  /// The interest profile that is pinned; nil where none is.
  private static func interest(
    _ pin: InterestPin?, of profiles: [String: InterestProfile]
  ) throws -> InterestProfile? {
    guard let pin else { return nil }
    guard let profile = profiles[pin.profile] else {
      throw JournalFault.damaged(
        reason: "the table of interest profile \(pin.profile) is missing")
    }
    return profile
  }

  private static func profile(
    _ name: String, of profiles: [String: RuleProfile]
  ) throws -> RuleProfile {
    guard let profile = profiles[name] else {
      throw JournalFault.damaged(reason: "the table of rule profile \(name) is missing")
    }
    return profile
  }
}
