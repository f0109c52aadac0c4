import GRPCCore
import Testing

@testable import GRPCNGHTTP2

@Suite struct TLSTests {
  /// Calls a TLS server with the given way to verify it.
  private func call(
    _ identity: TestIdentity, _ verification: PeerVerification, serverName: String? = "localhost"
  ) async throws -> [UInt8] {
    try await withServer(identity) { address in
      let client = GRPCClient(
        transport: try NGHTTP2ClientTransport(
          host: "127.0.0.1", port: address.port,
          security: .tls(verification, serverName: serverName)))
      let running = Task { try await client.runConnections() }
      defer { client.beginGracefulShutdown() }
      let reply = try await client.unary(
        request: ClientRequest(message: [UInt8(5)]), descriptor: Methods.echo,
        serializer: RawBytes(), deserializer: RawBytes(), options: .defaults
      ) { try $0.message }
      client.beginGracefulShutdown()
      try await running.value
      return reply
    }
  }

  private func withServer<R: Sendable>(
    _ identity: TestIdentity, _ body: (SocketAddress) async throws -> R
  ) async throws -> R {
    let transport = NGHTTP2ServerTransport(host: "127.0.0.1", port: 0, security: identity.server)
    return try await withGRPCServer(transport: transport, services: [TestService()]) { _ in
      try await body(try await transport.boundAddress)
    }
  }

  @Test func pinnedCertificate() async throws {
    let identity = try TestIdentity.make(name: "anything.example")
    let shown = try await withServer(identity) { address in
      try await NGHTTP2ClientTransport.probeCertificate(host: "127.0.0.1", port: address.port)
    }
    #expect(shown.subject == "CN=anything.example")
    #expect(shown.issuer == shown.subject)
    let reply1 = try await call(identity, .pinned(shown.fingerprint))
    #expect(reply1 == [5])
    let reply2 = try await call(identity, .pinned(shown.fingerprint), serverName: nil)
    #expect(reply2 == [5])
  }

  @Test func pinMismatchIsItsOwnError() async throws {
    let identity = try TestIdentity.make()
    let pin = try #require(CertificateFingerprint(bytes: [UInt8](repeating: 1, count: 32)))
    let error = await #expect(throws: RPCError.self) { try await call(identity, .pinned(pin)) }
    #expect(error?.code == .failedPrecondition)
    guard case .pinMismatch(let pinned, let presented) = error?.cause as? PeerIdentityError else {
      Issue.record("no pin mismatch: \(String(describing: error))")
      return
    }
    #expect(pinned == pin)
    #expect(presented.subject == "CN=localhost")
  }

  @Test func authorityAndHostName() async throws {
    let identity = try TestIdentity.make()
    let other = try TestIdentity.make()
    let reply3 = try await call(identity, .authorities(file: identity.certificateFile))
    #expect(reply3 == [5])
    for (file, name) in [
      (identity.certificateFile, "elsewhere.example"), (other.certificateFile, "localhost"),
      (identity.certificateFile, "127.0.0.1"),
    ] {
      let error = await #expect(throws: RPCError.self) {
        try await call(identity, .authorities(file: file), serverName: name)
      }
      guard case .untrusted = error?.cause as? PeerIdentityError else {
        Issue.record("accepted or failed otherwise: \(String(describing: error))")
        continue
      }
    }
    let error = await #expect(throws: RPCError.self) { try await call(identity, .trustStore) }
    #expect(error?.cause is PeerIdentityError)
  }

  @Test func cleartextClientIsTurnedAway() async throws {
    let identity = try TestIdentity.make()
    try await withServer(identity) { address in
      let client = GRPCClient(
        transport: try NGHTTP2ClientTransport(
          host: "127.0.0.1", port: address.port, security: .cleartextOnLoopback))
      let running = Task { try await client.runConnections() }
      let error = await #expect(throws: RPCError.self) {
        try await client.unary(
          request: ClientRequest(message: [UInt8(5)]), descriptor: Methods.echo,
          serializer: RawBytes(), deserializer: RawBytes(), options: .defaults
        ) { try $0.message }
      }
      #expect(error?.code == .unavailable)
      client.beginGracefulShutdown()
      try await running.value
    }
  }

  @Test func unusableFilesAreRefused() async throws {
    let identity = try TestIdentity.make()
    let other = try TestIdentity.make()
    for (certificate, key) in [
      ("/nonexistent", identity.keyFile), (identity.certificateFile, "/nonexistent"),
      (identity.certificateFile, other.keyFile),
    ] {
      let transport = NGHTTP2ServerTransport(
        host: "127.0.0.1", port: 0,
        security: .tls(certificateChainFile: certificate, privateKeyFile: key))
      await #expect(throws: TLSConfigurationError.self) { try await transport.listen { _, _ in } }
    }
    #expect(throws: TLSConfigurationError.self) {
      try NGHTTP2ClientTransport(
        host: "localhost", port: 1, security: .tls(.authorities(file: "/nonexistent")))
    }
  }
}
