package import ParleyDomain

/// What a committed write answers. It exists only once the COMMIT that holds it has returned.
package struct Answer: Sendable {
  /// What `Decision.reply` built; for a repeat, what it built the first time.
  package let reply: [UInt8]
  /// The dispute it was about, if any.
  package let dispute: DisputeID?
  /// The chains the change touched, each as far as it had come then; receipts are signed over
  /// those the caller may see.
  package let heads: [ChainHead]
  /// The moment of the (first) answer.
  package let now: Instant
  /// True when the request was answered from the log.
  package let repeated: Bool
  /// The dispute as it stands now: right after the change, or at the time of the repeat.
  package let current: DocketedDispute?
}
