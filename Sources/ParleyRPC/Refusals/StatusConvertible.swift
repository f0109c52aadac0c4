package import GRPCCore
package import GRPCProtobuf

/// An error that a caller is told in full: a status code, a reason from the documented list, and
/// what to do next. The same bytes come out of a handler, a stream and either lane.
package protocol StatusConvertible: Error, RPCErrorConvertible {
  var status: GoogleRPCStatus { get }
}

extension StatusConvertible {
  package var rpcErrorCode: RPCError.Code { status.rpcErrorCode }
  package var rpcErrorMessage: String { status.rpcErrorMessage }
  package var rpcErrorMetadata: Metadata { status.rpcErrorMetadata }
  /// None: the cause would say no more than the status.
  package var rpcErrorCause: (any Error)? { nil }
}
