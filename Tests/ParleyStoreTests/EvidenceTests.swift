import Foundation
import OpenSSLKit
import ParleyDomain
import ParleyStore
import Testing

struct EvidenceTests {
  private let id = DisputeID("7k3qm2xw")
  private let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  private func declaration(
    of bytes: [UInt8], compartment: Compartment = .caseFile
  ) throws -> UploadDeclaration {
    UploadDeclaration(
      dispute: id, compartment: compartment, member: People.broker.member,
      hash: try #require(DocumentHash(hex: SHA256.hash(bytes).hex)),
      byteCount: Int64(bytes.count), begunAt: TestClock.start)
  }

  @Test func aFileIsReadAsItWasWritten() async throws {
    try await withOffice { office in
      let room = office.journal.evidence
      let declared = try declaration(of: bytes)
      let upload = try room.begin(declared)
      try upload.write(Array(bytes[..<70_000]), at: 0)
      #expect(!room.holds(id, .caseFile, declared.hash))
      try upload.write(Array(bytes[70_000...]), at: 70_000)
      try upload.finish()
      let file = try #require(try room.open(id, .caseFile, declared.hash))
      var read: [UInt8] = []
      while read.count < bytes.count {
        read += try file.read(at: Int64(read.count), count: 65_536)
      }
      #expect(read == bytes)
      #expect(!room.holds(id, .mediation, declared.hash))
    }
  }

  @Test func anUploadGoesOnWhereItStoodAfterAReopening() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    let declared = try declaration(of: bytes)
    var upload: IncomingUpload? = try office.journal.evidence.begin(declared)
    let name = try #require(upload?.id)
    try upload?.write(Array(bytes[..<70_000]), at: 0)
    #expect(try upload?.committed() == 70_000)
    #expect(throws: UploadFault.notOpen) { try office.journal.evidence.resume(name) }
    upload = nil
    await office.journal.close()
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    let second = try Office(at: copy.path)
    let room = second.journal.evidence
    #expect(try room.standing(of: name)?.committed == 70_000)
    let resumed = try #require(try room.resume(name))
    #expect(resumed.declaration == declared)
    #expect(throws: UploadFault.wrongOffset(expected: 70_000)) {
      try resumed.write([1], at: 0)
    }
    try resumed.write(Array(bytes[70_000...]), at: 70_000)
    try resumed.finish()
    #expect(room.holds(id, .caseFile, declared.hash))
    #expect(try room.resume(name) == nil)
    await second.journal.close()
  }

  @Test func otherBytesThanDeclaredLeaveNothing() async throws {
    try await withOffice { office in
      let room = office.journal.evidence
      let declared = try declaration(of: bytes)
      let upload = try room.begin(declared)
      #expect(
        throws: UploadFault.wrongSize(declared: 200_000, received: 200_001)
      ) { try upload.write(bytes + [0], at: 0) }
      try upload.write([bytes[0] ^ 1] + bytes.dropFirst(), at: 0)
      #expect(throws: UploadFault.wrongHash) { try upload.finish() }
      #expect(!room.holds(id, .caseFile, declared.hash))
      #expect(try room.resume(upload.id) == nil)
      let left = try FileManager.default.contentsOfDirectory(atPath: office.path + "/incoming")
      #expect(left.isEmpty)
    }
  }

  @Test func onlyWhatNobodyFinishesIsSwept() async throws {
    try await withOffice { office in
      let room = office.journal.evidence
      let declared = try declaration(of: bytes)
      let open = try room.begin(declared)
      let abandoned = try room.begin(declared).id
      try Data("x".utf8).write(to: URL(filePath: office.path + "/incoming/stray.part"))
      #expect(try room.sweep(begunBefore: TestClock.start) == 0)
      #expect(try room.standing(of: abandoned) != nil)
      #expect(try room.sweep(begunBefore: TestClock.start.adding(hours: 1)) == 1)
      #expect(try room.standing(of: abandoned) == nil)
      let left = try FileManager.default.contentsOfDirectory(atPath: office.path + "/incoming")
      #expect(Set(left) == ["\(open.id).part", "\(open.id).upload"])
      try open.write(bytes, at: 0)
      try open.finish()
    }
  }
}
