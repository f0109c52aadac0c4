import ParleyDomain

/// An entry as it is stored: three parts of proto3-JSON. The bytes are hashed as they stand and
/// never encoded again.
struct EntryForm: Sendable {
  let header: [UInt8]
  let facts: [UInt8]
  let words: [UInt8]

  init(_ entry: Entry, filedAt: Instant) throws {
    throw JournalFault.stopped
  }

  static func decoded(
    header: [UInt8], facts: [UInt8], words: [UInt8]?, compartment: Compartment
  ) throws -> (entry: Entry, filedAt: Instant) {
    throw JournalFault.stopped
  }
}
