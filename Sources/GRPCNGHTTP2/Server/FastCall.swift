public import GRPCCore

/// One call of a ``FastMethod``. Valid while its body runs.
public struct FastCall: ~Copyable {
  /// The request message.
  public let message: [UInt8]

  private let stream: ServerStream

  init(message: [UInt8], stream: ServerStream) {
    self.message = message
    self.stream = stream
  }

  /// The metadata as it came, for looking up single fields.
  public var fields: RawFields { stream.head.fields }

  /// The metadata as GRPCCore carries it; made anew at each use.
  public var metadata: Metadata { stream.head.fields.metadata }

  /// The same as a handler finds in `ServerContext.transportSpecific`.
  public var context: ServerStreamContext { ServerStreamContext(stream: stream) }

  /// The client, as in `ServerContext.remotePeer`.
  public var remotePeer: String { stream.server.remotePeer }
}
