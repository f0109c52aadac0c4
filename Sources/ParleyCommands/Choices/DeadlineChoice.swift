import ArgumentParser

/// A deadline that can be lengthened, as arguments name it.
enum DeadlineChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case cure, grace, answer, exchange, award, reply
  case mediationConsent = "mediation-consent"
  case mediationWindow = "mediation-window"
  case payBy = "pay-by"
  static let prefix = "DEADLINE_KIND"
}
