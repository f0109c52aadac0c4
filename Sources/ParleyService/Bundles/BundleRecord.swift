package import DocketChain
package import ParleyDocuments
package import ParleyDomain
package import ParleyStore

/// What a bundle is made of: all of one moment, and all within the sight of its reader.
package struct BundleRecord: Sendable {
  /// One chain with its stored entries.
  package struct Chain: Sendable {
    package let compartment: Compartment
    package let entries: [StoredEntry]
  }

  /// An exhibit and the number it has in every bundle.
  package struct NumberedExhibit: Sendable {
    package let exhibit: Exhibit
    package let bates: String
  }

  /// The dispute as the reader sees it, of the chosen compartments alone.
  package let dispute: Dispute
  package let cover: BundleCover
  /// In the order of ``Compartment/all``; empty chains are left out.
  package let chains: [Chain]
  package let heads: [SignedHead]
  package let keys: [RegisteredKey]
  package let exhibits: [NumberedExhibit]
  package let gaps: [BatesGap]
  /// In the order of filing.
  package let entries: [SeenEntry]
  /// Nil where the reader is no party, or wants no log.
  package let withheld: [WithheldLine]?
  /// The names of people who filed, by id.
  package let names: [MemberID: String]

  /// What became of an exhibit, as far as its reader sees that.
  package func marks(of exhibit: Exhibit) -> [ExhibitMark] {
    ExhibitMark.marks(of: exhibit, in: dispute, others: exhibits.map(\.exhibit))
  }
}
