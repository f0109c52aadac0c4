import Foundation
import OpenSSLKit
package import ParleyDomain

/// The keys of open biddings: a file of 32 random bytes for each, beside the database and never in
/// it, readable by the owner alone.
///
/// Without its key a sealed bid is noise, so a copy of the database tells nothing of what was bid.
/// When the bidding is over the file is overwritten and removed, and from then on nobody can tell,
/// this server included. What a file system or a copy of the directory has kept of the file is beyond
/// its reach.
package final class BidKeys: Sendable {
  private let path: String

  package init(_ directory: DataDirectory) {
    path = directory.path + "/keys/bids"
  }

  /// The key of a bidding that is open; nil where there is none, or no whole one.
  package func key(of dispute: DisputeID, bidding: Int) -> [UInt8]? {
    guard let file = file(dispute, bidding),
      let bytes = try? FileSystem.readAll(file, max: AESGCMBox.keyByteCount + 1),
      bytes.count == AESGCMBox.keyByteCount
    else { return nil }
    return bytes
  }

  /// Makes the key of a bidding that is about to open; it is on disk when this returns. One that is
  /// there already, of an attempt that was cut off, stays.
  func make(for dispute: DisputeID, bidding: Int) throws {
    guard let file = file(dispute, bidding) else {
      throw JournalFault.decisionMalformed(reason: "the dispute's id is not a plain name")
    }
    guard key(of: dispute, bidding: bidding) == nil else { return }
    try FileSystem.makeDirectory(path)
    try FileSystem.write(
      try RandomBytes.make(AESGCMBox.keyByteCount), to: file, mode: 0o600)
    try FileSystem.sync(directory: path)
  }

  /// Destroys the key of a bidding that is over. A repeat does nothing.
  func destroy(_ key: BidKeyName) throws {
    guard let file = file(key.dispute, key.bidding), FileSystem.exists(file) else { return }
    let open = Glibc.open(file, O_WRONLY | O_CLOEXEC)
    guard open >= 0 else { throw FileSystem.failure("open") }
    defer { FileSystem.close(open) }
    try FileSystem.write(
      [UInt8](repeating: 0, count: AESGCMBox.keyByteCount), to: open, at: 0)
    guard fsync(open) == 0 else { throw FileSystem.failure("fsync") }
    guard unlink(file) == 0 else { throw FileSystem.failure("unlink") }
    try FileSystem.sync(directory: path)
  }

  /// The biddings there is a key of, in no order.
  func all() throws -> [BidKeyName] {
    guard FileSystem.exists(path) else { return [] }
    return try FileSystem.names(in: path).compactMap { name in
      let parts = name.split(separator: ".")
      guard parts.count == 3, parts[2] == "key", let bidding = Int(parts[1]) else { return nil }
      return BidKeyName(dispute: DisputeID(String(parts[0])), bidding: bidding)
    }
  }

  private func file(_ dispute: DisputeID, _ bidding: Int) -> String? {
    FileSystem.isPlainName(dispute.text) ? "\(path)/\(dispute.text).\(bidding).key" : nil
  }
}

/// Which bidding a key is of.
struct BidKeyName: Hashable, Sendable {
  let dispute: DisputeID
  let bidding: Int
}
