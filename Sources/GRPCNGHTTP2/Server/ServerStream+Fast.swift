import GRPCCore
import Synchronization

extension ServerStream {
  /// Bytes of the one message of a call on the fast lane arrived.
  func receiveFast(_ bytes: UnsafeBufferPointer<UInt8>) throws(FramingFault) {
    var surplus = 0
    try framer.consume(bytes) { message in
      if fastMessage == nil { fastMessage = message } else { surplus += 1 }
    }
    if surplus > 0 {
      let text = "The method takes one request message and got more."
      refuse(Status(code: .unimplemented, message: text))
    }
  }

  /// The whole request is here: answers it, or leaves it to GRPCCore.
  func answerFast(_ answer: FastMethod.Body) {
    guard let message = fastMessage else {
      let text = "The method takes one request message and got none."
      return refuse(Status(code: .unimplemented, message: text))
    }
    hasStarted = true
    if head.isCompressed {
      requestWasCompressed.store(message.wasCompressed, ordering: .relaxed)
    }
    let result = answer(FastCall(message: message.bytes, stream: self))
    fastMessage = nil
    switch result {
    case .message(let reply, let trailing):
      respond(message: reply, trailing: trailing)
    case .failure(let error):
      finish(Status(code: Status.Code(error.code), message: error.message), error.metadata)
    case .deferred:
      queue.append(.init(part: .metadata(head.fields.metadata)))
      enqueue(message)
      queue.finish()
      start()
    }
    countHeldBytes()
  }
}
