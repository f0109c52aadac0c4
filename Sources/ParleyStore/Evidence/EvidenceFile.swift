/// A stored file, open for reading.
package final class EvidenceFile: Sendable {
  package let byteCount: Int64
  private let descriptor: Int32

  init(descriptor: Int32, byteCount: Int64) {
    self.descriptor = descriptor
    self.byteCount = byteCount
  }

  deinit { FileSystem.close(descriptor) }

  /// Lends the open file to somebody who reads it in a process of its own; it is there until then.
  package func lend<Value>(_ body: (Int32) async throws -> Value) async throws -> Value {
    try await body(descriptor)
  }

  /// Up to `count` bytes from `offset`, at most ``Limits/chunkBytesMax``; empty at the end.
  package func read(at offset: Int64, count: Int) throws -> [UInt8] {
    guard offset >= 0, offset < byteCount, count > 0 else { return [] }
    return try FileSystem.read(descriptor, at: offset, count: min(count, Limits.chunkBytesMax))
  }
}
