import ArgumentParser

/// How the contract was made, as options name them.
enum FormChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case writtenSigned = "written-signed"
  case electronic
  case emailExchange = "email-exchange"
  case verbal, mixed
  static let prefix = "CONTRACT_FORM"
}
