import ArgumentParser

/// Why a nominee is objected to, as options name them.
enum GroundChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case relationship
  case financialInterest = "financial-interest"
  case priorInvolvement = "prior-involvement"
  case other
  static let prefix = "OBJECTION_GROUND"
}
