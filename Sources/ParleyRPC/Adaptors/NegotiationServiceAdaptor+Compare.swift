import GRPCCore
import ParleyDocuments
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension NegotiationServiceAdaptor {
  /// What changed between two drafts. Where the settlement is not seen, no draft exists; where it is, a
  /// draft that was never made is refused by its field.
  func getAgreementComparison(
    request: Parley_V1_GetAgreementComparisonRequest, context: ServerContext
  ) async throws -> Parley_V1_AgreementComparison {
    let call = try Call.now()
    let (id, older, newer) = try FieldReader.read { fields in
      let id = fields.only("agreement", request.name)
      func offer(_ name: String, _ field: String) -> Int? {
        name.isEmpty ? nil : fields.numbered(name, in: "offers", at: field, of: id).number
      }
      return (
        id, offer(request.olderOffer, "older_offer"), offer(request.newerOffer, "newer_offer")
      )
    }
    call.note(id)
    let dispute = try desks.registrar.sheet(of: id, for: try call.caller).dispute
    let drafts = dispute.settlement.offers.filter { $0.step == .accepted }
    guard !drafts.isEmpty else { throw Refusal.notFound }
    let after = try Self.draft(newer ?? drafts.last?.number, of: drafts, "newer_offer")
    let before = try Self.draft(
      older ?? drafts.last { $0.number < after.number }?.number, of: drafts, "older_offer")
    let words = WordReading(dispute, .settlement)
    func text(_ offer: Offer) -> String { words["agreement.\(offer.number).text"] }
    func whole(_ offer: Offer) -> (OfferTerms, String, String) {
      (offer.terms, words["offer.\(offer.number).conditions"], text(offer))
    }
    let comparison = DraftComparison(older: whole(before), newer: whole(after))
    return .with {
      $0.name = "\(id.name)/agreement"
      $0.olderOffer = id.child("offers", before.number)
      $0.newerOffer = id.child("offers", after.number)
      $0.olderSha256 = DocumentText.hash(of: text(before)).hex
      $0.newerSha256 = DocumentText.hash(of: text(after)).hex
      $0.terms = comparison.changes.map { change in
        .with {
          $0.term = change.term
          $0.older = change.older
          $0.newer = change.newer
        }
      }
      $0.lines = comparison.lines.map { line in
        .with {
          $0.change = .init(line.side)
          $0.text = line.text
        }
      }
    }
  }

  private static func draft(
    _ number: Int?, of drafts: [Offer], _ field: String
  ) throws(Refusal) -> Offer {
    guard let draft = drafts.first(where: { $0.number == number }) else {
      let made = drafts.map { "\($0.number)" }.joined(separator: ", ")
      throw .invalid([
        FieldProblem(field, "No such draft was made; drafts were made of the offers \(made).")
      ])
    }
    return draft
  }
}

extension Parley_V1_LineChange {
  fileprivate init(_ side: DraftComparison.Side) {
    self =
      switch side {
      case .same: .same
      case .removed: .removed
      case .added: .added
      }
  }
}
