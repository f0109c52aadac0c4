import ParleyClient

extension Desk {
  /// The dispute as the caller sees it now.
  func read(_ dispute: DisputeID) async throws -> PlainValue {
    try await ask(.getDispute, .fields(["name": .text(dispute.name)]))
  }

  /// Puts the etag of the dispute into a request that must name it, unless the user stated one.
  func fillEtag(_ request: inout PlainValue, _ dispute: DisputeID) async throws {
    guard request["etag"] == nil else { return }
    request = request.setting("etag", to: .text(try await read(dispute).text("etag")))
  }
}
