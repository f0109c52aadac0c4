/// How often in a row a broken transfer has been taken up again without a byte more having come.
package struct TransferTries: Sendable {
  /// With the pauses between, about a minute.
  private static let most = 8
  private static let pauseMillisecondsMax = 10_000

  package var count = 0

  package init() {}

  /// Whether it is not taken up once more.
  package var areSpent: Bool { count >= Self.most }

  /// Waits before the next, each time twice as long, up to ten seconds.
  package func pause() async throws {
    try await Task.sleep(for: .milliseconds(min(250 << count, Self.pauseMillisecondsMax)))
  }
}
