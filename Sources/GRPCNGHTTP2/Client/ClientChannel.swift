import GRPCCore

/// The connection of a client to its target over time: opens it when calls need it, waits between
/// failures, replaces it when the server says goodbye. Belongs to its loop.
final class ClientChannel: @unchecked Sendable {
  private enum Stage { case idle, running, shuttingDown, stopped }
  private enum Link { case none, dialing, connection(ClientConnection), backingOff(LoopTimer) }

  let loop: EventLoop
  let target: ClientTarget
  let configuration: ClientConfiguration

  private var stage = Stage.idle
  private var link = Link.none
  private var pending: [PendingStream] = []
  private var retiring: [ObjectIdentifier: ClientConnection] = [:]
  private var backoff = Backoff()

  /// Which of the target's addresses is tried next, and how many of them were in vain since the last
  /// one that served.
  private var addressNext = 0
  private var addressesInVain = 0
  private var addressCount = 1
  private var lastFailure: RPCError?
  private var completion: CheckedContinuation<Void, any Error>?

  init(loop: EventLoop, target: ClientTarget, configuration: ClientConfiguration) {
    self.loop = loop
    self.target = target
    self.configuration = configuration
  }

  // MARK: Life

  /// Begins to serve calls; `continuation` is resumed when the channel is shut down and drained.
  func run(_ continuation: CheckedContinuation<Void, any Error>) {
    guard stage == .idle else {
      continuation.resume(
        throwing: RPCError(
          code: .failedPrecondition, message: "The transport was already used or has stopped."))
      return
    }
    stage = .running
    completion = continuation
    if !pending.isEmpty { connect() }
  }

  /// Refuses new calls; open ones finish.
  func beginGracefulShutdown() {
    if stage == .idle { stage = .stopped }
    if stage == .running { stage = .shuttingDown }
    failPending(Self.closedError) { _ in true }
    switch link {
    case .none: break
    case .dialing: link = .none  // The socket is closed when it comes.
    case .backingOff(let timer):
      loop.cancel(timer)
      link = .none
    case .connection(let connection): retire(connection)
    }
    checkDrained()
  }

  /// Closes everything now.
  func abort() {
    beginGracefulShutdown()
    for connection in retiring.values { connection.close(.aborted) }
  }

  private func checkDrained() {
    guard stage == .shuttingDown, retiring.isEmpty, case .none = link else { return }
    stage = .stopped
    completion?.resume()
    completion = nil
  }

  // MARK: Calls

  /// Opens a stream for a call as soon as a connection has room for it.
  func open(
    _ method: MethodDescriptor, _ options: CallOptions, _ ticket: WaitTicket,
    completion: @escaping (Result<ClientStream, RPCError>) -> Void
  ) {
    open(
      PendingStream(ticket: ticket, waitsForReady: options.waitForReady ?? false) { [self] result in
        completion(
          result.map { connection in
            let stream = ClientStream(
              connection: connection, method: method, options: options,
              configuration: configuration)
            connection.adopt(stream)
            return stream
          })
      })
  }

  private func open(_ call: PendingStream) {
    if call.ticket.isCancelled { return call.resume(.failure(Self.cancelledError)) }
    switch stage {
    case .shuttingDown, .stopped: return call.resume(.failure(Self.closedError))
    case .idle: pending.append(call)
    case .running:
      if case .backingOff = link, !call.waitsForReady, let lastFailure {
        return call.resume(.failure(lastFailure))
      }
      pending.append(call)
      pump()
    }
  }

  /// The same for a call that is sent anew, which goes before those that have not begun.
  func reopen(_ call: PendingStream) {
    if call.ticket.isCancelled { return call.resume(.failure(Self.cancelledError)) }
    guard stage == .running else { return call.resume(.failure(Self.closedError)) }
    if case .backingOff = link, !call.waitsForReady, let lastFailure {
      return call.resume(.failure(lastFailure))
    }
    pending.insert(call, at: 0)
    loop.executeLater { self.pump() }
  }

  func cancel(_ ticket: WaitTicket) {
    ticket.isCancelled = true
    failPending(Self.cancelledError) { $0.ticket === ticket }
  }

