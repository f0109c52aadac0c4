import CLinux
import Glibc

/// What tells a file from its later versions: which file it is, its size, and when it changed.
struct FileStamp: Equatable {
  private var device: UInt = 0
  private var inode: UInt = 0
  private var size = 0
  private var seconds = 0
  private var nanoseconds = 0

  /// A file that is not there has the stamp of zeros.
  init(path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return }
    device = UInt(facts.st_dev)
    inode = UInt(facts.st_ino)
    size = Int(facts.st_size)
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
