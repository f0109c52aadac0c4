public import GRPCCore

/// The metadata of a request as it came: one run of bytes and where its fields end. Strings are made
/// when somebody asks for them, which a call on the fast lane need not do.
public struct RawFields: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [(name: Int32, value: Int32)] = []

  init() {}

  /// How many fields there are.
  public var count: Int { ends.count }

  /// The bytes of the first field of a name; `nil` without one. Names are lower-case.
  public func first(named name: StaticString) -> ArraySlice<UInt8>? {
    var start = 0
    for end in ends {
      let nameEnd = Int(end.name)
      let valueEnd = Int(end.value)
      if nameEnd - start == name.utf8CodeUnitCount,
        name.withUTF8Buffer({ $0.elementsEqual(bytes[start..<nameEnd]) })
      {
        return bytes[nameEnd..<valueEnd]
      }
      start = valueEnd
    }
    return nil
  }

  /// All fields as GRPCCore carries them.
  public var metadata: Metadata {
    var metadata = Metadata()
    guard !ends.isEmpty else { return metadata }
    metadata.reserveCapacity(ends.count)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      for end in ends {
        let nameEnd = Int(end.name)
        let valueEnd = Int(end.value)
        MetadataCodec.add(
          name: UnsafeBufferPointer(rebasing: buffer[start..<nameEnd]),
          value: UnsafeBufferPointer(rebasing: buffer[nameEnd..<valueEnd]), to: &metadata)
        start = valueEnd
      }
    }
    return metadata
  }

  /// Adds a field. The caller bounds the sum of their sizes.
  mutating func append(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: name)
    let nameEnd = Int32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: value)
    ends.append((nameEnd, Int32(truncatingIfNeeded: bytes.count)))
  }
}
