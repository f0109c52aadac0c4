import Foundation

/// An exclusive lock on a file, held as long as the value lives. The kernel releases it when the
/// process ends, however it ends.
final class DirectoryLock: Sendable {
  private let descriptor: Int32

  init(path: String) throws {
    descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw JournalFault.notADirectory(reason: "the lock cannot be opened (errno \(errno))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw JournalFault.directoryInUse
    }
  }

  deinit {
    // Let go by itself: between its start and its own program a child process still holds a copy of
    // every descriptor, and closing this one would leave the lock with the copy for that moment.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
