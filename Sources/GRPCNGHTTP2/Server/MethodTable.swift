import GRPCCore
import Glibc

/// The registered methods by their HTTP path. Looked up by the path's bytes, so that a known method
/// costs no string.
struct MethodTable: Sendable {
  private struct Entry: Sendable {
    var path: [UInt8]
    var method: ServerMethod
  }

  /// Open addressing; the count is a power of two and at least twice that of the methods.
  private var slots: [Entry?] = [nil]

  /// - Parameters:
  ///   - descriptors: what GRPCCore has handlers for.
  ///   - fast: what is answered on the loop; wins over a handler of the same method.
  init(_ descriptors: [MethodDescriptor] = [], fast: [FastMethod] = []) {
    var methods: [String: ServerMethod] = [:]
    for descriptor in descriptors { methods[Self.path(descriptor)] = ServerMethod(descriptor) }
    for entry in fast {
      let path = Self.path(entry.descriptor)
      let descriptor = methods[path]?.descriptor ?? entry.descriptor
      methods[path] = ServerMethod(descriptor, answer: entry.body)
    }
    var size = 2
    while size < methods.count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for (path, method) in methods {
      let entry = Entry(path: Array(path.utf8), method: method)
      var index = entry.path.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
      while slots[index] != nil { index = (index + 1) & (size - 1) }
      slots[index] = entry
    }
  }

  /// The method a path names, registered or not (GRPCCore answers for those it does not know);
  /// `nil` when the path is not of the form `/service/method`.
  func method(path: UnsafeBufferPointer<UInt8>) -> ServerMethod? {
    let mask = slots.count - 1
    var index = Self.hash(path) & mask
    while let entry = slots[index] {
      if Self.equals(entry.path, path) { return entry.method }
      index = (index + 1) & mask
    }
    return Self.unregistered(path)
  }

  private static func path(_ descriptor: MethodDescriptor) -> String {
    "/\(descriptor.service.fullyQualifiedService)/\(descriptor.method)"
  }

  private static func unregistered(_ path: UnsafeBufferPointer<UInt8>) -> ServerMethod? {
    guard path.first == UInt8(ascii: "/"),
      let slash = path.dropFirst().lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let service = path[1..<slash]
    let method = path[(slash + 1)...]
    guard !service.isEmpty, !method.isEmpty else { return nil }
    return ServerMethod(
      MethodDescriptor(
        fullyQualifiedService: String(decoding: service, as: UTF8.self),
        method: String(decoding: method, as: UTF8.self)))
  }

  /// FNV-1a. The paths in the table are the server's own, so nobody gains by a collision.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash >> 1)
  }

  private static func equals(_ known: [UInt8], _ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard known.count == path.count, let base = path.baseAddress else { return false }
    return known.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memcmp($0, base, path.count) == 0 } ?? false
    }
  }
}
