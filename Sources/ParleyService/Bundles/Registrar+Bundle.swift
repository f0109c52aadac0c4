package import DocketChain
package import OpenSSLKit
import ParleyDocuments
package import ParleyDomain
import ParleyStore

extension Registrar {
  /// Gathers what a bundle is made of: within the caller's sight and of the chosen compartments, all of
  /// one moment. Changes nothing but the record of reads, in which it stands as what it is: entries
  /// handed over in full. At the same heads, by the same reader, it answers the same.
  ///
  /// A dispute that the caller does not see, or of which the caller sees headers alone, and a
  /// compartment that the caller does not see, are `notFound`.
  package func bundle(_ wish: BundleWish, for caller: Caller) async throws -> BundleRecord {
    let (record, listed, whole) = try await longRead(for: caller) { [self] in
      try journal.read { registry in try gather(wish, for: caller, in: registry) }
    }
    try await noteShown(record.entries, of: whole, by: .entries, full: true, to: caller)
    try await noteShown(listed, of: whole, by: .list, full: false, to: caller)
    return record
  }

  /// Signs the manifest of a bundle. A repeat makes an equal signature.
  package func sign(manifest: SHA256Digest, of id: DisputeID) throws -> SignedManifest {
    try SignedManifest.make(disputeID: id.text, manifest: manifest, key: journal.signingKey)
  }

  /// The key that ``sign(manifest:of:)`` signs with.
  package var bundleKey: Ed25519PublicKey { journal.signingKey.publicKey }

  private func gather(
    _ wish: BundleWish, for caller: Caller, in registry: Registry
  ) throws -> (record: BundleRecord, listed: [SeenEntry], whole: Dispute) {
    let docketed = try registry.dispute(wish.dispute)
    let standings = docketed.dispute.standings(of: caller.actor)
    let visible = try visibleCompartments(docketed.dispute, standings)
    guard wish.compartments.isSubset(of: visible) else { throw Refusal.notFound }
    let chosen = wish.isWhole ? visible : wish.compartments.union([.caseFile])
    guard let dispute = docketed.dispute.seen(with: standings, in: chosen) else {
      throw Refusal.notFound
    }
    var gathering = BundleGathering(
      dispute: docketed.dispute, chosen: chosen, side: standings.side
    ) { self.seen($0, with: standings, in: docketed.dispute) }
    var after: Int64 = 0
    while true {
      let page = try registry.entries(
        of: wish.dispute, in: visible, after: after, limit: ServiceLimits.pageRowsMax)
      for entry in page { gathering.take(entry) }
      guard page.count == ServiceLimits.pageRowsMax, let last = page.last else { break }
      after = last.order
    }
    let heads = Compartment.all.filter(chosen.contains).compactMap { docketed.heads[$0] }
    let exhibits = gathering.numbered.compactMap { numbered in
      dispute.exhibit(numbered.id).map {
        BundleRecord.NumberedExhibit(exhibit: $0, bates: numbered.bates)
      }
    }
    let keys = try registry.signingKeys()
    let record = BundleRecord(
      dispute: dispute,
      cover: cover(
        of: dispute, heads: heads, standings: standings, chosen: chosen, visible: docketed.heads),
      chains: try heads.map { head in
        try chain(head, gathering.headersOnly[head.compartment] ?? [], in: registry)
      },
      heads: try heads.map { try $0.signed(with: journal.signingKey) },
      keys: keys, exhibits: exhibits, gaps: gathering.gaps, entries: gathering.entries,
      withheld: standings.side == nil || wish.leavesLogOut ? nil : gathering.withheld,
      names: names.names(of: exhibits.compactMap(\.exhibit.by)))
    return (record, wish.leavesLogOut ? [] : gathering.listed, docketed.dispute)
  }

  private func cover(
    of dispute: Dispute, heads: [ChainHead], standings: Set<Standing>, chosen: Set<Compartment>,
    visible: [Compartment: ChainHead]
  ) -> BundleCover {
    let words = dispute.records[.caseFile]?.words ?? [:]
    let organization = dispute.caseFile.organization
    let claimant = names.name(of: organization) ?? organization.text
    return BundleCover(
      caption: "\(claimant) v \(words["respondent.name"] ?? "(name erased)")",
      reference: Base32Check.grouped(dispute.id.text),
      recordTime: heads.map(\.filedAt).max() ?? dispute.caseFile.createdAt, zone: zone,
      reader: standings,
      compartments: Compartment.all.filter { chosen.contains($0) && visible[$0] != nil },
      profile: dispute.caseFile.profile)
  }

  /// The stored entries of a chain up to its head; where the head of an entry alone is shown, with bare
  /// commitments for the rest.
  private func chain(
    _ head: ChainHead, _ headersOnly: Set<UInt64>, in registry: Registry
  ) throws -> BundleRecord.Chain {
    var entries: [StoredEntry] = []
    while true {
      let page = try registry.storedEntries(
        of: head.dispute, in: head.compartment, after: entries.last?.sequence ?? 0,
        limit: ServiceLimits.pageRowsMax)
      entries += page.map { headersOnly.contains($0.sequence) ? Self.headerAlone($0) : $0 }
      guard page.count == ServiceLimits.pageRowsMax else { break }
    }
    return BundleRecord.Chain(compartment: head.compartment, entries: entries)
  }
}
