import ArgumentParser

/// A kind of relationship, as arguments name it.
enum RelationChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case employment, counsel, family, financial, other
  static let prefix = "RELATION_KIND"
}
