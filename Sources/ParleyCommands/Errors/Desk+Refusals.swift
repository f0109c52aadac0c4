import ParleyClient

extension Desk {
  /// Why the service refused one of many, in one line: for a table in which the others stand too.
  func reason(of refusal: ServiceRefusal, dispute: DisputeID?) -> String {
    let failure = FailureWording.failure(
      refusal, dispute: dispute, server: server, times: times)
    return ([failure.sentence] + failure.lines).joined(separator: " ")
  }
}
