import Glibc

/// A system call failed.
public struct SystemError: Error, CustomStringConvertible, Sendable {
  /// What was attempted, in plain words.
  public let operation: String

  /// The `errno` value.
  public let code: Int32

  init(operation: String, code: Int32) {
    self.operation = operation
    self.code = code
  }

  public var description: String {
    "cannot \(operation): \(String(cString: strerror(code)))"
  }
}
