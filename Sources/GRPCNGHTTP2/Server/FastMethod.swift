public import GRPCCore

/// A unary method answered on the event loop, before any task exists: for what never suspends and is
/// quick (a read from memory, one indexed look-up). Everything else of the loop waits meanwhile.
///
/// The method need not be registered with GRPCCore as well, unless its body defers calls.
public struct FastMethod: Sendable {
  /// Answers one call.
  public typealias Body = @Sendable (_ call: borrowing FastCall) -> FastAnswer

  /// The method.
  public let descriptor: MethodDescriptor

  /// What answers it.
  public let body: Body

  /// - Parameters:
  ///   - descriptor: a method with one request and one response message.
  ///   - body: runs on the loop; must neither block nor wait.
  public init(_ descriptor: MethodDescriptor, body: @escaping Body) {
    self.descriptor = descriptor
    self.body = body
  }
}
