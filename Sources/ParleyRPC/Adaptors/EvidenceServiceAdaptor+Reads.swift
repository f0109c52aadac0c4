import Foundation
import GRPCCore
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension EvidenceServiceAdaptor {
  func downloadExhibit(
    request: Parley_V1_DownloadExhibitRequest,
    response: RPCWriter<Parley_V1_DownloadExhibitResponse>, context: ServerContext
  ) async throws {
    let call = try Call.now()
    let (name, start) = try FieldReader.read { fields in
      if request.readOffset < 0 { fields.refuse("read_offset", "Give an offset of 0 or more.") }
      return (fields.exhibit(request.name, at: "name"), request.readOffset)
    }
    call.note(name.dispute)
    let caller = try call.caller
    let (file, exhibit) = try await desks.registrar.download(
      name.exhibit, of: name.dispute, for: caller)
    let dispute = try await desks.registrar.dispute(name.dispute, for: caller).dispute
    guard start <= file.byteCount else { throw CallFault.beyondEnd(size: file.byteCount) }
    var offset = start
    repeat {
      guard !context.cancellation.isCancelled else { throw CallFault.cancelled }
      let count = Int(min(Int64(ServiceLimits.chunkBytesMax), file.byteCount - offset))
      let bytes =
        count == 0 ? [] : try await desks.registrar.read(file, at: offset, count: count)
      let at = offset
      try await response.write(
        .with {
          if at == start { $0.exhibit = .init(exhibit, in: dispute) }
          $0.readOffset = at
          $0.data = Data(bytes)
          $0.crc32C = CRC32C.checksum(bytes)
        })
      guard !bytes.isEmpty else { break }
      offset += Int64(bytes.count)
    } while offset < file.byteCount
  }

  func listExhibits(
    request: Parley_V1_ListExhibitsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListExhibitsResponse {
    try await listExhibits(request, try .now())
  }

  /// The exhibits the caller sees, oldest first.
  func listExhibits(
    _ request: Parley_V1_ListExhibitsRequest, _ call: Call
  ) async throws -> Parley_V1_ListExhibitsResponse {
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let sheet = try await desks.registrar.dispute(id, for: try call.caller)
    let dispute = sheet.dispute
    let exhibits = Compartment.all.flatMap { dispute.records[$0]?.exhibits ?? [] }
      .sorted {
        ($0.filedAt, $0.id.compartment.code, $0.id.number)
          < ($1.filedAt, $1.id.compartment.code, $1.id.number)
      }
    let page = try desks.pages.page(
      exhibits, size: size, token: request.pageToken, "exhibits|\(id.text)", call)
    try await desks.registrar.noteListed(
      exhibits: page.items, of: dispute, to: try call.caller)
    let journal = desks.registrar.journal
    let readings = try await desks.registrar.longRead(for: try call.caller) {
      try journal.read { try $0.readings(of: id) }
    }
    return .with {
      $0.exhibits = page.items.map { exhibit in
        var message = Parley_V1_Exhibit(exhibit, in: sheet)
        if let reading = readings[exhibit.id] { message.reading = .init(reading) }
        return message
      }
      $0.nextPageToken = page.next
    }
  }
}
