import GRPCCore

extension ServerStream {
  /// The header list of the request is complete.
  func headComplete() {
    guard !isHeadComplete else { return }
    isHeadComplete = true
    switch head.verdict() {
    case .accept:
      guard let method = server.worker.methods.method(path: head.path) else {
        return refuse(Status(code: .unimplemented, message: "Malformed path."))
      }
      self.method = method
      accept()
    case .refuseHTTP(let status, let text):
      refuseHTTP(status: status, text: text)
    case .refuse(let status, let advertisesEncoding):
      refuse(status, advertisesEncoding: advertisesEncoding)
    }
  }

  /// Bytes of messages arrived.
  func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
    withhold(bytes.count)
    guard method != nil, !queue.hasEnded else { return releaseCredit() }
    do throws(FramingFault) {
      try framer.consume(bytes) { queue.append(.message($0), credit: $0.count + 5) }
    } catch {
      return refuse(status(for: error))
    }
    if hasStarted { wakeReader() }
    if queueIsReadable { releaseCredit() }
  }

  /// The client has sent everything.
  func requestComplete() {
    guard method != nil, !queue.hasEnded else { return }
    if framer.isInsideMessage { return refuse(status(for: .truncated)) }
    queue.finish()
    if hasStarted { wakeReader() } else { start() }
  }

  private func accept() {
    if case .nanoseconds(let nanoseconds) = head.timeout {
      if nanoseconds == 0 { return expire() }
      deadline = .now.advanced(by: .nanoseconds(Int64(clamping: nanoseconds)))
      deadlineTimer = loop.schedule(after: nanoseconds) { [weak self] in self?.expire() }
    }
    queue.append(.metadata(head.metadata), credit: 0)
    if !holdsRequest { start() }
  }

  private func start() {
    hasStarted = true
    server.start(self)
  }

  /// Whether the message being assembled is the next one the handler gets.
  private var queueIsReadable: Bool { hasStarted ? queue.isEmpty : queue.count == 1 }

  /// The time the client gave is over.
  private func expire() {
    deadlineTimer = nil
    refuse(Status(code: .deadlineExceeded, message: "The deadline passed."))
  }

  private func status(for fault: FramingFault) -> Status {
    switch fault {
    case .unknownFlag:
      Status(code: .internalError, message: "A message begins with an unknown flag.")
    case .unexpectedCompression:
      Status(
        code: .internalError, message: "A message is compressed although none was announced.")
    case .tooLarge(let length, let limit):
      Status(
        code: .resourceExhausted,
        message: "The message has \(length) bytes, the limit is \(limit).")
    case .truncated:
      Status(code: .internalError, message: "The request ends inside a message.")
    }
  }
}
