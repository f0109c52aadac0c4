package import ParleyDomain

/// The way by which something was read.
package enum ReadWay: String, CaseIterable, Hashable, Sendable {
  case entries = "ENTRIES"
  case watch = "WATCH"
  case download = "DOWNLOAD"
  /// A list of exhibits or calls, which shows what they are called or what was noted.
  case list = "LIST"
  /// Found by its words, some of which are shown.
  case search = "SEARCH"
}

/// That somebody reads what is confided: where and by which number, never what it says.
package struct ConfidedRead: Hashable, Sendable {
  package let dispute: DisputeID
  package let compartment: Compartment
  package let reader: MemberID
  package let way: ReadWay
  /// The exhibit that was read alone.
  package let exhibit: Int?
  /// The entries, from the lowest number to the highest; nil where none were read as such.
  package let sequences: ClosedRange<UInt64>?
  /// Whether the stored bytes were handed over too.
  package let isWhole: Bool

  package init(
    dispute: DisputeID, compartment: Compartment, reader: MemberID, way: ReadWay,
    exhibit: Int? = nil, sequences: ClosedRange<UInt64>? = nil, isWhole: Bool = false
  ) {
    self.dispute = dispute
    self.compartment = compartment
    self.reader = reader
    self.way = way
    self.exhibit = exhibit
    self.sequences = sequences
    self.isWhole = isWhole
  }
}

/// A read as it is recorded.
package struct RecordedRead: Hashable, Sendable {
  package let read: ConfidedRead
  package let firstAt: Instant
  package let lastAt: Instant
  /// Its place among all reads; never shown, since it tells how many there are.
  package let order: Int64
}
