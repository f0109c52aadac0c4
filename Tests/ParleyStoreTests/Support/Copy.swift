import Foundation

/// A copy of a directory, to be opened again: the lock of the first one is held as long as any part
/// of the test still knows its journal.
struct Copy {
  let path: String

  init(of original: String) throws {
    path = try Office.freshPath()
    try FileManager.default.copyItem(atPath: original, toPath: path)
  }
}
