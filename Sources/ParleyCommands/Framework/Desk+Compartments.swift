import ParleyClient

extension Desk {
  /// The compartment that is private to the caller's side of a dispute: where notes go unless the
  /// user names another. Throws status 64 where the caller has no side or more than one.
  func ownCompartment(_ dispute: DisputeID) async throws -> String {
    let session = try await ask(.getSession, .fields([:]))
    let member = session.text("member.name")
    let standings = try await read(dispute).list("people")
      .filter { $0.text("member") == member }.map { $0.text("standing") }
    let compartments = Set(standings.compactMap { Self.compartments[$0] })
    guard let only = compartments.first, compartments.count == 1 else {
      throw CommandFailure.usage("Say whose sight it is in: --in case, --in mediation, ...")
    }
    return only
  }

  private static let compartments = [
    "STANDING_CLAIMANT": "COMPARTMENT_PARTY_PRIVATE_CLAIMANT",
    "STANDING_SUPERVISOR": "COMPARTMENT_PARTY_PRIVATE_CLAIMANT",
    "STANDING_CLAIMANT_COUNSEL": "COMPARTMENT_PARTY_PRIVATE_CLAIMANT",
    "STANDING_RESPONDENT": "COMPARTMENT_PARTY_PRIVATE_RESPONDENT",
    "STANDING_RESPONDENT_COUNSEL": "COMPARTMENT_PARTY_PRIVATE_RESPONDENT",
    "STANDING_MEDIATOR": "COMPARTMENT_NEUTRAL_PRIVATE",
    "STANDING_ARBITRATOR": "COMPARTMENT_DELIBERATION",
  ]
}
