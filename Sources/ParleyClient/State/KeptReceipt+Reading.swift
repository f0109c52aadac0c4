import Foundation
import OpenSSLKit

extension KeptReceipt {
  /// The receipts of a file of them, one on each line. A line torn by a crash is no receipt; the others
  /// are.
  package static func list(_ bytes: [UInt8]) -> [KeptReceipt] {
    let decoder = JSONDecoder()
    return bytes.split(separator: UInt8(ascii: "\n"))
      .compactMap { try? decoder.decode(KeptReceipt.self, from: Data($0)) }
  }

  /// A receipt of a reply; nil where a field is missing or has the wrong form. Nothing is verified.
  package init?(_ receipt: PlainValue) {
    guard let dispute = DisputeID(receipt.text("dispute")),
      let sequence = UInt64(receipt.text("sequence")),
      let head = Data(base64Encoded: receipt.text("head")), head.count == SHA256Digest.byteCount,
      let signature = Data(base64Encoded: receipt.text("signature"))
    else { return nil }
    let prefix = "COMPARTMENT_"
    let compartment = receipt.text("compartment")
    guard compartment.hasPrefix(prefix) else { return nil }
    self.init(
      dispute: dispute.canonical, compartment: String(compartment.dropFirst(prefix.count)),
      sequence: sequence, head: Hex.encode(head), signature: Hex.encode(signature),
      keyID: receipt.text("keyId"))
  }

  /// A head of a dispute as an answer shows it, without a signature: to be compared, never kept.
  package init?(unsigned head: PlainValue, of dispute: DisputeID) {
    let prefix = "COMPARTMENT_"
    guard let sequence = UInt64(head.text("sequence")),
      let digest = Data(base64Encoded: head.text("head")), digest.count == SHA256Digest.byteCount,
      head.text("compartment").hasPrefix(prefix)
    else { return nil }
    self.init(
      dispute: dispute.canonical,
      compartment: String(head.text("compartment").dropFirst(prefix.count)), sequence: sequence,
      head: Hex.encode(digest), signature: "", keyID: "")
  }

  /// The receipt as the API writes it.
  package var plain: PlainValue {
    .fields([
      "dispute": .text("disputes/" + dispute), "compartment": .text("COMPARTMENT_" + compartment),
      "sequence": .text(String(sequence)),
      "head": .text(Data(Hex.decode(head) ?? []).base64EncodedString()),
      "signature": .text(Data(Hex.decode(signature) ?? []).base64EncodedString()),
      "keyId": .text(keyID),
    ])
  }
}
