import Synchronization

/// Which reads of these ten minutes are on disk already, so that a program that asks again and again
/// writes once. What is forgotten here is only written again.
final class RecordedReads: Sendable {
  private struct Known {
    var span: Int64 = 0
    var reads: Set<ConfidedRead> = []
  }

  private let known = Mutex(Known())

  /// The reads that are not known to be recorded.
  func missing(_ reads: [ConfidedRead], span: Int64) -> [ConfidedRead] {
    known.withLock { known in
      guard known.span == span else { return reads }
      return reads.filter { !known.reads.contains($0) }
    }
  }

  func note(_ reads: [ConfidedRead], span: Int64) {
    known.withLock { known in
      if known.span != span || known.reads.count + reads.count > Limits.readsRememberedMax {
        known = Known(span: span)
      }
      known.reads.formUnion(reads.prefix(Limits.readsRememberedMax))
    }
  }
}

extension Journal {
  /// Whether all of these are known to be on disk already, as they are of whoever reads again within
  /// the same ten minutes.
  package func hasRecorded(_ reads: [ConfidedRead]) -> Bool {
    reads.isEmpty || readsRecorded.missing(reads, span: Batch.span(of: now)).isEmpty
  }

  /// Records who reads what is confided; it is on disk when this returns, so to be called before it is
  /// shown. Throws where it cannot be written: what cannot be recorded is not to be shown. A repeat
  /// within the same ten minutes changes nothing.
  package func record(_ reads: [ConfidedRead]) async throws {
    let span = Batch.span(of: now)
    let missing = readsRecorded.missing(reads, span: span)
    guard !missing.isEmpty else { return }
    _ = try await submit(.reads(missing))
    readsRecorded.note(missing, span: span)
  }
}
