import Foundation
import ParleyDomain

/// A declaration as it is kept beside the bytes of an upload. Ids, hashes and sizes only.
struct UploadMarker: Codable {
  let dispute: String
  let compartment: String
  let member: String
  let hash: String
  let byteCount: Int64
  let begunAt: Int64

  init(_ declaration: UploadDeclaration) {
    dispute = declaration.dispute.text
    compartment = declaration.compartment.code
    member = declaration.member.text
    hash = declaration.hash.hex
    byteCount = declaration.byteCount
    begunAt = declaration.begunAt.milliseconds
  }

  init(encoded bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(UploadMarker.self, from: Data(bytes))
  }

  func encoded() throws -> [UInt8] { [UInt8](try JSONEncoder().encode(self)) }

  func declaration() throws -> UploadDeclaration {
    guard let compartment = Compartment(code: compartment), let hash = DocumentHash(hex: hash)
    else { throw JournalFault.damaged(reason: "the marker of an upload cannot be read") }
    return UploadDeclaration(
      dispute: DisputeID(dispute), compartment: compartment, member: MemberID(member), hash: hash,
      byteCount: byteCount, begunAt: Instant(milliseconds: begunAt))
  }
}
