import ArgumentParser

/// The seats of neutrals, as options name them.
enum SeatChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case mediator, arbitrator
  static let prefix = "SEAT"
}
