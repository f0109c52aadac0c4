/// Has an identity's files looked at from time to time. Belongs to its loop; the reading is done on
/// a thread of its own, since disks can be slow.
final class CertificateClock: @unchecked Sendable {
  private let identity: ServerIdentity
  private let configuration: ServerConfiguration
  private let loop: EventLoop
  private var isRunning = true

  init(identity: ServerIdentity, configuration: ServerConfiguration, loop: EventLoop) {
    self.identity = identity
    self.configuration = configuration
    self.loop = loop
  }

  func schedule() {
    loop.schedule(after: configuration.certificatePoll.wholeNanoseconds) { [weak self] in
      self?.look()
    }
  }

  func stop() {
    isRunning = false
  }

  private func look() {
    guard isRunning else { return }
    let identity = self.identity
    let configuration = self.configuration
    do {
      try Thread.start {
        do {
          if try identity.refresh(ticketKeyLifetime: configuration.ticketKeyLifetime) {
            configuration.onReload?()
          }
        } catch {
          configuration.onReloadFailure?(error)
        }
      }
    } catch {
      configuration.onReloadFailure?(error)
    }
    schedule()
  }
}
