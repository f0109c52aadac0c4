package import GRPCCore
package import Logging

/// Stands before every handler of the GRPCCore lane: admits the caller, lets the handler know the
/// call, answers errors in full, and writes the line of the access log when the last byte is handed
/// over.
package struct CallInterceptor: ServerInterceptor {
  private let door: Doorkeeper
  private let access: AccessLog
  private let log: Logger

  package init(door: Doorkeeper, log: Logger) {
    self.door = door
    self.access = AccessLog(log)
    self.log = log
  }

  package func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>, context: ServerContext,
    next:
      @Sendable (
        _ request: StreamingServerRequest<Input>, _ context: ServerContext
      ) async throws -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    let started = ContinuousClock.now
    let method = context.descriptor.fullyQualifiedMethod
    let call: Call
    do {
      call = try await door.admitPatiently(context.descriptor, request.metadata)
    } catch {
      return refuse(error, method, since: started, nil)
    }
    do {
      let response = try await Call.$current.withValue(call) { try await next(request, context) }
      switch response.accepted {
      case .success(let contents):
        return StreamingServerResponse(metadata: contents.metadata) { writer in
          try await produce(contents, writer, call, method, since: started)
        }
      case .failure(let error):
        return refuse(error, method, since: started, call)
      }
    } catch {
      return refuse(error, method, since: started, call)
    }
  }

  private func produce<Output>(
    _ contents: StreamingServerResponse<Output>.Contents, _ writer: RPCWriter<Output>,
    _ call: Call, _ method: String, since started: ContinuousClock.Instant
  ) async throws -> Metadata {
    do {
      let trailers = try await Call.$current.withValue(call) {
        try await contents.producer(writer)
      }
      access.record(method, nil, after: .now - started, of: call)
      return trailers
    } catch {
      let answer = FaultReading.answer(error, method: method, log: log)
      access.record(method, answer, after: .now - started, of: call)
      throw answer
    }
  }

  private func refuse<Output>(
    _ error: any Error, _ method: String, since started: ContinuousClock.Instant, _ call: Call?
  ) -> StreamingServerResponse<Output> {
    let answer = FaultReading.answer(error, method: method, log: log)
    access.record(method, answer, after: .now - started, of: call)
    return StreamingServerResponse(error: answer)
  }
}
