/// The settlement axis, which runs beside every open stage.
package enum SettlementState: String, CaseIterable, Sendable {
  case none = "NONE"
  case offerOpen = "OFFER_OPEN"
  case bidding = "BIDDING"
  case signing = "SIGNING"
  case performing = "PERFORMING"
  case defaulted = "DEFAULTED"
}
