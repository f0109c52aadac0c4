import GRPCCore
import GRPCNGHTTP2

/// The channel to a server over the network.
package final class ServiceConnection: ServiceChannel {
  /// How long a call may take, in seconds: more than the slowest answer of a busy server, and less
  /// than a person waits.
  static let deadlineSeconds = 30
  /// How often a call that the server did not take is sent, in all.
  static let attemptsMax = 4

  let client: GRPCClient<NGHTTP2ClientTransport>
  let metadata: Metadata
  private let connecting: Task<Void, any Error>

  private init(client: GRPCClient<NGHTTP2ClientTransport>, token: String?) {
    self.client = client
    metadata = token.map { ["authorization": "Bearer \($0)"] } ?? [:]
    connecting = Task { try await client.runConnections() }
  }

  /// Prepares a connection; it is opened by the first call. Throws `ServiceRefusal` where the
  /// endpoint's fingerprint or authorities cannot be read.
  package static func open(_ endpoint: ServiceEndpoint) async throws -> ServiceConnection {
    let security: ClientSecurity
    switch endpoint.trust {
    case .pinned(let fingerprint):
      let digits = fingerprint.filter { $0.isHexDigit }
      guard let pin = CertificateFingerprint(digits) else {
        throw ServiceRefusal(
          code: .invalidArgument, message: "\(fingerprint) is not a SHA-256 fingerprint.")
      }
      security = .tls(.pinned(pin))
    case .authority(let file): security = .tls(.authorities(file: file))
    case .system: security = .tls(.trustStore)
    case .cleartext: security = .cleartextOnLoopback
    }
    do {
      let transport = try NGHTTP2ClientTransport(
        host: endpoint.host, port: endpoint.port, security: security)
      return ServiceConnection(client: GRPCClient(transport: transport), token: endpoint.token)
    } catch {
      throw ServiceRefusal(code: .invalidArgument, message: "\(error)")
    }
  }

  /// The certificate a server shows, which nobody vouches for yet. Throws `ServiceRefusal` where it
  /// cannot be reached.
  package static func certificate(of endpoint: ServiceEndpoint) async throws -> ShownCertificate {
    do {
      let certificate = try await NGHTTP2ClientTransport.probeCertificate(
        host: endpoint.host, port: endpoint.port)
      return ShownCertificate(
        fingerprint: certificate.fingerprint.description.lowercased().filter { $0.isHexDigit },
        expiresAt: certificate.expiresAt)
    } catch {
      throw ServiceRefusal(
        code: .unavailable, message: "\(endpoint.server) cannot be reached: \(error)")
    }
  }

  /// The SHA-256 fingerprint of that certificate, 64 hexadecimal digits.
  package static func fingerprint(of endpoint: ServiceEndpoint) async throws -> String {
    try await certificate(of: endpoint).fingerprint
  }

  /// Calls once and, where the server was not reached, again: the request is the same to the byte,
  /// its request id included, so the server takes it once whatever got lost.
  package func call(_ procedure: Procedure, _ request: PlainValue) async throws -> PlainValue {
    guard let form = MessageForm.all[procedure] else {
      throw ServiceRefusal(code: .unimplemented, message: "\(procedure.rawValue) is not known.")
    }
    let bytes: [UInt8]
    do {
      bytes = try form.encode(request)
    } catch {
      throw ServiceRefusal(
        code: .invalidArgument, message: "The request has no valid form: \(error)")
    }
    var attempt = 1
    while true {
      do {
        return try await form.decode(send(bytes, to: procedure))
      } catch let error as RPCError {
        guard error.code == .unavailable, attempt < Self.attemptsMax else {
          throw ServiceRefusal(error)
        }
        try await Task.sleep(for: .milliseconds(200 << attempt))
        attempt += 1
      }
    }
  }

  package func close() async {
    client.beginGracefulShutdown()
    _ = await connecting.result
  }

  private func send(_ bytes: [UInt8], to procedure: Procedure) async throws -> [UInt8] {
    var options = CallOptions.defaults
    options.timeout = .seconds(Self.deadlineSeconds)
    return try await client.unary(
      request: ClientRequest(message: bytes, metadata: metadata),
      descriptor: procedure.descriptor(.unary), serializer: ByteForm(), deserializer: ByteForm(),
      options: options
    ) { try $0.message }
  }
}

extension Procedure {
  /// The method as the transport names it.
  func descriptor(_ type: MethodDescriptor.RPCType) -> MethodDescriptor {
    MethodDescriptor(fullyQualifiedService: service, method: method, type: type)
  }
}
