import Foundation
import OpenSSLKit
import ParleyDocuments
import ParleyDomain
import ParleyService
import ParleyWire
import PrintKit
import SwiftProtobuf

/// What a document is printed as.
enum PrintFormat: Sendable {
  case html
  case pdf
}

/// The documents of a dispute: demands, ground rules, agreement, award, and the brief of the moment,
/// which is asked for by its name and not listed, since every reader has another.
struct DocumentDesk: Sendable {
  let registrar: Registrar

  /// One document with its text. What the caller does not see is as what does not exist.
  func document(
    _ kind: DocumentKind, of id: DisputeID, as format: PrintFormat? = nil, _ call: Call
  ) async throws -> Parley_V1_Document {
    let caller = try call.caller
    let made = try await registrar.document(kind, of: id, for: caller)
    let dispute = try await registrar.dispute(id, for: caller).dispute
    var document = Self.line(kind, in: dispute)
    document.text = made.text
    document.sha256 = made.hash.hex
    guard let format else { return document }
    let page = try await page(kind, of: dispute, made, document, caller)
    document.printed = try await registrar.longRead(for: caller) {
      switch format {
      case .html: Data(page.html())
      case .pdf: Data(try page.pdf())
      }
    }
    return document
  }

  /// The document set for paper: its own text, and beneath an agreement who has signed it.
  private func page(
    _ kind: DocumentKind, of dispute: Dispute, _ made: DocumentText,
    _ document: Parley_V1_Document, _ caller: Caller
  ) async throws -> PrintedDocument {
    let blocks: [PrintedBlock] =
      switch kind {
      case .statement:
        StatementPage.blocks(of: try await registrar.statement(dispute.id, for: caller))
      case .agreement: LetterPage.blocks(of: made.text) + SignaturePage.blocks(of: dispute)
      default: LetterPage.blocks(of: made.text)
      }
    return PrintedDocument(
      title: document.title,
      footer: "Dispute \(Base32Check.grouped(dispute.id.text)), SHA-256 of the text "
        + made.hash.hex,
      statedTime: dispute.changedAt.milliseconds / 1000, blocks: blocks)
  }

  /// All that there are, oldest first, without their text.
  func documents(of id: DisputeID, _ call: Call) async throws -> [Parley_V1_Document] {
    let dispute = try await registrar.dispute(id, for: try call.caller).dispute
    var kinds = dispute.caseFile.demands.map { DocumentKind.demand($0.number) }
    if dispute.caseFile.mediationProposedBy != nil { kinds.append(.groundRules) }
    if dispute.settlement.agreement != nil { kinds.append(.agreement) }
    if dispute.caseFile.arbitration?.consentAward != nil { kinds.append(.agreedTerms) }
    if dispute.caseFile.arbitration?.award != nil { kinds.append(.award) }
    var documents: [Parley_V1_Document] = []
    for kind in kinds {
      var document = Self.line(kind, in: dispute)
      document.sha256 = try await registrar.document(kind, of: id, for: try call.caller).hash.hex
      documents.append(document)
    }
    return documents
  }

  /// The kind a name stands for; nil for no document.
  static func kind(_ name: String) -> DocumentKind? {
    switch name {
    case "ground-rules": return .groundRules
    case "agreement": return .agreement
    case "agreed-terms": return .agreedTerms
    case "award": return .award
    case "brief": return .brief
    case "statement": return .statement
    default:
      guard name.hasPrefix("demand-"), let number = Int(name.dropFirst(7)), number > 0,
        name == "demand-\(number)"
      else { return nil }
      return .demand(number)
    }
  }

  private static func line(_ kind: DocumentKind, in dispute: Dispute) -> Parley_V1_Document {
    .with {
      $0.mediaType = "text/plain; charset=utf-8"
      $0.compartment = .case
      switch kind {
      case .demand(let number):
        $0.name = dispute.id.child("documents", "demand-\(number)")
        $0.title = "Demand \(number)"
        let demand = dispute.caseFile.demands.first { $0.number == number }
        if let demand { $0.createTime = .init(demand.servedAt) }
      case .groundRules:
        $0.name = dispute.id.child("documents", "ground-rules")
        $0.title = "Ground rules of mediation"
      case .brief:
        $0.name = dispute.id.child("documents", "brief")
        $0.title = "Brief"
      case .statement:
        $0.name = dispute.id.child("documents", "statement")
        $0.title = "Statement of account"
      case .agreement:
        $0.name = dispute.id.child("documents", "agreement")
        $0.title = "Settlement agreement"
        $0.compartment = .settlement
      case .agreedTerms:
        $0.name = dispute.id.child("documents", "agreed-terms")
        $0.title = "Terms agreed for an award"
      case .award:
        $0.name = dispute.id.child("documents", "award")
        $0.title = "Award"
        let award = dispute.caseFile.arbitration?.award
        if let award { $0.createTime = .init(award.issuedAt) }
      }
    }
  }
}
