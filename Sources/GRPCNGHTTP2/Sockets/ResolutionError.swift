/// A host name could not be looked up.
public struct ResolutionError: Error, CustomStringConvertible, Sendable {
  /// The name as given.
  public let host: String

  /// The resolver's own words.
  public let reason: String

  init(host: String, reason: String) {
    self.host = host
    self.reason = reason
  }

  public var description: String { "cannot look up \(host): \(reason)" }
}
