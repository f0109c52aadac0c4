import Glibc

/// What a measurement says while it goes on.
enum Progress {
  /// A line at once, also into a file: who waits half an hour sees how far it is.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }
}
