import ParleyDomain

/// One thing for the writer to do inside a batch.
enum Work: Sendable {
  case change(Change)
  case opening(Opening)
  case people(PeopleWrite)
  /// Fires the due deadlines of these disputes.
  case fire([DisputeID])
  /// Moves the clock of a development directory.
  case advanceClock(Int64, request: RequestMark?)
  /// Records who read what is confided.
  case reads([ConfidedRead])
  /// Keeps what was found in an exhibit's file.
  case reading(FileReading)
  /// Has files read again in which a reader of an earlier version found no text.
  case rereading(before: Int)
}
