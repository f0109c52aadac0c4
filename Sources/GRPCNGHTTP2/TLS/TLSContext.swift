import COpenSSL
import Glibc

/// An OpenSSL context: protocol versions, suites, certificates and trust of one listener or target.
/// Immutable after its creation, so connections on several loops share it.
final class TLSContext: @unchecked Sendable {
  private let context: OpaquePointer

  /// For a listener.
  ///
  /// Refuses files that cannot be read and a key that does not belong to the certificate.
  init(
    certificateChainFile: String, privateKeyFile: String, clients: ClientVerification = .none
  ) throws {
    context = try Self.make(TLS_server_method())
    try useIdentity(certificateChainFile, privateKeyFile)
    try verify(clients)
    SSL_CTX_set_num_tickets(context, 1)
    SSL_CTX_set_alpn_select_cb(
      context,
      { _, chosen, length, offered, offeredLength, _ in
        TLSContext.select(offered, offeredLength, chosen, length)
      }, nil)
  }

  /// For connections to a server; `nil` accepts any certificate, for looking at it.
  ///
  /// Refuses a file of authorities that cannot be read, and a certificate of our own that cannot be
  /// used.
  init(verification: PeerVerification?, identity: ClientIdentity? = nil) throws {
    context = try Self.make(TLS_client_method())
    if let identity {
      try useIdentity(identity.certificateChainFile, identity.privateKeyFile)
    }
    ERR_clear_error()
    switch verification {
    case .trustStore:
      SSL_CTX_set_default_verify_paths(context)
      SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
    case .authorities(let file):
      guard SSL_CTX_load_verify_locations(context, file, nil) == 1 else {
        throw TLSConfigurationError.authorities(file: file, reason: OpenSSL.errors())
      }
      SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
    case .pinned, nil:
      SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nil)
    }
    OpenSSL.h2Protocols.withUnsafeBufferPointer {
      _ = SSL_CTX_set_alpn_protos(context, $0.baseAddress, UInt32($0.count))
    }
  }

  deinit {
    SSL_CTX_free(context)
  }

  private func useIdentity(_ certificateChainFile: String, _ privateKeyFile: String) throws {
    ERR_clear_error()
    guard SSL_CTX_use_certificate_chain_file(context, certificateChainFile) == 1 else {
      throw TLSConfigurationError.certificate(
        file: certificateChainFile, reason: OpenSSL.errors())
    }
    guard SSL_CTX_use_PrivateKey_file(context, privateKeyFile, SSL_FILETYPE_PEM) == 1 else {
      throw TLSConfigurationError.privateKey(file: privateKeyFile, reason: OpenSSL.errors())
    }
    guard SSL_CTX_check_private_key(context) == 1 else {
      throw TLSConfigurationError.keyMismatch(
        certificate: certificateChainFile, key: privateKeyFile)
    }
  }

  private func verify(_ clients: ClientVerification) throws {
    guard let file = clients.authoritiesFile else { return }
    ERR_clear_error()
    guard SSL_CTX_load_verify_locations(context, file, nil) == 1 else {
      throw TLSConfigurationError.authorities(file: file, reason: OpenSSL.errors())
    }
    SSL_CTX_set_client_CA_list(context, SSL_load_client_CA_file(file))
    var mode = SSL_VERIFY_PEER
    if case .required = clients { mode |= SSL_VERIFY_FAIL_IF_NO_PEER_CERT }
    SSL_CTX_set_verify(context, mode, nil)
    // Without a name of our own, OpenSSL refuses to resume sessions of verified clients.
    let name = Array("grpc".utf8)
    SSL_CTX_set_session_id_context(context, name, UInt32(name.count))
  }

  /// The server's end of a connection.
  func accept(descriptor: Int32) -> TLSConnection? {
    guard let ssl = SSL_new(context) else { return nil }
    SSL_set_fd(ssl, descriptor)
    SSL_set_accept_state(ssl)
    return TLSConnection(ssl: ssl)
  }

  /// The client's end of a connection to a server of the given name, which its certificate must bear
  /// unless it is pinned.
  func connect(descriptor: Int32, serverName: String) -> TLSConnection? {
    guard let ssl = SSL_new(context) else { return nil }
    SSL_set_fd(ssl, descriptor)
    SSL_set_connect_state(ssl)
    if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), serverName) != 1 {
      ERR_clear_error()
      SSL_set1_host(ssl, serverName)
      var name = Array(serverName.utf8CString)
      SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), &name)
    }
    return TLSConnection(ssl: ssl)
  }

  private static func make(_ method: OpaquePointer?) throws -> OpaquePointer {
    guard let context = SSL_CTX_new(method) else {
      throw TLSConfigurationError.library(reason: OpenSSL.errors())
    }
    SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, OpenSSL.tls12, nil)
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20")
    SSL_CTX_set_options(
      context,
      OpenSSL.noCompression | OpenSSL.cipherServerPreference | OpenSSL.noRenegotiation)
    SSL_CTX_ctrl(context, SSL_CTRL_MODE, OpenSSL.modes, nil)
    SSL_CTX_ctrl(context, SSL_CTRL_SET_READ_AHEAD, 1, nil)
    return context
  }

  /// Picks `h2` from the client's list; without it the handshake ends with an alert.
  private static func select(
    _ offered: UnsafePointer<UInt8>?, _ offeredLength: UInt32,
    _ chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ length: UnsafeMutablePointer<UInt8>?
  ) -> Int32 {
    let list = UnsafeBufferPointer(start: offered, count: Int(offeredLength))
    var index = 0
    while index < list.count {
      let size = Int(list[index])
      let name = list.dropFirst(index + 1).prefix(size)
      if name.elementsEqual(OpenSSL.h2Protocols.dropFirst()) {
        chosen?.pointee = offered.map { $0 + index + 1 }
        length?.pointee = UInt8(size)
        return SSL_TLSEXT_ERR_OK
      }
      index += 1 + size
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL
  }
}
