import GRPCCore
package import GRPCNGHTTP2
import GRPCProtobuf
package import Logging
import ParleyDomain
package import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// Stands before the methods that are answered on the loop, as ``CallInterceptor`` stands before the
/// others: the same door, the same reading of faults, the same line in the log.
///
/// What is answered here never suspends, and calls the function that the generated protocol calls as
/// well. What turns out to take more (a dispute that is long or not in memory, a read that has to be
/// recorded first, one for which no connection is free, since nothing here waits) is deferred, and begins
/// anew on the other lane.
struct FastLane {
  let door: Doorkeeper
  let access: AccessLog
  let log: Logger

  init(door: Doorkeeper, log: Logger) {
    self.door = door
    access = AccessLog(log)
    self.log = log
  }

  /// A method of this lane.
  ///
  /// - Parameter answer: answers, throws what the caller is to be told, or defers the call with nil.
  func method<Request: Message, Reply: Message>(
    _ descriptor: MethodDescriptor,
    _ answer: @escaping @Sendable (_ request: Request, _ call: Call) throws -> Reply?
  ) -> FastMethod {
    let name = descriptor.fullyQualifiedMethod
    return FastMethod(descriptor) { [self] incoming in
      let started = ContinuousClock.now
      var call: Call?
      do {
        let reply = try ReaderLane.$current.withValue(.immediate) { () -> Reply? in
          let admitted = try door.admit(descriptor, incoming.metadata)
          call = admitted
          let request: Request = try ProtobufDeserializer().deserialize(incoming.message)
          return try answer(request, admitted)
        }
        guard let reply else { return .deferred }
        let bytes: [UInt8] = try ProtobufSerializer().serialize(reply)
        access.record(name, nil, after: .now - started, of: call)
        return .message(bytes)
      } catch is ReadersBusy {
        // To wait for a connection here would be to have everybody on this loop wait.
        return .deferred
      } catch {
        let fault = FaultReading.answer(error, method: name, log: log)
        access.record(name, fault, after: .now - started, of: call)
        return .failure(fault)
      }
    }
  }
}

extension Adaptors {
  /// The reads that never suspend and take no longer than a small constant: those answered from memory,
  /// of disputes that are short, or by few look-ups. Lists over disputes and searches are not among them,
  /// whatever the page: how long these take hangs on how much there is. Each is among
  /// ``services(registrar:health:intake:log:)`` as well.
  package static func fastMethods(
    registrar: Registrar, health: ServingStatus, log: Logger
  ) -> [FastMethod] {
    let lane = FastLane(door: door(of: registrar), log: log)
    let desks = Desks(registrar: registrar)
    let check = HealthAdaptor(status: health, services: names)
    let sessions = SessionServiceAdaptor(desks: desks)
    let disputes = DisputeServiceAdaptor(desks: desks)
    let docket = DocketServiceAdaptor(desks: desks)
    let negotiation = NegotiationServiceAdaptor(desks: desks)
    let money = MoneyServiceAdaptor(desks: desks)
    return [
      lane.method(Grpc_Health_V1_Health.Method.Check.descriptor) { try check.check($0, $1) },
      lane.method(Parley_V1_SessionService.Method.GetLimits.descriptor) {
        try sessions.getLimits($0, $1)
      },
      lane.method(Parley_V1_DisputeService.Method.GetDispute.descriptor) {
        try disputes.getShortDispute($0, $1)
      },
      lane.method(Parley_V1_DocketService.Method.ListEntries.descriptor) {
        try docket.listEntries($0, $1)
      },
      lane.method(Parley_V1_NegotiationService.Method.GetOffer.descriptor) {
        try negotiation.getOffer($0, $1)
      },
      lane.method(Parley_V1_NegotiationService.Method.ListOffers.descriptor) {
        request, call in
        request.pageSize <= PageSize.standard ? try negotiation.listOffers(request, call) : nil
      },
      lane.method(Parley_V1_NegotiationService.Method.GetAgreement.descriptor) {
        try negotiation.getAgreement($0, $1)
      },
      lane.method(Parley_V1_MoneyService.Method.GetQuote.descriptor) {
        try money.getShortQuote($0, $1)
      },
    ]
  }
}
