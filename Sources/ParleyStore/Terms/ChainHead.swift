package import DocketChain
package import OpenSSLKit
package import ParleyDomain

/// How far one chain has come: what a receipt is signed over.
package struct ChainHead: Hashable, Sendable {
  package let dispute: DisputeID
  package let compartment: Compartment
  package let sequence: UInt64
  package let hash: SHA256Digest
  /// When the last entry was filed.
  package let filedAt: Instant

  package init(
    dispute: DisputeID, compartment: Compartment, sequence: UInt64, hash: SHA256Digest,
    filedAt: Instant
  ) {
    self.dispute = dispute
    self.compartment = compartment
    self.sequence = sequence
    self.hash = hash
    self.filedAt = filedAt
  }

  package var chain: ChainID {
    ChainID(disputeID: dispute.text, compartment: compartment.code)
  }

  /// Signs this head. Pure: nothing is stored, and a repeat makes an equal receipt.
  package func signed(with key: Ed25519SigningKey) throws(OpenSSLError) -> SignedHead {
    try SignedHead.make(chain: chain, sequence: sequence, head: hash, key: key)
  }
}
