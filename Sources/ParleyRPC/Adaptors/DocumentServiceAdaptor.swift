import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

/// `parley.v1.DocumentService` on top of the registrar.
struct DocumentServiceAdaptor: Parley_V1_DocumentService.SimpleServiceProtocol {
  let desks: Desks

  func getDocument(
    request: Parley_V1_GetDocumentRequest, context: ServerContext
  ) async throws -> Parley_V1_Document {
    try await getDocument(request, try .now())
  }

  func listDocuments(
    request: Parley_V1_ListDocumentsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListDocumentsResponse {
    try await listDocuments(request, try .now())
  }

  /// One document with its text.
  func getDocument(
    _ request: Parley_V1_GetDocumentRequest, _ call: Call
  ) async throws -> Parley_V1_Document {
    let name = try FieldReader.read { $0.document(request.name) }
    call.note(name.dispute)
    guard let kind = DocumentDesk.kind(name.document) else { throw Refusal.notFound }
    let format = try FieldReader.read { $0.format(request.format, at: "format") }
    return try await DocumentDesk(registrar: desks.registrar).document(
      kind, of: name.dispute, as: format, call)
  }

  /// The documents of a dispute, without their text.
  func listDocuments(
    _ request: Parley_V1_ListDocumentsRequest, _ call: Call
  ) async throws -> Parley_V1_ListDocumentsResponse {
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let documents = try await DocumentDesk(registrar: desks.registrar).documents(of: id, call)
    let page = try desks.pages.page(
      documents, size: size, token: request.pageToken, "documents|\(id.text)", call)
    return .with {
      $0.documents = page.items
      $0.nextPageToken = page.next
    }
  }
}

extension FieldReader {
  /// What to print a document as; nil for its text alone.
  fileprivate mutating func format(
    _ format: Parley_V1_DocumentFormat, at field: String
  ) -> PrintFormat? {
    switch format {
    case .unspecified: return nil
    case .html: return .html
    case .pdf: return .pdf
    case .UNRECOGNIZED(let number):
      refuse(field, "\(number) is no format; give HTML or PDF, or nothing.")
      return nil
    }
  }
}
