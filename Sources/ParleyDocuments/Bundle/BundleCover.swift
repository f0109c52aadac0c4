package import ParleyDomain
import PrintKit

/// What every page of a bundle says: of which dispute it is, as of when, and by whose sight.
package struct BundleCover: Hashable, Sendable {
  /// `Duarte Freight v Harbour Lettings Ltd`.
  package let caption: String
  /// The dispute's id for people.
  package let reference: String
  /// When the last entry it holds was filed: everything is as of this moment.
  package let recordTime: Instant
  package let zone: Zone
  /// Whose sight it was made by.
  package let reader: Set<Standing>
  package let compartments: [Compartment]
  package let profile: String

  package init(
    caption: String, reference: String, recordTime: Instant, zone: Zone, reader: Set<Standing>,
    compartments: [Compartment], profile: String
  ) {
    self.caption = caption
    self.reference = reference
    self.recordTime = recordTime
    self.zone = zone
    self.reader = reader
    self.compartments = compartments
    self.profile = profile
  }

  /// The moment it stands for, in words.
  var moment: String { DateText.moment(recordTime, in: zone) }

  /// `claimant, supervisor`.
  var readerText: String {
    Standing.allCases.filter(reader.contains).map { DocketSentence.lower($0.rawValue) }
      .joined(separator: ", ")
  }

  var compartmentsText: String {
    compartments.map { DocketSentence.lower($0.code) }.joined(separator: ", ")
  }

  /// A page of the bundle.
  func page(_ title: String, _ blocks: [PrintedBlock]) -> PrintedDocument {
    PrintedDocument(
      title: "\(title): \(caption)",
      footer: "Dispute \(reference), record up to \(moment)",
      statedTime: recordTime.milliseconds / 1000, blocks: blocks)
  }
}
