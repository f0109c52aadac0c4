import GRPCCore
import Testing

@testable import GRPCNGHTTP2

@Suite struct TableTests {
  private func find(_ table: MethodTable, _ path: String) -> ServerMethod? {
    Array(path.utf8).withUnsafeBufferPointer { table.method(path: $0) }
  }

  @Test func methodsAreFoundByTheirPath() {
    let known = (0..<200).map {
      MethodDescriptor(fullyQualifiedService: "a.S\($0 % 7)", method: "M\($0)", type: .unary)
    }
    let fast = FastMethod(known[5]) { _ in .deferred }
    let table = MethodTable(known, fast: [fast])
    for (index, method) in known.enumerated() {
      let found = find(table, "/\(method.service.fullyQualifiedService)/\(method.method)")
      #expect(found?.descriptor == method)
      #expect(found?.descriptor.type == .unary)
      #expect((found?.answer != nil) == (index == 5))
    }
    #expect(find(table, "/a.S1/None")?.descriptor.type == nil)
    #expect(find(table, "/a.S1/None")?.descriptor.method == "None")
    for path in ["", "/", "//", "/a", "/a/", "a/b", "*"] { #expect(find(table, path) == nil) }
    #expect(find(MethodTable(), "/a/b") != nil)
  }

  @Test(arguments: [
    ("gzip", true), ("identity,gzip", true), ("deflate, gzip ,br", true), ("gzipped", false),
    ("", false), ("gzip;q=1", false),
  ])
  func lists(text: String, hasGzip: Bool) {
    let found = Array(text.utf8).withUnsafeBufferPointer {
      HeaderText.list($0, contains: "gzip")
    }
    #expect(found == hasGzip)
  }

  @Test func rawFieldsAreFoundAndBecomeMetadata() {
    var fields = RawFields()
    for (name, value) in [("a", "1"), ("bb", "2"), ("a", "3"), ("c-bin", "AQI")] {
      Array(name.utf8).withUnsafeBufferPointer { name in
        Array(value.utf8).withUnsafeBufferPointer { fields.append(name: name, value: $0) }
      }
    }
    #expect(fields.first(named: "bb").map { String(decoding: $0, as: UTF8.self) } == "2")
    #expect(fields.first(named: "a").map { String(decoding: $0, as: UTF8.self) } == "1")
    #expect(fields.first(named: "b") == nil)
    #expect(Array(fields.metadata[stringValues: "a"]) == ["1", "3"])
    #expect(Array(fields.metadata[binaryValues: "c-bin"]) == [[1, 2]])
  }

  @Test(arguments: [1, 4, 5, 6, 100])
  func outputIsTakenInAnyPieces(size: Int) {
    var buffer = OutboundBuffer()
    var expected: [UInt8] = []
    for length in (0..<300).map({ $0 % 7 }) {
      let message = [UInt8](repeating: UInt8(length), count: length)
      buffer.append(message: message, isCompressed: length == 3)
      expected += [length == 3 ? 1 : 0, 0, 0, 0, UInt8(length)] + message
    }
    #expect(buffer.count == expected.count)
    var taken: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: size)
    while !buffer.isEmpty {
      let count = piece.withUnsafeMutableBufferPointer { target in
        target.baseAddress.map { buffer.take(into: $0, capacity: size) } ?? 0
      }
      taken += piece[..<count]
    }
    #expect(taken == expected)
  }
}
