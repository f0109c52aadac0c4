import GRPCCore
import OpenSSLKit
import GRPCProtobuf
import ParleyWire
import SwiftProtobuf
import Synchronization
import Testing

@testable import ParleyClient

/// The connection against a real server on loopback.
@Suite struct ServiceConnectionTests {
  @Test func asksWithItsTokenAndReadsTheAnswer() async throws {
    let server = LoopbackServer()
    var dispute = Parley_V1_Dispute()
    dispute.name = "disputes/7k3qm2xw"
    dispute.stage = .mediation
    let reply: [UInt8] = try dispute.serializedBytes()
    try await server.serve([.getDispute: { _ in [reply] }]) { connection in
      let value = try await connection.call(
        .getDispute, .fields(["name": .text("disputes/7k3qm2xw")]))
      #expect(value.text("stage") == "STAGE_MEDIATION")
    }
    let arrival = try #require(server.arrived.first)
    #expect(arrival.authorization == "Bearer secret")
    let asked = try Parley_V1_GetDisputeRequest(serializedBytes: arrival.messages[0])
    #expect(asked.name == "disputes/7k3qm2xw")
  }

  @Test func sendsTheSameBytesAgainWhereItWasNotServed() async throws {
    let server = LoopbackServer()
    let tries = Mutex(0)
    try await server.serve([
      .addNote: { _ in
        let number = tries.withLock { tries in
          tries += 1
          return tries
        }
        guard number > 2 else { throw RPCError(code: .unavailable, message: "not now") }
        return [[]]
      }
    ]) { connection in
      let request = PlainValue.fields(["requestId": .text("r1"), "text": .text("x")])
      _ = try await connection.call(.addNote, request)
    }
    #expect(server.arrived.count == 3)
    #expect(Set(server.arrived.map(\.messages)).count == 1)
  }

  @Test func aRefusalIsNotTriedAgain() async throws {
    let server = LoopbackServer()
    let status = GoogleRPCStatus(
      code: .failedPrecondition, message: "The grace period runs.",
      details: .errorInfo(reason: "GRACE_RUNNING", domain: "parley", metadata: [:]))
    try await server.serve([.requestDefault: { _ in throw status }]) { connection in
      let refusal = await #expect(throws: ServiceRefusal.self) {
        try await connection.call(.requestDefault, .fields([:]))
      }
      #expect(refusal?.code == .failedPrecondition)
      #expect(refusal?.reason == "GRACE_RUNNING")
    }
    #expect(server.arrived.count == 1)
  }

  @Test func anUploadIsCutIntoCheckedPieces() async throws {
    let scratch = try Scratch()
    let bytes = (0..<(ExhibitUpload.chunkBytes + 1000)).map { UInt8(truncatingIfNeeded: $0) }
    try PrivateFile("\(scratch.path)/a.pdf").write(bytes)
    let file = try SourceFile(path: "\(scratch.path)/a.pdf")
    let server = LoopbackServer()
    let shown = Mutex<[Int64]>([])
    try await server.serve([.uploadExhibit: { _ in [[]] }]) { connection in
      let upload = ExhibitUpload(
        spec: .fields(["sha256": .text(file.sha256)]), file: file
      ) { bytes in shown.withLock { $0.append(bytes) } }
      _ = try await connection.upload(upload)
      let rest = ExhibitUpload(
        spec: .fields(["sha256": .text(file.sha256)]), file: file, offset: 1000)
      _ = try await connection.upload(rest)
    }
    let uploads = try server.arrived.map { arrival in
      try arrival.messages.map { try Parley_V1_UploadExhibitRequest(serializedBytes: $0) }
    }
    #expect(uploads[0].first?.spec.sha256 == file.sha256)
    #expect(uploads[1].first?.spec.sha256 == file.sha256)
    for (upload, start) in zip(uploads, [0, 1000]) {
      let chunks = upload.dropFirst().map(\.chunk)
      #expect(chunks.flatMap { Array($0.data) } == Array(bytes[start...]))
      #expect(chunks.allSatisfy { CRC32C.checksum(Array($0.data)) == $0.crc32C })
      #expect(upload.map(\.finishWrite).last == true)
      #expect(upload.dropLast().allSatisfy { !$0.finishWrite })
    }
    #expect(shown.withLock { $0 } == [Int64(ExhibitUpload.chunkBytes), Int64(bytes.count)])
  }

  private func pieces(_ bytes: [UInt8], isDamaged: Bool = false) throws -> [[UInt8]] {
    try [(0, 2), (2, bytes.count)].map { start, end in
      var piece = Parley_V1_DownloadExhibitResponse()
      piece.readOffset = Int64(start)
      piece.data.append(contentsOf: bytes[start..<end])
      piece.crc32C = CRC32C.checksum(Array(bytes[start..<end])) ^ (isDamaged ? 1 : 0)
      return try piece.serializedBytes()
    }
  }

  @Test func aDownloadGetsItsNameOnlyWhenItIsWhole() async throws {
    let scratch = try Scratch()
    let bytes = Array("what was filed".utf8)
    try PrivateFile("\(scratch.path)/original").write(bytes)
    let hash = try SourceFile(path: "\(scratch.path)/original").sha256
    let sound = try pieces(bytes)
    let damaged = try pieces(bytes, isDamaged: true)
    let target = PrivateFile("\(scratch.path)/got.pdf")
    try await LoopbackServer().serve([.downloadExhibit: { _ in sound }]) { connection in
      let forged = ReceivedFile(path: target.path, sha256: String(repeating: "0", count: 64))
      await #expect(throws: ServiceRefusal.self) {
        try await forged.receive("disputes/x/exhibits/case-1", through: connection)
      }
      #expect(try target.read() == nil)
      let received = ReceivedFile(path: target.path, sha256: hash)
      try await received.receive("disputes/x/exhibits/case-1", through: connection)
      #expect(try target.read() == bytes)
    }
    let other = ReceivedFile(path: "\(scratch.path)/damaged.pdf", sha256: hash)
    try await LoopbackServer().serve([.downloadExhibit: { _ in damaged }]) { connection in
      await #expect(throws: ServiceRefusal.self) {
        try await other.receive("disputes/x/exhibits/case-1", through: connection)
      }
    }
    #expect(try PrivateFile(other.path).read() == nil)
  }

  @Test func aWatchStopsWhereItIsTold() async throws {
    var first = Parley_V1_WatchResponse()
    first.resumeToken = "t1"
    first.entry.title = "one"
    let messages: [[UInt8]] = try [first.serializedBytes(), first.serializedBytes()]
    let taken = Mutex<[String]>([])
    try await LoopbackServer().serve([.watch: { _ in messages }]) { connection in
      try await connection.watch(.fields(["name": .text("disputes/-")])) { message in
        taken.withLock { $0.append(message.text("entry.title")) }
        return false
      }
    }
    #expect(taken.withLock { $0 } == ["one"])
  }

  @Test func fileNamesOfOthersAreMadeHarmless() {
    #expect(ReceivedFile.safeName("../../.bashrc", fallback: "case-1") == "bashrc")
    #expect(ReceivedFile.safeName("a\u{1B}[2J.pdf", fallback: "case-1") == "a[2J.pdf")
    #expect(ReceivedFile.safeName("..", fallback: "case-1") == "case-1")
    #expect(ReceivedFile.safeName("-rf", fallback: "case-1") == "rf")
  }
}
