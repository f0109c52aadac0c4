import ArgumentParser

/// What the contract is about, as options name them.
enum TypeChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case services, goods, carriage, rent, loan, insurance, brokerage, other
  case carriageCMR = "carriage-cmr"
  case carriageInterstate = "carriage-interstate"
  static let prefix = "CONTRACT_TYPE"
}
