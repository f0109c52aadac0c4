import ArgumentParser

/// What an order orders, as options name them.
enum OrderChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case evidenceTimetable = "evidence-timetable"
  case hearing, production, other
  static let prefix = "ORDER_KIND"
}
