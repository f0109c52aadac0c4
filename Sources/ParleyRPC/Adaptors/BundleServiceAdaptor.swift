import EvidenceBundle
import GRPCCore
import OpenSSLKit
import ParleyDocuments
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// `parley.v1.BundleService` on top of the registrar.
struct BundleServiceAdaptor: Parley_V1_BundleService.SimpleServiceProtocol {
  let desks: Desks
  private let exports = ExportBook()

  init(desks: Desks) {
    self.desks = desks
  }

  func exportBundle(
    request: Parley_V1_ExportBundleRequest,
    response: RPCWriter<Parley_V1_ExportBundleResponse>, context: ServerContext
  ) async throws {
    let call = try Call.now()
    let (wish, start) = try FieldReader.read { fields in
      if request.allSeen, !request.compartments.isEmpty {
        fields.refuse("all_seen", "Name compartments, or ask for all, not both.")
      }
      let wish = BundleWish(
        dispute: fields.dispute(request.name),
        compartments: fields.choices(request.compartments, at: "compartments"),
        isWhole: request.allSeen, leavesLogOut: request.withoutPrivilegeLog)
      return (wish, fields.bundleStart(request))
    }
    call.note(wish.dispute)
    let caller = try call.caller
    try exports.begin(caller.actor.member)
    defer { exports.end(caller.actor.member) }
    let registrar = desks.registrar
    let record = try await registrar.bundle(wish, for: caller)
    let plan = try await BundlePlan.make(record, for: caller, registrar)
    if let begun = start.manifest, begun != plan.manifestHash.hex {
      throw CallFault.bundleChanged(manifest: plan.manifestHash.hex)
    }
    guard start.offset <= plan.sizeBytes else {
      throw CallFault.beyondEnd(size: plan.sizeBytes)
    }
    var pieces = BundlePieces(.init(record, plan), from: start.offset, to: response)
    for part in plan.parts {
      guard !context.cancellation.isCancelled else { throw CallFault.cancelled }
      try await pieces.add(FileHeader(path: part.path, size: part.size).bytes)
      switch part {
      case .made(_, let bytes): try await pieces.add(bytes)
      case .exhibit(let id, _, let size):
        try await add(id, size: size, of: wish.dispute, for: caller, to: &pieces, context)
      }
      let padding = FileHeader.padding(after: part.size)
      try await pieces.add([UInt8](repeating: 0, count: padding))
    }
    try await pieces.add(FileHeader.end)
    try await pieces.finish()
  }

  /// Sends the bytes of an exhibit, which is a download like any other: who may not see it any more gets
  /// no more of it. What lies before the beginning is not read, and not handed over once more.
  private func add(
    _ id: ExhibitID, size: Int64, of dispute: DisputeID, for caller: Caller,
    to pieces: inout BundlePieces, _ context: ServerContext
  ) async throws {
    var offset = pieces.leaveOut(upTo: size)
    guard offset < size else { return }
    let file: EvidenceFile
    do {
      file = try await desks.registrar.download(id, of: dispute, for: caller).file
    } catch is Refusal {
      throw Refusal.stale
    }
    guard file.byteCount == size else {
      throw JournalFault.damaged(reason: "a file of evidence has another size")
    }
    while offset < size {
      guard !context.cancellation.isCancelled else { throw CallFault.cancelled }
      let count = Int(min(Int64(ServiceLimits.chunkBytesMax), size - offset))
      let bytes = try await desks.registrar.read(file, at: offset, count: count)
      guard !bytes.isEmpty else {
        throw JournalFault.damaged(reason: "a file of evidence became shorter")
      }
      try await pieces.add(bytes)
      offset += Int64(bytes.count)
    }
  }
}

extension Parley_V1_Bundle {
  init(_ record: BundleRecord, _ plan: BundlePlan) {
    self.init()
    dispute = record.dispute.id.name
    compartments = record.cover.compartments.map { .init($0) }
    recordTime = .init(record.cover.recordTime)
    sizeBytes = plan.sizeBytes
    manifestSha256 = plan.manifestHash.hex
    exhibitCount = Int32(clamping: record.exhibits.count)
    heads = record.heads.map { .init($0) }
  }
}

extension FieldReader {
  /// Where a bundle begins, and which one it is that goes on there.
  fileprivate mutating func bundleStart(
    _ request: Parley_V1_ExportBundleRequest
  ) -> (offset: Int64, manifest: String?) {
    if request.readOffset < 0 { refuse("read_offset", "Give an offset of 0 or more.") }
    let manifest = request.manifestSha256.lowercased()
    guard !manifest.isEmpty else {
      if request.readOffset > 0 {
        refuse("manifest_sha256", "Say which bundle goes on at this offset.")
      }
      return (request.readOffset, nil)
    }
    if Hex.decode(manifest)?.count != 32 {
      refuse("manifest_sha256", "Give 64 hexadecimal characters.")
    }
    return (request.readOffset, manifest)
  }
}
