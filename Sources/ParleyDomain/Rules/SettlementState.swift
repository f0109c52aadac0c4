/// The settlement axis, which runs beside every open stage.
package enum SettlementState: String, CaseIterable, Sendable {
  case none = "NONE"
  case offerOpen = "OFFER_OPEN"
  case signing = "SIGNING"
  case performing = "PERFORMING"
  case defaulted = "DEFAULTED"
}
