package import GRPCCore
package import ParleyService
import ParleyStore

/// Decides who calls, from the metadata of the call. Both lanes ask here.
package struct Doorkeeper: Sendable {
  /// Methods that answer without a session, by their full name.
  package static let openMethods: Set<String> = [
    "parley.v1.SessionService/Enrol", "parley.v1.SessionService/GetLimits",
    "parley.v1.DocketService/ListKeys",
  ]
  /// Services that answer without a session.
  package static let openServices: Set<String> = [
    "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
  ]

  private let authenticate: @Sendable (String?) throws -> Caller
  private let patiently: @Sendable (@escaping @Sendable () throws -> Call) async throws -> Call

  /// - Parameters:
  ///   - authenticate: answers the caller of a session token, or throws ``NotSignedIn``.
  ///   - patiently: does the same work where it may wait, off the loop.
  package init(
    authenticate: @escaping @Sendable (String?) throws -> Caller,
    patiently: @escaping @Sendable (@escaping @Sendable () throws -> Call) async throws -> Call = {
      try $0()
    }
  ) {
    self.authenticate = authenticate
    self.patiently = patiently
  }

  /// Admits a call on the lane that may suspend: where no connection is free to look the session up, it
  /// waits off the loop.
  func admitPatiently(_ method: MethodDescriptor, _ metadata: Metadata) async throws -> Call {
    do {
      return try ReaderLane.$current.withValue(.immediate) { try admit(method, metadata) }
    } catch is ReadersBusy {
      return try await patiently { try admit(method, metadata) }
    }
  }

  /// Admits a call. Throws ``NotSignedIn`` where the method needs a session and none is open. A
  /// token that is shown at an open method must be good too: a stale one is not passed over.
  package func admit(_ method: MethodDescriptor, _ metadata: Metadata) throws -> Call {
    let service = method.service.fullyQualifiedService
    if Self.openServices.contains(service) { return Call(caller: nil) }
    let isOpen = Self.openMethods.contains(method.fullyQualifiedMethod)
    if isOpen, metadata[stringValues: "authorization"].first(where: { _ in true }) == nil {
      return Call(caller: nil)
    }
    return Call(caller: try authenticate(Self.bearer(metadata)))
  }

  /// The token of `authorization: Bearer {token}`. Nil where it is missing, of another scheme or
  /// given twice.
  package static func bearer(_ metadata: Metadata) -> String? {
    var values = metadata[stringValues: "authorization"].makeIterator()
    guard let value = values.next(), values.next() == nil else { return nil }
    let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    let token = parts[1].drop { $0 == " " }
    return token.isEmpty ? nil : String(token)
  }
}
