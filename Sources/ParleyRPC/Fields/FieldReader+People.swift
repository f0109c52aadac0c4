import ParleyService

extension FieldReader {
  /// How a change to the registers of people is asked for: its request id and whether it is tried.
  mutating func people(_ request: some WriteMessage) throws -> PeopleRequest {
    let id = requestID(request.requestID)
    return PeopleRequest(
      repeatability: try RequestFingerprint.of(request, requestID: id),
      validateOnly: request.validateOnly)
  }
}
