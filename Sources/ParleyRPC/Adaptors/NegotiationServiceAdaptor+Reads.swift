import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension NegotiationServiceAdaptor {
  func getOffer(
    request: Parley_V1_GetOfferRequest, context: ServerContext
  ) async throws -> Parley_V1_Offer {
    try getOffer(request, try .now())
  }

  func listOffers(
    request: Parley_V1_ListOffersRequest, context: ServerContext
  ) async throws -> Parley_V1_ListOffersResponse {
    try listOffers(request, try .now())
  }

  func getAgreement(
    request: Parley_V1_GetAgreementRequest, context: ServerContext
  ) async throws -> Parley_V1_Agreement {
    try getAgreement(request, try .now())
  }

  /// One offer. One the caller does not see is as one that does not exist.
  func getOffer(
    _ request: Parley_V1_GetOfferRequest, _ call: Call
  ) throws -> Parley_V1_Offer {
    let name = try FieldReader.read { $0.numbered(request.name, in: "offers", at: "name") }
    call.note(name.dispute)
    let dispute = try desks.registrar.sheet(of: name.dispute, for: try call.caller).dispute
    guard let offer = dispute.settlement.offers.first(where: { $0.number == name.number }) else {
      throw Refusal.notFound
    }
    return .init(offer, in: dispute)
  }

  /// The offers of a dispute, oldest first.
  func listOffers(
    _ request: Parley_V1_ListOffersRequest, _ call: Call
  ) throws -> Parley_V1_ListOffersResponse {
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let dispute = try desks.registrar.sheet(of: id, for: try call.caller).dispute
    let page = try desks.pages.page(
      dispute.settlement.offers, size: size, token: request.pageToken, "offers|\(id.text)", call)
    return .with {
      $0.offers = page.items.map { .init($0, in: dispute) }
      $0.nextPageToken = page.next
    }
  }

  /// The agreement in the making or in force.
  func getAgreement(
    _ request: Parley_V1_GetAgreementRequest, _ call: Call
  ) throws -> Parley_V1_Agreement {
    let id = try FieldReader.read { $0.only("agreement", request.name) }
    call.note(id)
    let dispute = try desks.registrar.sheet(of: id, for: try call.caller).dispute
    guard let draft = dispute.settlement.agreement else { throw Refusal.notFound }
    let words = WordReading(dispute, .settlement)
    return .with {
      $0.name = "\(id.name)/agreement"
      $0.offer = id.child("offers", draft.offer)
      $0.text = words["agreement.\(draft.offer).text"]
      $0.sha256 = draft.document.hex
      $0.signByTime = .init(draft.signBy)
      $0.signatures = Side.allCases.compactMap { side in
        draft.signatures[side].map { signature in
          .with {
            $0.side = .init(side)
            $0.signerName = words["signature.\(draft.offer).\(side.rawValue).name"]
            $0.authority = .init(signature.authority)
          }
        }
      }
      $0.etag = Etag.of(draft)
    }
  }
}
