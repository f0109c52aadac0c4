import GRPCCore

/// A method of a server as the transport knows it.
final class ServerMethod: Sendable {
  let descriptor: MethodDescriptor

  /// Answers on the loop without a task, where the method was registered for that.
  let answer: FastMethod.Body?

  /// Whether the handler starts only when the whole request is here.
  let holdsRequest: Bool

  /// Whether the response is sent as one piece when its status is known: then the client gets it in
  /// one write, and the handler's separate calls cost nothing.
  let holdsResponse: Bool

  init(_ descriptor: MethodDescriptor, answer: FastMethod.Body? = nil) {
    self.descriptor = descriptor
    self.answer = answer
    let type = descriptor.type
    holdsRequest = answer != nil || type.map { !$0.isRequestStreaming } ?? false
    holdsResponse = answer != nil || type.map { !$0.isResponseStreaming } ?? false
  }
}
