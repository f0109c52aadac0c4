import Glibc
import Synchronization

/// A bound socket with its acceptor and workers: everything that exists while a server listens.
final class ServerListener: Sendable {
  let address: SocketAddress
  private let acceptor: Acceptor
  private let workers: [ServerWorker]
  private let clock: CertificateClock?
  private let pending: Mutex<Int>

  /// Binds and makes the loops; accepts nothing before ``start()``.
  init(
    address resolved: ResolvedAddress, plan: ServerPlan, handler: @escaping ServerWorker.Handler
  ) throws {
    let descriptor = try Socket.listen(on: resolved)
    guard let address = Socket.localAddress(of: descriptor) else {
      Socket.close(descriptor)
      throw TransportConfigurationError.noUsableAddress(host: "the bound socket")
    }
    self.address = address
    var loops: [EventLoop] = []
    do {
      for _ in 0..<plan.loops { loops.append(try EventLoop()) }
    } catch {
      for loop in loops { loop.stop() }
      Socket.close(descriptor)
      throw error
    }
    workers = loops.map { ServerWorker(loop: $0, plan: plan, handler: handler) }
    acceptor = Acceptor(
      descriptor: descriptor, local: address, workers: workers, loop: loops[0])
    clock = plan.identity.map { [loop = loops[0]] in
      CertificateClock(identity: $0, configuration: plan.configuration, loop: loop)
    }
    pending = Mutex(plan.loops)
  }

  func start() {
    let acceptor = self.acceptor
    let clock = self.clock
    workers[0].loop.execute {
      acceptor.start()
      clock?.schedule()
    }
  }

  /// Stops accepting and calls `completion` once the last RPC and connection are gone. Abruptly
  /// means that connections are closed instead of left to finish.
  func shutDown(abruptly: Bool, completion: @escaping @Sendable () -> Void) {
    stopAccepting()
    for worker in workers {
      worker.loop.execute {
        if abruptly { worker.abort() }
        worker.beginGracefulShutdown {
          let rest = self.pending.withLock { count in
            count -= 1
            return count
          }
          if rest == 0 { completion() }
        }
      }
    }
  }

  /// Closes everything now, in the middle of a graceful shutdown.
  func abort() {
    stopAccepting()
    for worker in workers { worker.loop.execute { worker.abort() } }
  }

  func stopLoops() {
    for worker in workers { worker.loop.stop() }
  }

  private func stopAccepting() {
    let acceptor = self.acceptor
    let clock = self.clock
    workers[0].loop.execute {
      acceptor.stop()
      clock?.stop()
    }
  }
}
