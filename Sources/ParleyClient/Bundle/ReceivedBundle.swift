import EvidenceBundle
import Glibc
import OpenSSLKit

/// A bundle on its way down. Until it is whole, checked and named it lies beside its name as a part, from
/// which the same command run again goes on, as long as the server makes the same bundle: the manifest at
/// the beginning of the part says which one it is of.
package struct ReceivedBundle: Sendable {
  /// What came.
  package struct Whole: Sendable {
    /// What the server says the bundle is.
    package let bundle: PlainValue
    /// Whether a part of it was there before this command.
    package let wasBegun: Bool
    /// How often the connection broke.
    package let breaks: Int
  }

  /// Something to tell while it comes.
  package enum Progress: Sendable {
    case bytes(Int64, of: Int64)
    /// It goes on behind a part from before.
    case goesOn(at: Int64)
    /// The part from before is of another moment of the record, or no part of a bundle.
    case beginsAnew
  }

  package let path: String
  private let progress: @Sendable (Progress) -> Void

  package init(path: String, progress: @escaping @Sendable (Progress) -> Void = { _ in }) {
    self.path = path
    self.progress = progress
  }

  /// Where it lies until it has its name.
  package var partPath: String { "\(path).part" }

  /// Takes all bytes, over connections that break. A part that is of another bundle by now is thrown away
  /// where it lay there before, and the bundle begins anew; where the record goes on while this command
  /// takes it, it throws the server's refusal, with nothing left behind. Other failures leave the part.
  package func receive(
    _ request: PlainValue, through channel: any ServiceChannel
  ) async throws -> Whole {
    let part = try PartFile(partPath)
    var transfer = Transfer(part: part, request: request)
    let begun = try transfer.takeUp()
    if begun { progress(.goesOn(at: transfer.offset)) }
    do {
      try await takeAll(&transfer, through: channel, mayBeginAnew: begun)
    } catch let refusal as ServiceRefusal {
      if [.dataLoss, .outOfRange, .aborted].contains(refusal.code) { part.remove() }
      throw refusal
    }
    guard let bundle = transfer.bundle, bundle.integer("sizeBytes") == transfer.offset else {
      part.remove()
      throw ServiceRefusal(code: .dataLoss, message: "The bundle came incomplete.")
    }
    try part.sync()
    return Whole(
      bundle: bundle, wasBegun: begun && !transfer.beganAnew, breaks: transfer.breaks)
  }

  /// Gives it its name. A file that is there is replaced.
  package func keep() throws {
    guard rename(partPath, path) == 0 else { throw PartFile.fault(path) }
  }

  /// Throws it away.
  package func discard() { unlink(partPath) }

  private func takeAll(
    _ transfer: inout Transfer, through channel: any ServiceChannel, mayBeginAnew: Bool
  ) async throws {
    var tries = TransferTries()
    while true {
      let before = transfer.offset
      do {
        try await take(&transfer, through: channel)
        return
      } catch let refusal as ServiceRefusal {
        if transfer.offset > before { tries.count = 0 }
        let isOther = refusal.reason == "BUNDLE_CHANGED" || refusal.code == .outOfRange
        if mayBeginAnew, isOther, !transfer.hasTaken, !transfer.beganAnew {
          try transfer.beginAnew()
          progress(.beginsAnew)
          continue
        }
        guard refusal.isPassing(after: transfer.breaks), !tries.areSpent else { throw refusal }
        transfer.breaks += 1
        try await tries.pause()
        tries.count += 1
      }
    }
  }

  private func take(
    _ transfer: inout Transfer, through channel: any ServiceChannel
  ) async throws {
    var state = transfer
    defer { transfer = state }
    let request = state.next
    try await channel.exportBundle(request) { piece in
      try state.take(piece)
      progress(.bytes(state.offset, of: state.bundle?.integer("sizeBytes") ?? 0))
    }
  }
}

extension ReceivedBundle {
  /// How far it has come.
  private struct Transfer {
    let part: PartFile
    let request: PlainValue
    private(set) var offset: Int64 = 0
    private(set) var bundle: PlainValue?
    /// Whether a piece came in this command.
    private(set) var hasTaken = false
    private(set) var beganAnew = false
    var breaks = 0
    private var manifest = ""

    init(part: PartFile, request: PlainValue) {
      self.part = part
      self.request = request
    }

    /// Looks at what lies there from before. False where nothing does that could go on.
    mutating func takeUp() throws -> Bool {
      let part = part
      guard let hash = try BegunBundle.manifestHash(read: { try part.read($0) }) else {
        try part.empty()
        return false
      }
      offset = try part.seekEnd()
      manifest = hash.hex
      return true
    }

    mutating func beginAnew() throws {
      try part.empty()
      (offset, manifest, beganAnew) = (0, "", true)
    }

    /// The request for what is missing.
    var next: PlainValue {
      offset == 0
        ? request
        : request.setting("readOffset", to: .text(String(offset)))
          .setting("manifestSha256", to: .text(manifest))
    }

    mutating func take(_ piece: BundlePiece) throws {
      guard piece.offset == offset else {
        throw ServiceRefusal(code: .dataLoss, message: "A piece of the bundle is missing.")
      }
      if let bundle = piece.bundle {
        self.bundle = bundle
        manifest = bundle.text("manifestSha256")
      }
      try part.write(piece.bytes)
      hasTaken = true
      offset += Int64(piece.bytes.count)
    }
  }
}

extension ServiceRefusal {
  /// Whether a transfer that ended so is taken up again: the line broke, or the server has not noticed
  /// yet that the calls before it ended.
  fileprivate func isPassing(after breaks: Int) -> Bool {
    code == .unavailable
      || breaks > 0 && code == .resourceExhausted && metadata["limit"] == "exports_per_member_max"
  }
}
