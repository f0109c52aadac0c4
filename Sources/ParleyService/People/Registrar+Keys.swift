import DocketChain
import ParleyDomain
package import ParleyStore

extension Registrar {
  /// Puts a new key in the place of the one that receipts are signed with. For administrators. A
  /// repeat answers the key that the first request made; a dry run the one in use.
  ///
  /// On the running server rather than on a stopped one: whoever must change a key in haste has an
  /// administrator's session and not always the machine, nobody waits meanwhile, and the writer puts
  /// the change in order with everything else.
  package func rotateKey(
    request: PeopleRequest = .plain, by caller: Caller
  ) async throws -> RegisteredKey {
    try caller.require(.administrator)
    let id = try await journal.rotateSigningKey(
      request: request.repeatability?.mark(of: caller), validateOnly: request.validateOnly)
    guard let key = try signingKeys().first(where: { $0.id == id }) else {
      throw JournalFault.damaged(reason: "the key is not in the register")
    }
    return key
  }
}
