import Foundation
import OpenSSLKit
import ParleyDomain
import Synchronization

/// An upload on its way. It is released, not abandoned, when the value goes away: it can be taken
/// up again under its id.
package final class IncomingUpload: Sendable {
  private struct State {
    var size: Int64
    var synced: Int64
    /// Nil once finished or abandoned.
    var hasher: Hashing?
  }

  /// The hasher, which is not safe to share, and so never leaves the lock.
  private struct Hashing: @unchecked Sendable {
    let hasher: SHA256Hasher
  }

  package let id: String
  package let declaration: UploadDeclaration
  private let room: EvidenceRoom
  private let descriptor: Int32
  private let state: Mutex<State>

  /// Reads what is there already, to hash it.
  init(id: String, declaration: UploadDeclaration, room: EvidenceRoom) throws {
    let file = Glibc.open(room.partPath(id), O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw FileSystem.failure("open") }
    do {
      let hasher = SHA256Hasher()
      var size: Int64 = 0
      while true {
        let piece = try FileSystem.read(file, at: size, count: Limits.chunkBytesMax)
        if piece.isEmpty { break }
        hasher.update(piece)
        size += Int64(piece.count)
      }
      guard fsync(file) == 0 else { throw FileSystem.failure("fsync") }
      state = Mutex(State(size: size, synced: size, hasher: Hashing(hasher: hasher)))
    } catch {
      FileSystem.close(file)
      throw error
    }
    self.id = id
    self.declaration = declaration
    self.room = room
    descriptor = file
  }

  deinit {
    FileSystem.close(descriptor)
    room.release(id)
  }

  /// Whether it can still be written to: not finished, not given up.
  package var isOpen: Bool { state.withLock { $0.hasher != nil } }

  /// How many bytes are safe on disk. Never decreases, not even over a crash.
  package func committed() throws -> Int64 {
    try state.withLock { state in
      try sync(&state)
      return state.synced
    }
  }

  /// Takes a piece that starts at `offset`, which must be where the upload stands. A refused piece
  /// changes nothing.
  package func write(_ bytes: [UInt8], at offset: Int64) throws {
    try state.withLock { state in
      guard let hashing = state.hasher else { throw UploadFault.notOpen }
      guard offset == state.size else { throw UploadFault.wrongOffset(expected: state.size) }
      let (end, overflow) = offset.addingReportingOverflow(Int64(bytes.count))
      guard !overflow, end <= declaration.byteCount else {
        throw UploadFault.wrongSize(declared: declaration.byteCount, received: end)
      }
      try FileSystem.makingRoom { try FileSystem.write(bytes, to: descriptor, at: offset) }
      hashing.hasher.update(bytes)
      state.size = end
      if state.size - state.synced >= Limits.uploadSyncBytes { try sync(&state) }
    }
  }

  /// Checks size and hash, and puts the file in its place, durably: only then may an entry name it.
  /// Bytes stored before under the same hash are the same bytes, so nothing is kept twice. To be
  /// followed by ``Journal/endFiling(_:isNamed:)``.
  ///
  /// Throws ``UploadFault/wrongSize(declared:received:)`` when bytes are missing, and the upload
  /// goes on; ``UploadFault/wrongHash`` when they are others, and nothing of it is left.
  package func finish() throws {
    try state.withLock { state in
      guard let hashing = state.hasher else { throw UploadFault.notOpen }
      guard state.size == declaration.byteCount else {
        throw UploadFault.wrongSize(declared: declaration.byteCount, received: state.size)
      }
      try sync(&state)
      state.hasher = nil
      guard hashing.hasher.finish().hex == declaration.hash.hex else {
        room.remove(id)
        throw UploadFault.wrongHash
      }
      try room.store(id, as: declaration)
    }
  }

  /// Begins anew: what was sent is given up, what was declared stays.
  package func restart() throws {
    try state.withLock { state in
      guard state.hasher != nil else { throw UploadFault.notOpen }
      guard ftruncate(descriptor, 0) == 0 else { throw FileSystem.failure("ftruncate") }
      state = State(size: 0, synced: 0, hasher: Hashing(hasher: SHA256Hasher()))
    }
  }

  /// Gives the upload up and removes what was sent.
  package func abandon() {
    state.withLock { state in
      guard state.hasher != nil else { return }
      state.hasher = nil
      room.remove(id)
    }
  }

  private func sync(_ state: inout State) throws {
    guard state.synced < state.size else { return }
    do {
      try FileSystem.makingRoom {
        guard fsync(descriptor) == 0 else { throw FileSystem.failure("fsync") }
      }
    } catch {
      // The kernel may call the lost pages clean now, so that a second try would lie: it is over.
      state.hasher = nil
      room.remove(id)
      throw error
    }
    state.synced = state.size
  }
}
