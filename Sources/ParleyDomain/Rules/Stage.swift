/// The four stages of a dispute, with the intake before and the outcome after them.
package enum Stage: String, CaseIterable, Sendable {
  case intake = "INTAKE"
  case negotiation = "NEGOTIATION"
  case mediation = "MEDIATION"
  case arbitration = "ARBITRATION"
  case legal = "LEGAL"
  case closed = "CLOSED"
}
