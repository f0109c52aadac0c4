package import GRPCCore
package import Logging
package import ParleyService
import ParleyWire

/// The whole service as gRPC sees it.
package enum Adaptors {
  /// Every service of the contract, and the health check.
  ///
  /// - Parameter intake: the path of `parley-intake`, which reads hostile files.
  package static func services(
    registrar: Registrar, health: ServingStatus, intake: String, log: Logger
  ) -> [any RegistrableRPCService] {
    let desks = Desks(registrar: registrar)
    let mail = MailRoom(registrar: registrar, program: intake)
    let services: [any RegistrableRPCService] = [
      SessionServiceAdaptor(desks: desks), DisputeServiceAdaptor(desks: desks),
      DocketServiceAdaptor(desks: desks), EvidenceServiceAdaptor(desks: desks, mail: mail),
      DocumentServiceAdaptor(desks: desks), NegotiationServiceAdaptor(desks: desks),
      MoneyServiceAdaptor(desks: desks), MediationServiceAdaptor(desks: desks),
      NeutralServiceAdaptor(desks: desks), ArbitrationServiceAdaptor(desks: desks),
      LegalServiceAdaptor(desks: desks), ApprovalServiceAdaptor(desks: desks),
      AdminServiceAdaptor(desks: desks), ProcedureServiceAdaptor(desks: desks),
      SecrecyServiceAdaptor(desks: desks), ContractServiceAdaptor(desks: desks),
      BiddingServiceAdaptor(desks: desks),
      BundleServiceAdaptor(desks: desks),
    ]
    return services + [HealthAdaptor(status: health, services: Self.names)]
  }

  /// What stands before every handler.
  package static func interceptors(
    registrar: Registrar, log: Logger
  ) -> [any ServerInterceptor] {
    [CallInterceptor(door: door(of: registrar), log: log)]
  }

  /// The one door, for either lane.
  static func door(of registrar: Registrar) -> Doorkeeper {
    Doorkeeper(
      authenticate: { token in try registrar.authenticate(token: token) },
      patiently: { work in try await registrar.longRead(for: nil, work) })
  }

  /// The full names of the services of the contract.
  static let names: Set<String> = Set(
    [
      Parley_V1_SessionService.descriptor, Parley_V1_DisputeService.descriptor,
      Parley_V1_DocketService.descriptor, Parley_V1_EvidenceService.descriptor,
      Parley_V1_DocumentService.descriptor, Parley_V1_NegotiationService.descriptor,
      Parley_V1_MoneyService.descriptor, Parley_V1_MediationService.descriptor,
      Parley_V1_NeutralService.descriptor, Parley_V1_ArbitrationService.descriptor,
      Parley_V1_LegalService.descriptor, Parley_V1_ApprovalService.descriptor,
      Parley_V1_AdminService.descriptor, Parley_V1_ProcedureService.descriptor,
      Parley_V1_SecrecyService.descriptor, Parley_V1_ContractService.descriptor,
      Parley_V1_BiddingService.descriptor,
      Parley_V1_BundleService.descriptor,
    ].map(\.fullyQualifiedService))
}
