import EvidenceBundle
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// The limits of this server, as a client can ask for them before it sends.
enum LimitsAnswer {
  /// What can be filed as an exhibit: formats a reader can open without running anything.
  static let mediaTypes = [
    "application/pdf", "image/jpeg", "image/png", "image/tiff", "image/webp", "text/plain",
    "text/csv", "text/markdown", "message/rfc822", "application/json", "audio/mpeg", "audio/wav",
    "audio/mp4", "video/mp4", "application/zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation", "application/rtf",
    "application/octet-stream",
  ]
  /// The transport's limit of one message.
  static let requestBytesMax: Int64 = 4 << 20
  /// For how many days a request is remembered.
  static let requestMemoryDays: Int32 = 14

  /// The limits, those of evidence as the operator set them.
  static func message(_ quotas: EvidenceQuotas) -> Parley_V1_Limits {
    .with {
      $0.name = "limits"
      $0.requestBytesMax = requestBytesMax
      $0.exhibitBytesMax = quotas.fileBytesMax
      $0.disputeEvidenceBytesMax = quotas.disputeBytesMax
      $0.organizationEvidenceBytesMax = quotas.organizationBytesMax
      $0.exhibitsMax = Int32(ServiceLimits.exhibitsMax)
      $0.emailFileBytesMax = ServiceLimits.mailFileBytesMax
      $0.uploadsPerMemberMax = Int32(ServiceLimits.uploadsPerMemberMax)
      $0.uploadMemoryDays = Int32(ServiceLimits.uploadDays)
      $0.readMemoryDays = Int32(Limits.readsKeptDays)
      $0.chunkBytesMax = Int32(ServiceLimits.chunkBytesMax)
      $0.itemsMax = Int32(FieldReader.itemsMax)
      $0.instalmentsMax = Int32(NegotiationServiceAdaptor.instalmentsMax)
      $0.documentCharactersMax = 100_000
      $0.noteCharactersMax = 10_000
      $0.reasonCharactersMax = 2000
      $0.pageSizeDefault = Int32(PageSize.standard)
      $0.pageSizeMax = Int32(PageSize.largest)
      $0.requestMemoryDays = requestMemoryDays
      $0.mediaTypes = mediaTypes
      $0.relationsPerMemberMax = Int32(Limits.relationsPerMemberMax)
      $0.contractsPerOrganizationMax = Int32(Limits.contractsPerOrganizationMax)
      $0.seatTermsMax = Int32(Compartment.termsMax)
      $0.bundleDocketBytesMax = Int32(BundleLimits.docketBytesMax)
      $0.longReadsPerMemberMax = Int32(ServiceLimits.longReadsPerMemberMax)
      $0.exportsPerMemberMax = Int32(ServiceLimits.exportsPerMemberMax)
    }
  }
}
