import ParleyDomain
import ParleyStore

extension Registrar {
  /// Refuses a file that is too large, or that there is no room for: by itself, in its dispute, or in
  /// the organization. Of bytes that are there already nothing is added.
  ///
  /// Counted is what the caller sees and nothing else: a quota of all files would tell each side how
  /// much the others keep from it. So the limit of the organization binds its own team alone.
  ///
  /// - Parameter upload: the id of the upload itself, which counts once.
  func checkRoom(
    for declaration: UploadDeclaration, as upload: String, by caller: Caller
  ) throws {
    let size = declaration.byteCount
    guard size <= quotas.fileBytesMax else {
      throw EvidenceOverfull(
        scope: .file, heldBytes: 0, fileBytes: size, maximum: quotas.fileBytesMax)
    }
    let dispute = try journal.dispute(declaration.dispute).dispute
    let standings = dispute.standings(of: caller.actor)
    let places = Set(
      Compartment.all.filter { sight(of: $0, for: standings, in: dispute) == .full })
    let exhibits = places.reduce(0) { $0 + (dispute.records[$1]?.exhibits.count ?? 0) }
    guard exhibits < ServiceLimits.exhibitsMax else {
      throw Refusal.limitReached(
        name: "exhibits_max", maximum: Int64(ServiceLimits.exhibitsMax))
    }
    let isThere =
      places.contains(declaration.compartment)
      && journal.evidence.holds(dispute.id, declaration.compartment, declaration.hash)
    if isThere { return }
    let expected = journal.evidence.unfinishedUploads.filter { $0.key != upload }.map(\.value)
    let inDispute = expected.filter {
      $0.dispute == dispute.id && places.contains($0.compartment)
    }
    try check(
      size, beside: try journal.read { try $0.evidenceBytes(of: dispute.id, in: places) },
      expected: inDispute, maximum: quotas.disputeBytesMax, .dispute)
    let organization = dispute.caseFile.organization
    guard Viewer.all(for: caller.actor).contains(.organization(organization)) else { return }
    let ofTeam = try expected.filter {
      let other = try journal.dispute($0.dispute).dispute
      guard other.caseFile.organization == organization else { return false }
      let standings = other.standings(of: caller.actor)
      return sight(of: $0.compartment, for: standings, in: other) == .full
    }
    try check(
      size, beside: try journal.read { try $0.evidenceBytes(of: organization) },
      expected: ofTeam, maximum: quotas.organizationBytesMax, .organization)
  }

  private func check(
    _ size: Int64, beside stored: Int64, expected: [UploadDeclaration], maximum: Int64,
    _ scope: EvidenceOverfull.Scope
  ) throws {
    // Each size was held against the limit of a file, and uploads under way are few.
    let held = expected.reduce(stored) { $0 + $1.byteCount }
    guard size <= maximum - held else {
      throw EvidenceOverfull(scope: scope, heldBytes: held, fileBytes: size, maximum: maximum)
    }
  }
}
