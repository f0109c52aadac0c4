import OpenSSLKit
import ParleyDomain
import ParleyStore

/// Seals and opens the bids of one bidding under its key.
///
/// What is sealed has the same length whatever is bid, and is bound to its place: the dispute, the
/// bidding, the round and the side.
struct BidBox {
  let dispute: DisputeID
  let bidding: Int
  let currency: Currency
  private let box: AESGCMBox

  /// Nil where the key is gone.
  init?(_ dispute: Dispute, bidding: Int, keys: BidKeys) {
    guard let key = keys.key(of: dispute.id, bidding: bidding), let box = try? AESGCMBox(key: key)
    else { return nil }
    self.dispute = dispute.id
    self.bidding = bidding
    currency = dispute.currency
    self.box = box
  }

  /// A bid with a salted commitment, under the key.
  func seal(_ amount: Money, of side: Side, round: Int) throws -> BidPaper {
    let nonce = try RandomBytes.make(Self.nonceByteCount)
    let plain = Self.bytes(amount.minorUnits) + nonce
    return BidPaper(
      amount: amount, commitment: commitment(amount, of: side, round: round, nonce: nonce),
      sealed: try box.seal(plain, associated: place(side, round)),
      nonce: DocumentHash(bytes: nonce))
  }

  /// The bid; nil where it was changed, or is not the one that was committed to.
  func open(_ sealed: SealedBid, of side: Side) -> BidOpening? {
    guard let plain = try? box.open(sealed.bytes, associated: place(side, sealed.round)),
      plain.count == 8 + Self.nonceByteCount
    else { return nil }
    let units = plain.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let amount = Money(minorUnits: Int64(bitPattern: units), currency: currency)
    let nonce = Array(plain.dropFirst(8))
    guard commitment(amount, of: side, round: sealed.round, nonce: nonce) == sealed.commitment
    else { return nil }
    return BidOpening(side: side, amount: amount, nonce: DocumentHash(bytes: nonce))
  }

  /// See `BidOpening` of the contract.
  private func commitment(
    _ amount: Money, of side: Side, round: Int, nonce: [UInt8]
  ) -> DocumentHash {
    let parts = [
      dispute.text, "\(bidding)", "\(round)", side.rawValue, amount.currency.code,
      "\(amount.minorUnits)",
    ].map { Array($0.utf8) }
    var bytes = Array("parley-bid-v1".utf8) + [0]
    for part in parts + [nonce] {
      let length = UInt32(clamping: part.count)
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + part
    }
    return DocumentHash(bytes: SHA256.hash(bytes).bytes)
  }

  private func place(_ side: Side, _ round: Int) -> [UInt8] {
    Array("\(dispute.text)\u{0}\(bidding)\u{0}\(round)\u{0}\(side.rawValue)".utf8)
  }

  private static func bytes(_ units: Int64) -> [UInt8] {
    let bits = UInt64(bitPattern: units)
    return (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
  }

  private static let nonceByteCount = 32
}
