import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Exhibit {
  init(_ exhibit: Exhibit, in dispute: Dispute) {
    self.init()
    let place = exhibit.id.compartment
    let words = WordReading(dispute, place)
    let path = "exhibit.\(place.exhibitPrefix)-\(exhibit.id.number)"
    name = dispute.id.exhibit(exhibit.id)
    label = "\(place.exhibitPrefix)-\(exhibit.id.number)"
    kind = .init(exhibit.offer.kind)
    compartment = .init(place)
    title = words["\(path).title"]
    source = words["\(path).source"]
    fileName = words["\(path).fileName"]
    mediaType = exhibit.offer.mediaType
    sizeBytes = exhibit.offer.byteCount
    sha256 = exhibit.offer.hash.hex
    direction = .init(exhibit.offer.direction)
    if let occurredAt = exhibit.offer.occurredAt { occurTime = .init(occurredAt) }
    items = exhibit.items.map { Int32(clamping: $0) }
    madeForMediation = exhibit.offer.madeForMediation
    late = exhibit.late
    filer = exhibit.by?.name ?? ""
    fileTime = .init(exhibit.filedAt)
    admittedUnder = Int32(clamping: exhibit.admittedUnder ?? 0)
    erased = exhibit.erased
    let headers = Parley_V1_EmailHeaders.with {
      $0.messageID = words["\(path).messageId"]
      $0.inReplyTo = words["\(path).inReplyTo"]
      $0.from = words["\(path).from"]
      $0.to = words["\(path).to"]
      $0.date = words["\(path).date"]
      $0.subject = words["\(path).subject"]
    }
    if headers != Parley_V1_EmailHeaders() { email = headers }
    if let letter = exhibit.offer.attachedTo {
      attachedTo = dispute.id.exhibit(ExhibitID(compartment: place, number: letter))
    }
    setRecord(exhibit, in: dispute, words, path)
  }
}

extension Parley_V1_FileReading {
  init(_ reading: KeptReading) {
    self.init()
    state =
      switch reading.state {
      case .waiting: .waiting
      case .read: .read
      case .refused: .refused
      case .failed: .failed
      }
    reason = reading.reason
    sentence = reading.sentence
    foundType = reading.foundType
    searched = reading.hasText
    cut = reading.isCut
    let summary = FileSummary(kept: reading.summary)
    differingHeaders = summary.differing.map { name in
      switch name {
      case .messageID: .messageID
      case .inReplyTo: .inReplyTo
      case .from: .from
      case .to: .to
      case .date: .date
      case .subject: .subject
      }
    }
    pageCount = Int32(clamping: summary.pageCount ?? 0)
    silentPageCount = Int32(clamping: summary.silentPageCount ?? 0)
    if let source = summary.textSource { textSource = .init(source) }
    guard let archive = summary.archive else { return }
    self.archive = .with {
      $0.entryCount = Int32(clamping: archive.entryCount)
      $0.unfoldedBytes = archive.unfoldedBytes
      $0.entries = archive.entries.map { entry in
        .with {
          $0.path = entry.path
          $0.sizeBytes = entry.bytes
          $0.folder = entry.isFolder
        }
      }
    }
  }
}

extension Parley_V1_TextSource {
  init(_ source: TextSource) {
    self =
      switch source {
      case .plain: .plain
      case .html: .html
      case .pdf: .pdf
      case .rtf: .rtf
      case .ooxml: .officeOpenXml
      case .odf: .openDocument
      }
  }
}
