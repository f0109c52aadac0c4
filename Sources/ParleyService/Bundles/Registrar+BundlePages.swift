import DocketChain
import OpenSSLKit
import ParleyDocuments
import ParleyDomain
import ParleyStore
import PrintKit

/// A file of a bundle that Parley makes for its readers.
package struct BundlePage: Sendable {
  package let path: String
  package let bytes: [UInt8]
}

extension Registrar {
  /// The pages of a bundle, in the order of the archive: index, timeline, statement of account, a
  /// party's privilege log, the draft of a certification, and the documents that were made.
  ///
  /// - Parameter path: where the file of an exhibit stands.
  package func pages(
    of record: BundleRecord, path: @escaping @Sendable (BundleRecord.NumberedExhibit) -> String
  ) async throws -> [BundlePage] {
    try await files.run { [self] in try made(record, path) }
  }

  private func made(
    _ record: BundleRecord, _ path: (BundleRecord.NumberedExhibit) -> String
  ) throws -> [BundlePage] {
    let cover = record.cover
    let heads = record.heads.compactMap { head in
      Compartment(code: head.chain.compartment).map {
        HeadLine(
          compartment: $0, sequence: head.sequence, hash: head.head.hex, keyID: head.keyID)
      }
    }
    let documents = try documents(of: record)
    let draft = try CertificationDraft.text(
      cover, exhibitCount: record.exhibits.count, heads: heads)
    let statement = record.dispute.statement(
      given: try given(at: cover.recordTime, for: record.dispute))
    var parts: [(name: String, title: String, page: PrintedDocument)] = [
      ("timeline", "Timeline", TimelinePage.page(cover, Self.timeline(record))),
      ("statement", "Statement of account", StatementPage.page(cover, statement)),
    ]
    if let withheld = record.withheld {
      parts.append(
        ("privilege-log", "Privilege log", PrivilegeLogPage.page(cover, withheld)))
    }
    let listed = parts.flatMap { part in
      ["html", "pdf"].map { BundledDocument(title: part.title, path: "\(part.name).\($0)") }
    }
    let certification = ["txt", "pdf"].map {
      BundledDocument(
        title: "Certification, a draft for a person to sign", path: "certification-draft.\($0)")
    }
    let index = BundleIndex.page(
      cover, pages: listed + certification, exhibits: exhibits(record, path), gaps: record.gaps,
      documents: documents.map(\.line), heads: heads)
    var pages: [BundlePage] = []
    for part in [("index", "Index", index)] + parts {
      pages.append(BundlePage(path: "\(part.0).html", bytes: part.2.html()))
      pages.append(BundlePage(path: "\(part.0).pdf", bytes: try part.2.pdf()))
    }
    pages.append(BundlePage(path: "certification-draft.txt", bytes: Array(draft.utf8)))
    pages.append(
      BundlePage(
        path: "certification-draft.pdf",
        bytes: try CertificationDraft.page(cover, text: draft).pdf()))
    return pages + documents.map { BundlePage(path: $0.line.path, bytes: Array($0.text.utf8)) }
  }

  private static func timeline(_ record: BundleRecord) -> [TimelineLine] {
    record.entries.map { seen in
      let docketed = seen.docketed
      return TimelineLine(
        at: docketed.entry.effectiveAt, compartment: docketed.entry.compartment,
        sequence: docketed.sequence, by: seen.actorName ?? "", what: seen.title)
    }
  }

  private func exhibits(
    _ record: BundleRecord, _ path: (BundleRecord.NumberedExhibit) -> String
  ) -> [BundledExhibit] {
    let numbers = Dictionary(
      record.exhibits.map { ($0.exhibit.id, $0.bates) }, uniquingKeysWith: { first, _ in first })
    func cited(_ id: ExhibitID) -> String {
      BundleGathering.label(id) + (numbers[id].map { " (\($0))" } ?? "")
    }
    return record.exhibits.map { numbered in
      let exhibit = numbered.exhibit
      let label = BundleGathering.label(exhibit.id)
      let words = record.dispute.records[exhibit.id.compartment]?.words ?? [:]
      return BundledExhibit(
        bates: numbered.bates, label: label, title: words["exhibit.\(label).title"] ?? "",
        kind: exhibit.offer.kind, filedBy: exhibit.by.flatMap { record.names[$0] } ?? "",
        filedAt: exhibit.filedAt, marks: record.marks(of: exhibit).map { $0.text(cited) },
        path: path(numbered),
        hash: exhibit.offer.hash, byteCount: exhibit.offer.byteCount)
    }
  }

  /// The documents that were made in the chosen parts, with their text; not those whose words were
  /// erased.
  private func documents(
    of record: BundleRecord
  ) throws -> [(line: BundledDocument, text: String)] {
    let dispute = record.dispute
    var kinds = dispute.caseFile.demands.map {
      (DocumentKind.demand($0.number), "Demand \($0.number)", "demand-\($0.number)")
    }
    if dispute.caseFile.mediationProposedBy != nil {
      kinds.append((.groundRules, "Ground rules of mediation", "ground-rules"))
    }
    if dispute.settlement.agreement != nil {
      kinds.append((.agreement, "Settlement agreement", "agreement"))
    }
    if dispute.caseFile.arbitration?.consentAward != nil {
      kinds.append((.agreedTerms, "Terms agreed for an award", "agreed-terms"))
    }
    if dispute.caseFile.arbitration?.award != nil { kinds.append((.award, "Award", "award")) }
    return try kinds.compactMap { kind, title, name in
      do {
        let text = try text(of: kind, in: dispute, at: record.cover.recordTime).text
        return (BundledDocument(title: title, path: "documents/\(name).txt"), text)
      } catch Refusal.notFound {
        return nil
      }
    }
  }
}
