/// What a person may be on this server. A grant is held in an organization; a seat in a dispute is
/// something else (``Standing``).
package enum Role: String, CaseIterable, Sendable {
  case broker = "BROKER"
  case supervisor = "BROKER_SUPERVISOR"
  case client = "CLIENT"
  case mediator = "MEDIATOR"
  case arbitrator = "ARBITRATOR"
  case counsel = "COUNSEL"
  case administrator = "ADMINISTRATOR"
  case auditor = "AUDITOR"
}
