import Foundation
import OpenSSLKit
import ParleyDomain

/// An erasure on its way: what has to be gone from the disk once its entry has committed. Ids and
/// hashes only. Its marker is written before the commit and removed when all is done, so that a start
/// after a crash finishes what was promised.
struct PendingErasure: Codable, Hashable, Sendable {
  let id: String
  let dispute: String
  let compartment: String
  /// The entry whose words go.
  let sequence: Int64
  /// The file that goes with them; nil where there is none, or another exhibit still needs it.
  let hash: String?

  init(
    dispute: DisputeID, compartment: Compartment, sequence: Int64, hash: DocumentHash?
  ) throws {
    id = Hex.encode(try RandomBytes.make(16))
    self.dispute = dispute.text
    self.compartment = compartment.code
    self.sequence = sequence
    self.hash = hash?.hex
  }
}

extension EvidenceRoom {
  private static let suffix = ".erasure"

  /// Leaves the marker of an erasure, durably.
  func announce(_ erasure: PendingErasure) throws {
    let bytes = [UInt8](try JSONEncoder().encode(erasure))
    try FileSystem.write(bytes, to: path(of: erasure), mode: 0o600)
    try FileSystem.sync(directory: directory.incomingPath)
  }

  /// The erasures whose markers are there.
  func announcedErasures() throws -> [PendingErasure] {
    try FileSystem.names(in: directory.incomingPath).filter { $0.hasSuffix(Self.suffix) }
      .sorted().map { name in
        let bytes = try FileSystem.readAll(directory.incomingPath + "/" + name, max: 65_536)
        do {
          return try JSONDecoder().decode(PendingErasure.self, from: Data(bytes))
        } catch {
          throw JournalFault.damaged(reason: "the marker of an erasure cannot be read")
        }
      }
  }

  /// Removes the file of an erasure and makes its absence durable. A repeat does nothing.
  func removeFile(of erasure: PendingErasure) throws {
    guard let hash = erasure.hash, let compartment = Compartment(code: erasure.compartment)
    else { return }
    let folder = try directory.evidencePath(DisputeID(erasure.dispute), compartment)
    guard FileSystem.exists(folder) else { return }
    guard unlink(folder + "/" + hash) == 0 || errno == ENOENT else {
      throw FileSystem.failure("unlink")
    }
    try FileSystem.sync(directory: folder)
  }

  /// Drops the marker: all is done, or nothing was promised.
  func forget(_ erasure: PendingErasure) throws {
    guard unlink(path(of: erasure)) == 0 || errno == ENOENT else {
      throw FileSystem.failure("unlink")
    }
    try FileSystem.sync(directory: directory.incomingPath)
  }

  /// Gives a stored file a second name in another compartment of the same dispute, durably: what a
  /// waiver opened is filed again there, and either name can go without the other.
  func share(
    _ dispute: DisputeID, _ hash: DocumentHash, from: Compartment, to: Compartment
  ) throws {
    let source = try directory.evidencePath(dispute, from) + "/" + hash.hex
    let folder = try directory.evidencePath(dispute, to)
    let above = directory.path + "/evidence/" + dispute.text
    try FileSystem.makeDirectory(folder)
    guard link(source, folder + "/" + hash.hex) == 0 || errno == EEXIST else {
      if errno == ENOENT { throw JournalFault.evidenceMissing }
      throw FileSystem.failure("link")
    }
    for path in [folder, above] { try FileSystem.sync(directory: path) }
  }

  private func path(of erasure: PendingErasure) -> String {
    directory.incomingPath + "/" + erasure.id + Self.suffix
  }
}
