import CLinux
import Glibc

/// The socket calls the transports share.
enum Socket {
  /// Ignores SIGPIPE for the process, once: OpenSSL writes with `write(2)`, which raises it when the
  /// peer is gone.
  static let ignoreBrokenPipe: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
  }()

  /// Creates a listening socket.
  ///
  /// Refuses when the address is in use, not ours, or not permitted.
  static func listen(on resolved: ResolvedAddress) throws -> Int32 {
    let family = Int32(resolved.storage.ss_family)
    let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(family, type, 0)
    guard descriptor >= 0 else { throw SystemError(operation: "create socket", code: errno) }
    set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
    if family == AF_INET6 { set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1) }
    let place = resolved.address.map { "\($0)" } ?? "address"
    let path = resolved.address?.path
    if let path { removeDeadSocket(path, resolved) }
    // Between bind and chmod nobody can connect: the socket does not listen yet.
    let isBound = resolved.withSockaddr { bind(descriptor, $0, $1) } == 0
    guard isBound, path.map({ chmod($0, 0o600) == 0 }) ?? true else {
      let code = errno
      close(descriptor)
      throw SystemError(operation: "bind \(place)", code: code)
    }
    guard Glibc.listen(descriptor, Limits.listenBacklog) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemError(operation: "listen on \(place)", code: code)
    }
    return descriptor
  }

  /// Removes the file of a unix socket on which nobody listens any more; anything else stays.
  private static func removeDeadSocket(_ path: String, _ resolved: ResolvedAddress) {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFSOCK else { return }
    let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard probe >= 0 else { return }
    defer { close(probe) }
    if resolved.withSockaddr({ Glibc.connect(probe, $0, $1) }) != 0, errno == ECONNREFUSED {
      unlink(path)
    }
  }

  /// Accepts one connection, which does not block; `nil` with `errno` set when there is none.
  static func accept(_ descriptor: Int32) -> (descriptor: Int32, remote: SocketAddress?)? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let client = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        accept4(descriptor, $0, &length, flags)
      }
    }
    return client >= 0 ? (client, SocketAddress(storage)) : nil
  }

  /// Connects to one address, blocking for at most ``Limits/connectSeconds``; the socket returned
  /// does not block.
  static func connect(to resolved: ResolvedAddress) throws -> Int32 {
    let family = Int32(resolved.storage.ss_family)
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(family, type, 0)
    guard descriptor >= 0 else { throw SystemError(operation: "create socket", code: errno) }
    var limit = timeval(tv_sec: Limits.connectSeconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    guard resolved.withSockaddr({ Glibc.connect(descriptor, $0, $1) }) == 0 else {
      let code = errno == EINPROGRESS ? ETIMEDOUT : errno
      close(descriptor)
      let place = resolved.address.map { "\($0)" } ?? "address"
      throw SystemError(operation: "connect to \(place)", code: code)
    }
    if family != AF_UNIX { setNoDelay(descriptor) }
    return descriptor
  }

  static func close(_ descriptor: Int32) {
    _ = Glibc.close(descriptor)
  }

  static func setNonBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK)
  }

  /// Sends small segments at once: the transport gathers output itself.
  static func setNoDelay(_ descriptor: Int32) {
    set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
  }

  static func localAddress(of descriptor: Int32) -> SocketAddress? {
    address { getsockname(descriptor, $0, $1) }
  }

  static func peerAddress(of descriptor: Int32) -> SocketAddress? {
    address { getpeername(descriptor, $0, $1) }
  }

  private static func address(
    _ fill: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> SocketAddress? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let code = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { fill($0, &length) }
    }
    return code == 0 ? SocketAddress(storage) : nil
  }

  private static func set(_ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: Int32) {
    var value = value
    setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
  }
}
