package import DocketChain
import OpenSSLKit

/// A receipt in its plain form: how far one chain of a dispute had come, signed by the server.
package struct KeptReceipt: Codable, Hashable, Sendable {
  /// The dispute's id in canonical form.
  package let dispute: String
  /// The compartment's code.
  package let compartment: String
  package let sequence: UInt64
  /// Hexadecimal.
  package let head: String
  /// Hexadecimal.
  package let signature: String
  package let keyID: String

  package init(
    dispute: String, compartment: String, sequence: UInt64, head: String, signature: String,
    keyID: String
  ) {
    self.dispute = dispute
    self.compartment = compartment
    self.sequence = sequence
    self.head = head
    self.signature = signature
    self.keyID = keyID
  }

  /// The form that can be verified; nil where a field is not hexadecimal of the right length.
  package var signedHead: SignedHead? {
    guard let digest = SHA256Digest(hex: head), let bytes = Hex.decode(signature) else {
      return nil
    }
    return SignedHead(
      chain: ChainID(disputeID: dispute, compartment: compartment), sequence: sequence,
      head: digest, keyID: keyID, signature: bytes)
  }
}
