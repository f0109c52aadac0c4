import DocketChain
import Foundation
import GRPCCore
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// `parley.v1.DocketService` on top of the registrar.
struct DocketServiceAdaptor: Parley_V1_DocketService.SimpleServiceProtocol {
  let desks: Desks

  private static let entryFields = [
    FilterField(
      name: "compartment", comparators: [.equal], values: .words(Compartment.all.map(\.code)))
  ]

  func listEntries(
    request: Parley_V1_ListEntriesRequest, context: ServerContext
  ) async throws -> Parley_V1_ListEntriesResponse {
    let call = try Call.now()
    let wanted = try wantedEntries(request, call)
    let page = try await desks.registrar.entries(
      of: wanted.id, compartment: wanted.compartment, after: wanted.mark, limit: wanted.size,
      full: request.view == .full, for: try call.caller)
    return try answer(page, wanted, call)
  }

  /// A short page of the docket without suspending; nil where that takes more.
  func listEntries(
    _ request: Parley_V1_ListEntriesRequest, _ call: Call
  ) throws -> Parley_V1_ListEntriesResponse? {
    guard request.view != .full, request.pageSize <= PageSize.standard else { return nil }
    let wanted = try wantedEntries(request, call)
    return try desks.registrar.recordedEntries(
      of: wanted.id, compartment: wanted.compartment, after: wanted.mark, limit: wanted.size,
      for: try call.caller
    ).map { try answer($0, wanted, call) }
  }

  private typealias WantedEntries = (
    id: DisputeID, compartment: Compartment?, mark: PageMark?, size: Int, purpose: String
  )

  private func wantedEntries(
    _ request: Parley_V1_ListEntriesRequest, _ call: Call
  ) throws -> WantedEntries {
    let (id, size, compartment) = try FieldReader.read { fields in
      let conditions = fields.conditions(request.filter, of: Self.entryFields)
      return (
        fields.dispute(request.parent, at: "parent"), fields.pageSize(request.pageSize),
        conditions.first.flatMap { Compartment(code: $0.value) }
      )
    }
    call.note(id)
    let purpose = "entries|\(id.text)|\(request.filter)"
    return (
      id, compartment, try desks.pages.mark(request.pageToken, purpose, call), size, purpose
    )
  }

  private func answer(
    _ page: (entries: [SeenEntry], next: PageMark?), _ wanted: WantedEntries, _ call: Call
  ) throws -> Parley_V1_ListEntriesResponse {
    try .with {
      $0.entries = page.entries.map { .init($0) }
      $0.nextPageToken = try desks.pages.token(page.next, wanted.purpose, call)
    }
  }

  func getEntry(
    request: Parley_V1_GetEntryRequest, context: ServerContext
  ) async throws -> Parley_V1_Entry {
    let call = try Call.now()
    let place = try FieldReader.read { $0.entry(request.name) }
    call.note(place.dispute)
    return .init(
      try await desks.registrar.entry(
        of: place.dispute, compartment: place.compartment, sequence: place.sequence,
        full: request.view == .full, for: try call.caller))
  }

  /// How many receipts one check takes.
  private static let receiptsMax = 100

  func verifyDocket(
    request: Parley_V1_VerifyDocketRequest, context: ServerContext
  ) async throws -> Parley_V1_VerifyDocketResponse {
    let call = try Call.now()
    let (id, receipts) = try FieldReader.read { fields in
      let id = fields.dispute(request.name)
      if request.receipts.count > Self.receiptsMax {
        fields.refuse("receipts", "Give at most \(Self.receiptsMax) receipts in one check.")
      }
      let receipts = request.receipts.prefix(Self.receiptsMax).enumerated().map {
        Self.head($1, of: id, at: "receipts[\($0 + 1)]", &fields)
      }
      return (id, receipts.compactMap(\.self))
    }
    call.note(id)
    let chains = try await desks.registrar.verify(id, against: receipts, for: try call.caller)
    return .with {
      $0.chains = chains.map { chain in
        .with {
          $0.dispute = id.name
          $0.compartment = .init(chain.compartment)
          $0.entryCount = chain.entryCount
          $0.head = Data(chain.head)
          $0.defects = Array(chain.defects.prefix(20))
          $0.erasedCount = chain.erasedCount
        }
      }
    }
  }

  private static func head(
    _ receipt: Parley_V1_Receipt, of id: DisputeID, at field: String, _ fields: inout FieldReader
  ) -> SignedHead? {
    let dispute = fields.dispute(receipt.dispute, at: "\(field).dispute")
    let compartment = fields.choice(receipt.compartment, at: "\(field).compartment")
    if dispute != id { fields.refuse("\(field).dispute", "Give a receipt of the same dispute.") }
    guard let head = SHA256Digest(bytes: Array(receipt.head)) else {
      fields.refuse("\(field).head", "Give the hash as the receipt has it, 32 bytes.")
      return nil
    }
    return SignedHead(
      chain: ChainID(disputeID: id.text, compartment: compartment.code),
      sequence: receipt.sequence, head: head, keyID: receipt.keyID,
      signature: Array(receipt.signature))
  }

  func listHeads(
    request: Parley_V1_ListHeadsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListHeadsResponse {
    let call = try Call.now()
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let heads = try await desks.registrar.heads(of: id, for: try call.caller)
    let page = try desks.pages.page(
      heads, size: size, token: request.pageToken, "heads|\(id.text)", call)
    return .with {
      $0.heads = page.items.map { .init($0) }
      $0.nextPageToken = page.next
    }
  }

  func listKeys(
    request: Parley_V1_ListKeysRequest, context: ServerContext
  ) async throws -> Parley_V1_ListKeysResponse {
    _ = try FieldReader.read { fields in
      if !request.pageToken.isEmpty {
        fields.refuse("page_token", "All keys fit one page; leave this empty.")
      }
      return fields.pageSize(request.pageSize)
    }
    let keys = try desks.registrar.signingKeys()
    return .with { $0.keys = keys.map { .init($0) } }
  }

  func listReads(
    request: Parley_V1_ListReadsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListReadsResponse {
    let call = try Call.now()
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let purpose = "reads|\(id.text)"
    let page = try await desks.registrar.reads(
      of: id, after: try desks.pages.mark(request.pageToken, purpose, call), limit: size,
      for: try call.caller)
    return try .with {
      $0.reads = page.reads.map { .init($0) }
      $0.nextPageToken = try desks.pages.token(page.next, purpose, call)
    }
  }
}
