import GRPCCore

/// One loop of a server with its connections. Belongs to the loop.
final class ServerWorker: @unchecked Sendable {
  typealias Handler =
    @Sendable (
      RPCStream<NGHTTP2ServerTransport.Inbound, NGHTTP2ServerTransport.Outbound>, ServerContext
    ) async -> Void

  let loop: EventLoop
  let configuration: ServerConfiguration
  let tls: TLSContext?
  let methods: MethodTable
  let handler: Handler

  /// Handlers that have not returned yet.
  var handlers = 0

  private var connections: [ObjectIdentifier: ServerConnection] = [:]
  private var isShuttingDown = false
  private var onDrained: (@Sendable () -> Void)?

  init(
    loop: EventLoop, configuration: ServerConfiguration, tls: TLSContext?, methods: MethodTable,
    handler: @escaping Handler
  ) {
    self.loop = loop
    self.configuration = configuration
    self.tls = tls
    self.methods = methods
    self.handler = handler
  }

  /// Takes over an accepted socket.
  func adopt(descriptor: Int32) {
    if isShuttingDown {
      Socket.close(descriptor)
      return
    }
    Socket.setNoDelay(descriptor)
    var session: TLSConnection?
    if let tls {
      session = tls.accept(descriptor: descriptor)
      if session == nil {
        Socket.close(descriptor)
        return
      }
    }
    let connection = ServerConnection(worker: self, descriptor: descriptor, tls: session)
    connections[ObjectIdentifier(connection)] = connection
    connection.start(
      handshake: configuration.handshakeTimeout, idle: configuration.idleTimeout)
  }

  /// Lets the connections finish; `onDrained` is called once none is left and all handlers returned.
  func beginGracefulShutdown(onDrained: @escaping @Sendable () -> Void) {
    self.onDrained = onDrained
    isShuttingDown = true
    for connection in connections.values { connection.beginGracefulShutdown() }
    if let grace = configuration.shutdownGrace {
      loop.schedule(after: grace.wholeNanoseconds) { [weak self] in self?.abort() }
    }
    checkDrained()
  }

  /// Closes all connections now.
  func abort() {
    isShuttingDown = true
    for connection in connections.values { connection.close(.aborted) }
    checkDrained()
  }

  func ended(_ connection: ServerConnection) {
    connections.removeValue(forKey: ObjectIdentifier(connection))
    checkDrained()
  }

  func handlerReturned() {
    handlers -= 1
    checkDrained()
  }

  private func checkDrained() {
    guard connections.isEmpty, handlers == 0, let drained = onDrained else { return }
    onDrained = nil
    loop.executeLater(drained)
  }
}
