import ParleyClient

extension Desk {
  /// The last bidding of a dispute. Throws status 3 where there is none.
  func lastBidding(of dispute: DisputeID) async throws -> PlainValue {
    let all = try await askAll(
      .listBiddings, .fields(["parent": .text(dispute.name)]), items: "biddings")
    guard let last = all.last else {
      throw CommandFailure(.notFound, "There is no blind bidding in \(dispute).")
    }
    return last
  }
}
