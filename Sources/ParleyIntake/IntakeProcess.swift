import Glibc

/// One run of the program. Started by hand with posix_spawn, since the contents go through a third
/// descriptor, which the packages for child processes do not hand over.
struct IntakeProcess {
  private let process: pid_t
  private let output: Int32

  /// Starts the program on an open file.
  init(program: String, task: [String], input: Int32, contents: Int32) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Self.cannotStart }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // In this order no descriptor is overwritten before it is used: those handed over are never
    // below 3, and 3 is set last.
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, contents, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // A group of its own: Ctrl-C at the server's terminal is not meant for it.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = ([program] + task).map { (text: String) in
      strdup(text)
    }
    arguments.append(nil)
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LANG=C.UTF-8"), nil]
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      for text in arguments + environment { free(text) }
      close(ends[1])
    }
    var started: pid_t = 0
    guard posix_spawn(&started, program, &actions, &attributes, arguments, &environment) == 0
    else {
      close(ends[0])
      throw Self.cannotStart
    }
    (process, output) = (started, ends[0])
  }

  /// Waits for the answer and the end of the process, which is there in any case when this returns.
  func answer() throws -> [UInt8] {
    defer { close(output) }
    let bytes: [UInt8]
    do {
      bytes = try read()
    } catch {
      // With whatever it may have started, though it cannot.
      kill(-process, SIGKILL)
      _ = wait()
      throw error
    }
    let status = wait()
    guard status & 0x7f == 0 else { throw IntakeFault.stopped(signal: status & 0x7f) }
    guard !bytes.isEmpty else { throw IntakeFault.stopped(signal: 0) }
    let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= 4, bytes.count == 4 + length else { throw IntakeFault.garbage }
    return Array(bytes.dropFirst(4))
  }

  /// What it writes until it closes its output.
  private func read() throws -> [UInt8] {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Limits.secondsMax)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let left = (end - clock.now) / .milliseconds(1)
      guard left > 0 else { throw IntakeFault.tookTooLong }
      var watched = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, Int32(left.rounded(.up)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw IntakeFault.tookTooLong }
      let count = Glibc.read(output, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw IntakeFault.garbage }
      if count == 0 { return bytes }
      bytes += piece.prefix(count)
      guard bytes.count <= 4 + Limits.answerBytesMax else { throw IntakeFault.garbage }
    }
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return 0 }
    }
    return status
  }

  private static var cannotStart: IntakeFault {
    .unavailable(sentence: "The program that reads files cannot be started here.")
  }
}
