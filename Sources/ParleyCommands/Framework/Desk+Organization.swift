import ParleyClient

extension Desk {
  /// The organization a broker files for: the one stated, else the only one of the session's
  /// member. Refuses where there are several, naming them.
  func organization(_ stated: String?) async throws -> String {
    if let stated {
      return stated.hasPrefix("organizations/") ? stated : "organizations/" + stated
    }
    let reply = try await ask(.getSession, .fields([:]))
    let grants = reply.list("member.grants")
      .filter { ["ROLE_BROKER", "ROLE_BROKER_SUPERVISOR"].contains($0.text("role")) }
    let names = Set(grants.map { $0.text("organization") }).sorted()
    guard let only = names.first, names.count == 1 else {
      throw names.isEmpty
        ? CommandFailure(.notPermitted, "Only a broker of an organization files disputes.")
        : CommandFailure.usage("Say for whom: --organization \(names.joined(separator: " or ")).")
    }
    return only
  }
}
