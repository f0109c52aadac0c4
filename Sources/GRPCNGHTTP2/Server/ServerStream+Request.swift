import GRPCCore

extension ServerStream {
  /// The header list of the request is complete.
  func headComplete() {
    guard !isHeadComplete else { return }
    isHeadComplete = true
    switch head.verdict() {
    case .accept:
      method = head.method
      accept()
    case .refuseHTTP(let status, let text):
      refuseHTTP(status: status, text: text)
    case .refuse(let status, let advertisesEncoding):
      if status.code == .resourceExhausted { server.note(.headerList) }
      refuse(status, advertisesEncoding: advertisesEncoding)
    }
  }

  /// Bytes of messages arrived.
  func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
    withhold(bytes.count)
    guard let method, !queue.hasEnded, response != .complete else { return releaseCredit() }
    do throws(FramingFault) {
      if method.answer != nil {
        try receiveFast(bytes)
      } else {
        try framer.consume(bytes) { enqueue($0) }
      }
    } catch {
      return refuse(error)
    }
    countHeldBytes()
    if server.holdsTooMuch {
      server.note(.heldBytes)
      let text = "The requests of this connection take too much memory."
      return refuse(Status(code: .resourceExhausted, message: text))
    }
    if hasStarted { wakeReader() }
    if queueIsReadable { releaseCredit() }
  }

  /// The client has sent everything.
  func requestComplete() {
    guard let method, !queue.hasEnded, response != .complete else { return }
    if framer.isInsideMessage { return refuse(.truncated) }
    if let answer = method.answer, !hasStarted { return answerFast(answer) }
    queue.finish()
    if hasStarted { wakeReader() } else { start() }
  }

  /// Hands the call to GRPCCore.
  func start() {
    hasStarted = true
    server.start(self)
  }

  func enqueue(_ message: FramedMessage) {
    queue.append(
      .init(
        part: .message(message.bytes), credit: message.wireBytes, weight: message.bytes.count,
        wasCompressed: message.wasCompressed))
  }

  private func accept() {
    if head.isCompressed { framer.codec = loop.gzip }
    if case .nanoseconds(let nanoseconds) = head.timeout {
      if nanoseconds == 0 { return expire() }
      deadline = .now.advanced(by: .nanoseconds(Int64(clamping: nanoseconds)))
      deadlineTimer = loop.schedule(after: nanoseconds) { self.expire() }
    }
    guard method?.answer == nil else { return }
    queue.append(.init(part: .metadata(head.fields.metadata)))
    if method?.holdsRequest != true { start() }
  }

  /// Whether the message being assembled is the next one the handler gets.
  private var queueIsReadable: Bool {
    if hasStarted { return queue.isEmpty }
    return method?.answer != nil ? fastMessage == nil : queue.count == 1
  }

  /// The time the client gave is over.
  private func expire() {
    deadlineTimer = nil
    refuse(Status(code: .deadlineExceeded, message: "The deadline passed."))
  }

  private func refuse(_ fault: FramingFault) {
    switch fault {
    case .expandsTooFar: server.note(.expandedMessage)
    case .tooLarge: server.note(.largeMessage)
    case .unknownFlag, .unexpectedCompression, .notGzip, .truncated: server.note(.framing)
    }
    refuse(Status(code: Status.Code(fault.error.code), message: fault.error.message))
  }
}
