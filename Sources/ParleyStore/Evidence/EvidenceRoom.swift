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
  /// Files that are in their place while the entry that names them is being written: how many times.
  private let beingFiled = Mutex<[String: Int]>([:])
  /// What was declared for every upload that is not finished, read from the markers at the start.
  private let unfinished: Mutex<[String: UploadDeclaration]>

  init(_ directory: DataDirectory) throws {
    self.directory = directory
    var found: [String: UploadDeclaration] = [:]
    for name in try FileSystem.names(in: directory.incomingPath) where name.hasSuffix(".upload") {
      let id = String(name.dropLast(".upload".count))
      // One that cannot be read is removed by the sweep.
      let bytes = try FileSystem.readAll(directory.incomingPath + "/" + name, max: 65_536)
      found[id] = try? UploadMarker(encoded: bytes).declaration()
    }
    unfinished = Mutex(found)
  }

  /// Where files lie that are on their way and have no name yet.
  package var folder: String { directory.incomingPath }

  /// Begins an upload and leaves its marker. Where one under the same id was begun that declares the
  /// same, it goes on as it stands, also after a restart; one that declares something else gives way.
  /// Without an id it gets one of its own. Throws ``UploadFault/notOpen`` while somebody else is
  /// writing it.
  package func begin(
    _ declaration: UploadDeclaration, id wanted: String? = nil
  ) throws -> IncomingUpload {
    guard declaration.byteCount >= 0 else {
      throw UploadFault.wrongSize(declared: declaration.byteCount, received: 0)
    }
    _ = try directory.evidencePath(declaration.dispute, declaration.compartment)
    let id = try wanted ?? Hex.encode(RandomBytes.make(16))
    if let there = unfinished.withLock({ $0[id] }), FileSystem.exists(partPath(id)) {
      let upload = try claim(id, there)
      if there.isOfSameFile(as: declaration) { return upload }
      upload.abandon()
    }
    let marker = try UploadMarker(declaration).encoded()
    try FileSystem.makingRoom {
      try FileSystem.write(marker, to: markerPath(id), mode: 0o600)
      try FileSystem.write([], to: partPath(id), mode: 0o600)
      try FileSystem.sync(directory: directory.incomingPath)
    }
    unfinished.withLock { $0[id] = declaration }
    return try claim(id, declaration)
  }

  /// What was declared for every upload that is not finished, by its id.
  package var unfinishedUploads: [String: UploadDeclaration] { unfinished.withLock { $0 } }

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
    unfinished.withLock { $0[id] = nil }
  }

  /// Puts the synced part in its place and makes its name durable, and only then drops the marker.
  func store(_ id: String, as declaration: UploadDeclaration) throws {
    let root = directory.path + "/evidence"
    let folder = try directory.evidencePath(declaration.dispute, declaration.compartment)
    let above = root + "/" + declaration.dispute.text
    try FileSystem.makeDirectory(above)
    try FileSystem.makeDirectory(folder)
    let place = folder + "/" + declaration.hash.hex
    beingFiled.withLock { $0[place, default: 0] += 1 }
    guard rename(partPath(id), place) == 0 else {
      endFiling(place)
      throw FileSystem.failure("rename")
    }
    for path in [folder, above, root] { try FileSystem.sync(directory: path) }
    unlink(markerPath(id))
    unfinished.withLock { $0[id] = nil }
  }

  /// The entry that names a file is written, or never will be.
  func endFiling(_ declaration: UploadDeclaration) {
    guard let place = try? place(of: declaration) else { return }
    endFiling(place)
  }

  /// Removes a file that no entry came to name, unless somebody else is about to file the same bytes.
  /// To be called where no entry can be written meanwhile.
  func removeUnnamed(_ declaration: UploadDeclaration) throws {
    let place = try place(of: declaration)
    beingFiled.withLock { if $0[place] == nil { unlink(place) } }
  }

  private func place(of declaration: UploadDeclaration) throws -> String {
    try directory.evidencePath(declaration.dispute, declaration.compartment) + "/"
      + declaration.hash.hex
  }

  private func endFiling(_ place: String) {
    beingFiled.withLock { beingFiled in
      let left = (beingFiled[place] ?? 0) - 1
      beingFiled[place] = left > 0 ? left : nil
    }
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
