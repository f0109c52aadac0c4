import Glibc

/// A shell command running, with a pipe to its standard input.
struct PagerProcess {
  private let process: pid_t
  private let descriptor: Int32

  /// Starts the command; nil where that cannot be done.
  init?(command: String, variables: [String: String]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // The child must not hold the writing end, or it would never see the end of its input.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // The child must not inherit that these signals are ignored here.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      close(ends[0])
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", command].map { (text: String) in
      strdup(text)
    }
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") }
    arguments.append(nil)
    environment.append(nil)
    defer { for text in arguments + environment { free(text) } }
    var started: pid_t = 0
    guard
      posix_spawn(&started, "/bin/sh", &actions, &attributes, arguments, environment) == 0
    else {
      close(ends[1])
      return nil
    }
    (process, descriptor) = (started, ends[1])
  }

  /// Writes to the command's standard input.
  func write(_ text: String) -> StandardStream.WriteOutcome {
    StandardStream.write(text, to: descriptor)
  }

  /// Ends its input, waits for it to end and answers its exit status; -1 where it had none.
  func wait() -> Int32 {
    close(descriptor)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return -1 }
    }
    let wasSignalled = status & 0x7f != 0
    return wasSignalled ? -1 : (status >> 8) & 0xff
  }
}
