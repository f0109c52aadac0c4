import CLinux
import Glibc

/// Accepts connections on one loop and deals them out to all, in turn: a client keeps its
/// connection for long, so an even count matters more than what the kernel's hash would give.
final class Acceptor: EventSource, @unchecked Sendable {
  private let loop: EventLoop
  private let workers: [ServerWorker]
  private let descriptor: Int32
  private let local: SocketAddress
  private var next = 0
  private var isOpen = true

  /// A descriptor kept to be given up when the process has no others: then the waiting connection can
  /// be accepted and closed instead of waking the loop for ever.
  private var spare = open("/dev/null", O_RDONLY | O_CLOEXEC)

  init(descriptor: Int32, local: SocketAddress, workers: [ServerWorker], loop: EventLoop) {
    self.descriptor = descriptor
    self.local = local
    self.workers = workers
    self.loop = loop
  }

  func start() {
    loop.add(self, descriptor: descriptor, events: EPOLLIN.rawValue)
  }

  /// Stops listening. A repeat does nothing.
  func stop() {
    guard isOpen else { return }
    isOpen = false
    loop.remove(descriptor: descriptor)
    Glibc.close(descriptor)
    if let path = local.path { unlink(path) }
    if spare >= 0 { Glibc.close(spare) }
  }

  func handle(events: UInt32) {
    guard isOpen else { return }
    for _ in 0..<Limits.acceptsPerTurn {
      if let (client, remote) = Socket.accept(descriptor) {
        deal(client, remote)
        continue
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EMFILE, ENFILE: if shedOne() { continue }
      case EAGAIN: return
      default: break
      }
      return pause()
    }
  }

  private func deal(_ client: Int32, _ remote: SocketAddress?) {
    let worker = workers[next]
    let origin = ConnectionOrigin(remote: remote, local: localAddress(of: client))
    let refusal = worker.counters.admit(
      address: origin.address, connectionsMax: worker.configuration.connectionsMax,
      perAddressMax: worker.configuration.connectionsPerAddressMax)
    if let refusal {
      worker.note(refusal)
      return Socket.close(client)
    }
    next = (next + 1) % workers.count
    worker.loop.execute { worker.adopt(descriptor: client, origin: origin) }
  }

  /// The address a client reached us by; the listener's own unless that stands for all addresses.
  private func localAddress(of client: Int32) -> SocketAddress {
    guard local.isUnspecified else { return local }
    return Socket.localAddress(of: client) ?? local
  }

  private func shedOne() -> Bool {
    guard spare >= 0 else { return false }
    Glibc.close(spare)
    let client = Glibc.accept(descriptor, nil, nil)
    if client >= 0 {
      Glibc.close(client)
      workers[0].note(.descriptors)
    }
    spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
    return client >= 0
  }

  private func pause() {
    loop.change(descriptor: descriptor, events: 0)
    loop.schedule(after: Limits.acceptPauseNanoseconds) { [weak self] in
      guard let self, self.isOpen else { return }
      self.loop.change(descriptor: self.descriptor, events: EPOLLIN.rawValue)
    }
  }
}
