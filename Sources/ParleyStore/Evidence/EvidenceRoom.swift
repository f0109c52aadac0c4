import Foundation
import OpenSSLKit
package import ParleyDomain
import Synchronization

/// The files of evidence. A file lies under its dispute, compartment and SHA-256; the same bytes
/// are one file inside a compartment and never shared beyond it.
package final class EvidenceRoom: Sendable {
  let directory: DataDirectory
  /// Uploads that somebody is writing in this process, so that two do not write one.
  private let open = Mutex<Set<String>>([])

  init(_ directory: DataDirectory) {
    self.directory = directory
  }

  /// Where files lie that are on their way and have no name yet.
  package var folder: String { directory.incomingPath }

  /// Begins an upload and leaves its marker. Refuses a size above ``Limits/evidenceBytesMax``.
  package func begin(_ declaration: UploadDeclaration) throws -> IncomingUpload {
    guard declaration.byteCount <= Limits.evidenceBytesMax else {
      throw UploadFault.tooLarge(maximum: Limits.evidenceBytesMax)
    }
    guard declaration.byteCount >= 0 else {
      throw UploadFault.wrongSize(declared: declaration.byteCount, received: 0)
    }
    _ = try directory.evidencePath(declaration.dispute, declaration.compartment)
    let id = Hex.encode(try RandomBytes.make(16))
    let marker = try UploadMarker(declaration).encoded()
    try FileSystem.write(marker, to: markerPath(id), mode: 0o600)
    try FileSystem.write([], to: partPath(id), mode: 0o600)
    try FileSystem.sync(directory: directory.incomingPath)
    return try claim(id, declaration)
  }

  /// Takes up an upload where it stands; nil when there is none under this id. Throws
  /// ``UploadFault/notOpen`` while somebody else is writing it.
  package func resume(_ id: String) throws -> IncomingUpload? {
    guard FileSystem.isPlainName(id), FileSystem.exists(markerPath(id)) else { return nil }
    return try claim(id, try marker(id).declaration())
  }

  /// What was declared for an upload, and how many bytes of it are safe; nil when there is none.
  /// Asks nothing of whoever is writing it.
  package func standing(
    of id: String
  ) throws -> (declaration: UploadDeclaration, committed: Int64)? {
    guard FileSystem.isPlainName(id), FileSystem.exists(markerPath(id)) else { return nil }
    let part = partPath(id)
    guard FileSystem.size(part) != nil else { return nil }
    // Read before it is synced: what came later is not promised.
    let size = FileSystem.size(part) ?? 0
    try FileSystem.sync(file: part)
    return (try marker(id).declaration(), size)
  }

  /// Whether the bytes are stored: in this compartment of this dispute, under this hash.
  package func holds(
    _ dispute: DisputeID, _ compartment: Compartment, _ hash: DocumentHash
  ) -> Bool {
    size(dispute, compartment, hash) != nil
  }

  /// Opens a stored file for reading; nil when it is not there.
  package func open(
    _ dispute: DisputeID, _ compartment: Compartment, _ hash: DocumentHash
  ) throws -> EvidenceFile? {
    let path = try directory.evidencePath(dispute, compartment) + "/" + hash.hex
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if file < 0, errno == ENOENT { return nil }
    guard file >= 0 else { throw FileSystem.failure("open") }
    return EvidenceFile(descriptor: file, byteCount: FileSystem.size(path) ?? 0)
  }

  /// Removes uploads that were begun before this moment and never finished, and parts without a
  /// marker; answers how many uploads.
  package func sweep(begunBefore: Instant) throws -> Int {
    let names = try FileSystem.names(in: directory.incomingPath)
    var removed = 0
    for name in names where !name.hasSuffix(".erasure") {
      let id = String(name.prefix { $0 != "." })
      if name.hasSuffix(".upload") {
        let begun = (try? marker(id).declaration().begunAt) ?? Instant(milliseconds: .min)
        guard begun < begunBefore, !open.withLock({ $0.contains(id) }) else { continue }
        remove(id)
        removed += 1
      } else if !FileSystem.exists(markerPath(id)) {
        unlink(directory.incomingPath + "/" + name)
      }
    }
    return removed
  }

  func size(_ dispute: DisputeID, _ compartment: Compartment, _ hash: DocumentHash) -> Int64? {
    guard let folder = try? directory.evidencePath(dispute, compartment) else { return nil }
    return FileSystem.size(folder + "/" + hash.hex)
  }

  func release(_ id: String) {
    open.withLock { _ = $0.remove(id) }
  }

  /// The marker goes last: a part without one is swept, a marker without its part is not an upload.
  func remove(_ id: String) {
    unlink(partPath(id))
    unlink(markerPath(id))
  }

  /// Puts the synced part in its place and makes its name durable, and only then drops the marker.
  func store(_ id: String, as declaration: UploadDeclaration) throws {
    let root = directory.path + "/evidence"
    let folder = try directory.evidencePath(declaration.dispute, declaration.compartment)
    let above = root + "/" + declaration.dispute.text
    try FileSystem.makeDirectory(above)
    try FileSystem.makeDirectory(folder)
    guard rename(partPath(id), folder + "/" + declaration.hash.hex) == 0 else {
      throw FileSystem.failure("rename")
    }
    for path in [folder, above, root] { try FileSystem.sync(directory: path) }
    unlink(markerPath(id))
  }

  func partPath(_ id: String) -> String { directory.incomingPath + "/" + id + ".part" }

  private func markerPath(_ id: String) -> String { directory.incomingPath + "/" + id + ".upload" }

  private func marker(_ id: String) throws -> UploadMarker {
    try UploadMarker(encoded: FileSystem.readAll(markerPath(id), max: 65_536))
  }

  private func claim(_ id: String, _ declaration: UploadDeclaration) throws -> IncomingUpload {
    guard open.withLock({ $0.insert(id).inserted }) else { throw UploadFault.notOpen }
    do {
      return try IncomingUpload(id: id, declaration: declaration, room: self)
    } catch {
      release(id)
      throw error
    }
  }
}
