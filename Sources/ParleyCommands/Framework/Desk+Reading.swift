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

  /// Compares the heads the server signs now with the receipts kept, and keeps them. Throws
  /// `ReceiptRegression` where the record is shorter or another than it was.
  func checkHeads(_ dispute: DisputeID) async throws {
    let before = try receiptsBefore()
    let heads = try await askAll(
      .listHeads, .fields(["parent": .text(dispute.name)]), items: "heads")
    try keep(heads, before: before)
  }
}
