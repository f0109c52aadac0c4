import ArgumentParser

/// What a person may be on a server, as options name them.
enum RoleChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case broker
  case brokerSupervisor = "broker-supervisor"
  case client, mediator, arbitrator, counsel, administrator, auditor
  static let prefix = "ROLE"
}
