package import GRPCCore
package import Logging

/// Turns whatever a handler threw into what a caller is told. Both lanes ask here.
package enum FaultReading {
  /// The error to end the call with. What was not foreseen is logged by its type, since its text may
  /// hold what nobody should read, and told as INTERNAL without a cause.
  package static func answer(_ error: any Error, method: String, log: Logger) -> RPCError {
    switch error {
    case let error as RPCError: return error
    case let error as any StatusConvertible: return RPCError(error)
    case let error as any RPCErrorConvertible: return RPCError(error)
    case is CancellationError: return RPCError(CallFault.cancelled)
    default:
      log.error(
        "unforeseen error", metadata: ["method": "\(method)", "type": "\(type(of: error))"])
      return RPCError(CallFault.unforeseen)
    }
  }
}
