import ArgumentParser

/// What the client is, as options name them.
enum DebtorChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case individual, business
  case publicBody = "public-body"
  static let prefix = "DEBTOR_KIND"
}
