import GRPCCore

/// One loop of a server with its connections. Belongs to the loop.
final class ServerWorker: @unchecked Sendable {
  typealias Handler =
    @Sendable (
      RPCStream<NGHTTP2ServerTransport.Inbound, NGHTTP2ServerTransport.Outbound>, ServerContext
    ) async -> Void

  let loop: EventLoop
  let configuration: ServerConfiguration
  let identity: ServerIdentity?
  let methods: MethodTable
  let handler: Handler
  let counters: ServerCounters

  /// Bytes of memory the streams of this loop hold, and may hold.
  var heldBytes = 0
  let heldBytesMax: Int

  /// Handlers that have not returned yet, and how many there may be.
  private var handlers = 0
  private let handlersMax: Int

  private var handshakes = 0
  private var connections: [ObjectIdentifier: ServerConnection] = [:]
  private var hasUpkeep = false
  private var isShuttingDown = false
  private var onDrained: (@Sendable () -> Void)?

  init(loop: EventLoop, plan: ServerPlan, handler: @escaping Handler) {
    self.loop = loop
    configuration = plan.configuration
    identity = plan.identity
    methods = plan.methods
    counters = plan.counters
    heldBytesMax = max(1, plan.configuration.serverHeldBytesMax / plan.loops)
    handlersMax = max(1, plan.configuration.handlersMax / plan.loops)
    self.handler = handler
  }

  /// Takes over an accepted socket that was counted in.
  func adopt(descriptor: Int32, origin: ConnectionOrigin) {
    guard !isShuttingDown, handshakes < Limits.handshakesMax else {
      if !isShuttingDown { note(.handshakes) }
      return reject(descriptor, origin)
    }
    if origin.address != nil { Socket.setNoDelay(descriptor) }
    var session: TLSConnection?
    if let identity {
      session = identity.current.accept(descriptor: descriptor)
      if session == nil { return reject(descriptor, origin) }
    }
    handshakes += 1
    let connection = ServerConnection(
      worker: self, descriptor: descriptor, origin: origin, tls: session)
    connections[ObjectIdentifier(connection)] = connection
    connection.start(
      handshake: configuration.handshakeTimeout, idle: configuration.idleTimeout)
    scheduleUpkeep()
  }

  func note(_ incident: ServerIncident) {
    counters.note(incident)
    configuration.onIncident?(incident)
  }

  /// Lets the connections finish; `onDrained` is called once none is left and all handlers returned.
  func beginGracefulShutdown(onDrained: @escaping @Sendable () -> Void) {
    self.onDrained = onDrained
    isShuttingDown = true
    for connection in connections.values { connection.beginGracefulShutdown() }
    if let grace = configuration.shutdownGrace {
      loop.schedule(after: grace.wholeNanoseconds) { self.abort() }
    }
    checkDrained()
  }

  /// Closes all connections now.
  func abort() {
    isShuttingDown = true
    for connection in connections.values { connection.close(.aborted) }
    checkDrained()
  }

  func handshakeEnded() {
    handshakes -= 1
  }

  func ended(_ connection: ServerConnection) {
    guard connections.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
    counters.leave(address: connection.origin.address)
    checkDrained()
  }

  /// Counts a handler in; `false` when there are too many.
  func handlerStarted() -> Bool {
    guard handlers < handlersMax else { return false }
    handlers += 1
    counters.handlerStarted()
    return true
  }

  func handlerReturned() {
    handlers -= 1
    counters.handlerReturned()
    checkDrained()
  }

  private func reject(_ descriptor: Int32, _ origin: ConnectionOrigin) {
    Socket.close(descriptor)
    counters.leave(address: origin.address)
  }

  private func scheduleUpkeep() {
    guard !hasUpkeep, !connections.isEmpty else { return }
    hasUpkeep = true
    loop.schedule(after: configuration.upkeepNanoseconds) {
      self.hasUpkeep = false
      for connection in self.connections.values { connection.upkeep(now: self.loop.now) }
      self.scheduleUpkeep()
    }
  }

  private func checkDrained() {
    guard connections.isEmpty, handlers == 0, let drained = onDrained else { return }
    onDrained = nil
    loop.executeLater(drained)
  }
}
