import Glibc

/// Where answers come from.
package struct TerminalInput {
  /// The terminal whose echo is turned off for secrets.
  package let descriptor: Int32
  /// The next byte; nil at the end.
  package let readByte: () -> UInt8?

  package init(descriptor: Int32, readByte: @escaping () -> UInt8?) {
    self.descriptor = descriptor
    self.readByte = readByte
  }

  /// Standard input, one byte at a time: what comes after the answer is left to be read by others.
  package static var standard: TerminalInput {
    TerminalInput(descriptor: STDIN_FILENO) {
      var byte: UInt8 = 0
      while true {
        let count = read(STDIN_FILENO, &byte, 1)
        if count == 1 { return byte }
        if count == 0 || errno != EINTR { return nil }
      }
    }
  }
}
