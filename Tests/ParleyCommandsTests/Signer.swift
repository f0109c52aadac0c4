import DocketChain
import Foundation
import OpenSSLKit
import ParleyClient

/// A server's key and what it signs, as a scripted server answers it.
struct Signer {
  let key: Ed25519SigningKey
  /// The word of the key before it.
  let endorsement: KeyEndorsement?

  init() throws {
    key = try .generate()
    endorsement = nil
  }

  private init(key: Ed25519SigningKey, endorsement: KeyEndorsement) {
    self.key = key
    self.endorsement = endorsement
  }

  /// Another key on this one's word.
  func successor() throws -> Signer {
    let next = try Ed25519SigningKey.generate()
    return Signer(
      key: next, endorsement: try .make(of: next.publicKey, by: key, at: 1_795_435_200_000))
  }

  /// The answer of `ListKeys`.
  var list: String { Self.list(self) }

  static func list(_ signers: Signer...) -> String {
    PlainValue.fields(["keys": .list(signers.map(\.plain))]).jsonText()
  }

  private var plain: PlainValue {
    .fields([
      "name": .text("keys/" + SignedHead.keyID(of: key.publicKey)),
      "publicKey": .text(Data(key.publicKey.raw).base64EncodedString()),
      "endorsement": endorsement.map { word in
        .fields([
          "endorser": .text("keys/" + word.endorser), "endorseTime": .text("2026-11-23T12:00:00Z"),
          "signature": .text(Data(word.signature).base64EncodedString()),
        ])
      },
    ])
  }

  /// A receipt of the dispute 7k3q-m2xw. `byte` fills the head.
  func receipt(_ sequence: UInt64, _ byte: UInt8, in compartment: String = "CASE") throws -> String
  {
    try receipt(sequence, head: .init(repeating: byte, count: 32), in: compartment)
  }

  func receipt(
    _ sequence: UInt64, head: [UInt8], in compartment: String = "CASE"
  ) throws -> String {
    let chain = ChainID(disputeID: "7k3qm2xw", compartment: compartment)
    guard let digest = SHA256Digest(bytes: head) else { return "" }
    let signed = try SignedHead.make(chain: chain, sequence: sequence, head: digest, key: key)
    return KeptReceipt(
      dispute: "7k3qm2xw", compartment: compartment, sequence: sequence, head: digest.hex,
      signature: Hex.encode(signed.signature), keyID: signed.keyID
    ).plain.jsonText()
  }

  /// The answer to a change with these receipts.
  static func change(_ receipts: String...) -> String {
    #"{"dispute":{"name":"disputes/7k3qm2xw"},"receipts":["# + receipts.joined(separator: ",")
      + "]}"
  }

  /// The answer of `ListHeads`.
  static func heads(_ receipts: String...) -> String {
    #"{"heads":["# + receipts.joined(separator: ",") + "]}"
  }
}
