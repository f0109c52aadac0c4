import ArgumentParser

/// What an exhibit is, as options name them.
enum ExhibitChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case contract, invoice, email
  case callNote = "call-note"
  case chat
  case paymentRecord = "payment-record"
  case deliveryProof = "delivery-proof"
  case statement, photo, recording
  case courtDocument = "court-document"
  case other
  static let prefix = "EXHIBIT_KIND"
}
