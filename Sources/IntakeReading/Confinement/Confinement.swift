import CSeccomp
import Glibc

/// Takes from the process everything it does not need, before it reads a byte of the file. Nothing
/// can be given back. A step that the platform refuses ends the process: it does not read unconfined.
package enum Confinement {
  /// Afterwards the process can read and write what is open, use memory and end. It cannot open,
  /// create, connect, start or signal anything; a try kills it, except for those look-ups that
  /// libraries make and can do without.
  package static func begin() throws {
    guard alarm(Limits.lifeSecondsMax) == 0 else { throw refusal("life time") }
    guard LetterInReserve.startClock() else { throw refusal("reading time") }
    try limit(RLIMIT_CORE, 0, "core files")
    try limit(RLIMIT_CPU, Limits.processorSecondsMax, "processor time")
    try limit(RLIMIT_AS, Limits.addressSpaceBytesMax, "memory")
    try limit(RLIMIT_FSIZE, Limits.spoolBytesMax, "file size")
    try limit(__RLIMIT_NPROC, 0, "processes")
    try limit(RLIMIT_NOFILE, 0, "open files")
    try filterCalls()
  }

  private static func limit(
    _ resource: __rlimit_resource, _ value: UInt64, _ name: String
  ) throws {
    var both = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    guard setrlimit(__rlimit_resource_t(resource.rawValue), &both) == 0 else {
      throw refusal("the limit of \(name)")
    }
  }

  // MARK: System calls

  private static let allowed = [
    "read", "pread64", "readv", "write", "pwrite64", "writev", "lseek", "fstat", "close",
    "fadvise64", "munmap", "mremap", "brk", "madvise", "futex", "clock_gettime", "clock_getres",
    "gettimeofday", "time", "getrandom", "rt_sigreturn", "rt_sigprocmask", "rt_sigaction",
    "sigaltstack", "sched_yield", "restart_syscall", "getpid", "gettid", "exit", "exit_group",
  ]

  /// Look-ups that libraries try and can do without: they are answered that it is not permitted.
  private static let refused = [
    "open", "openat", "stat", "lstat", "access", "faccessat", "faccessat2", "readlink",
    "readlinkat", "getcwd", "uname", "sysinfo", "sched_getaffinity", "prlimit64", "getrlimit",
    "ioctl", "getuid", "geteuid", "getgid", "getegid", "statx",
  ]

  /// `SCMP_ACT_ERRNO(EACCES)`, which is a macro with an argument and so not visible here.
  private static let notPermitted: UInt32 = 0x0005_0000 | UInt32(EACCES)

  /// `AT_EMPTY_PATH` of fcntl.h, visible only to GNU programs: the open file itself is meant.
  private static let ofOpenFile: scmp_datum_t = 0x1000

  private static func filterCalls() throws {
    guard let filter = seccomp_init(SCMP_ACT_KILL_PROCESS) else { throw refusal("system calls") }
    defer { seccomp_release(filter) }
    for name in allowed { try add(filter, SCMP_ACT_ALLOW, name, []) }
    for name in refused { try add(filter, notPermitted, name, []) }
    // Memory, but none that could be run.
    let isNotCode = scmp_arg_cmp(
      arg: 2, op: SCMP_CMP_MASKED_EQ, datum_a: scmp_datum_t(PROT_EXEC), datum_b: 0)
    for name in ["mmap", "mprotect"] { try add(filter, SCMP_ACT_ALLOW, name, [isNotCode]) }
    // The size of an open file; a look at any other is refused.
    let ofDescriptor = scmp_arg_cmp(
      arg: 3, op: SCMP_CMP_MASKED_EQ, datum_a: ofOpenFile,
      datum_b: ofOpenFile)
    try add(filter, SCMP_ACT_ALLOW, "newfstatat", [ofDescriptor])
    let ofPath = scmp_arg_cmp(
      arg: 3, op: SCMP_CMP_MASKED_EQ, datum_a: ofOpenFile, datum_b: 0)
    try add(filter, notPermitted, "newfstatat", [ofPath])
    // For what an open file was opened; nothing about it is changed.
    let asksForWhat = scmp_arg_cmp(
      arg: 1, op: SCMP_CMP_EQ, datum_a: scmp_datum_t(F_GETFL), datum_b: 0)
    try add(filter, SCMP_ACT_ALLOW, "fcntl", [asksForWhat])
    let asksOther = scmp_arg_cmp(
      arg: 1, op: SCMP_CMP_NE, datum_a: scmp_datum_t(F_GETFL), datum_b: 0)
    try add(filter, notPermitted, "fcntl", [asksOther])
    // To break itself off, as libraries do that run out of memory; no other process, no other signal.
    let toItself = scmp_arg_cmp(
      arg: 0, op: SCMP_CMP_EQ, datum_a: scmp_datum_t(getpid()), datum_b: 0)
    let brokenOff = scmp_arg_cmp(
      arg: 2, op: SCMP_CMP_EQ, datum_a: scmp_datum_t(SIGABRT), datum_b: 0)
    try add(filter, SCMP_ACT_ALLOW, "tgkill", [toItself, brokenOff])
    // Sets no_new_privs first, and fails where that cannot be set.
    guard seccomp_load(filter) == 0 else { throw refusal("system calls") }
  }

  private static func add(
    _ filter: scmp_filter_ctx, _ action: UInt32, _ name: String, _ arguments: [scmp_arg_cmp]
  ) throws {
    let call = seccomp_syscall_resolve_name(name)
    // A call that this machine does not have at all needs no rule.
    guard call >= 0 else { return }
    guard
      seccomp_rule_add_array(filter, action, call, UInt32(arguments.count), arguments) == 0
    else { throw refusal("the system call \(name)") }
  }

  private static func refusal(_ step: String) -> IntakeRefusal {
    IntakeRefusal(
      .notConfined,
      "This platform does not let the reading be confined (\(step)); nothing was read.")
  }
}
