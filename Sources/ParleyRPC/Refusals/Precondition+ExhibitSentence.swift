import ParleyDomain

extension Precondition {
  /// What is the matter with an exhibit.
  var exhibitSentence: String {
    switch self {
    case .ownExhibit:
      "Your own side filed this exhibit; only the other side objects to it."
    case .exhibitObjectionOver:
      "The time to object to this exhibit is over; say in the proceedings what it is worth."
    case .noExhibitObjection:
      "There is no such objection; list the exhibits to see what is said against them."
    case .objectionRuled:
      "This objection was ruled on, and is taken back no more; ask the arbitrator to rule anew."
    case .objectionWithdrawn:
      "The side that raised this objection took it back; there is nothing left to rule on."
    case .rulingsOutstanding:
      "What is said against exhibits is not ruled on yet; rule on it before the award is made."
    case .termsDiffer:
      "None of the contracts in evidence is the one whose terms were fixed when it was made; file that"
        + " one."
    case .consentBasisMissing:
      "This recording does not say on what consent it was made; file it anew with its consent."
    default:
      "A newer version took the place of this exhibit; name the newest one."
    }
  }
}