  /// Hands waiting calls to the connection while it has room; connects if there is none.
  func pump() {
    guard stage == .running, !pending.isEmpty else { return }
    switch link {
    case .none: connect()
    case .dialing, .backingOff: break
    case .connection(let connection):
      var served = 0
      while served < pending.count, connection.hasRoom {
        pending[served].resume(.success(connection))
        served += 1
      }
      pending.removeFirst(served)
    }
  }

  private func failPending(_ error: RPCError, where matches: (PendingStream) -> Bool) {
    let failed = pending.filter(matches)
    pending.removeAll(where: matches)
    for call in failed { call.resume(.failure(error)) }
  }

  // MARK: Connections

  private func connect() {
    link = .dialing
    let most = addressesInVain == 0 ? nil : addressCount - addressesInVain
    Dialer.dial(target, first: addressNext, atMost: most, on: loop) { [self] result in
      switch result {
      case .success(let dialed):
        addressCount = dialed.count
        addressesInVain += dialed.skipped
        addressNext = dialed.index
        begin(dialed.descriptor)
      case .failure(let error): failed(Self.error(reaching: target, error))
      }
    }
  }

  private func begin(_ descriptor: Int32) {
    guard stage == .running else {
      return Socket.close(descriptor)
    }
    let tls = target.tls?.connect(descriptor: descriptor, serverName: target.serverName)
    if target.tls != nil, tls == nil {
      Socket.close(descriptor)
      return failed(
        RPCError(code: .unavailable, message: "Cannot set up TLS: \(OpenSSL.errors())."))
    }
    let connection = ClientConnection(channel: self, descriptor: descriptor, tls: tls)
    link = .connection(connection)
    connection.start(
      handshake: configuration.handshakeTimeout, idle: configuration.idleTimeout)
  }

  /// The connection can carry streams.
  func ready(_ connection: ClientConnection) {
    backoff.reset()
    addressesInVain = 0
    lastFailure = nil
    pump()
  }

  /// No new streams on this connection; it closes after its last one.
  func retire(_ connection: ClientConnection) {
    if case .connection(let current) = link, current === connection { link = .none }
    guard connection.phase != .closed else { return checkDrained() }
    retiring[ObjectIdentifier(connection)] = connection
    connection.retire()
    pump()
  }

  func ended(_ connection: ClientConnection, _ fault: ConnectionFault) {
    retiring.removeValue(forKey: ObjectIdentifier(connection))
    if case .connection(let current) = link, current === connection {
      link = .none
      if !connection.isReady {
        return unserved(fault)
      }
    }
    pump()
    checkDrained()
  }

  /// An address takes connections and does not serve them: the others come first, before anybody
  /// waits. A server that is not who it must be is no reason to ask another.
  private func unserved(_ fault: ConnectionFault) {
    addressNext += 1
    addressesInVain += 1
    let error = Self.error(reaching: target, fault)
    let isFinal = error.cause is PeerIdentityError
    guard stage == .running, !isFinal, addressesInVain < addressCount else {
      return failed(error)
    }
    connect()
  }

  private func failed(_ error: RPCError) {
    addressesInVain = 0
    guard stage == .running else { return checkDrained() }
    lastFailure = error
    let isFinal = error.cause is PeerIdentityError
    failPending(error) { isFinal || !$0.waitsForReady }
    let timer = loop.schedule(after: backoff.next()) { [weak self] in
      guard let self, case .backingOff = self.link else { return }
      self.link = .none
      self.pump()
    }
    link = .backingOff(timer)
  }

  // MARK: Errors

  private static let closedError = RPCError(
    code: .failedPrecondition, message: "The client transport is closed.")

  private static let cancelledError = RPCError(
    code: .cancelled, message: "The call was cancelled before it was sent.")

  private static func error(reaching target: ClientTarget, _ cause: any Error) -> RPCError {
    switch cause {
    case ConnectionFault.untrusted(let identity):
      RPCError(code: .failedPrecondition, message: "\(identity)", cause: identity)
    case let refusal as TransportConfigurationError:
      RPCError(code: .failedPrecondition, message: "\(refusal)", cause: refusal)
    default:
      RPCError(
        code: .unavailable, message: "Cannot reach \(target.description): \(cause).", cause: cause)
    }
  }
}
