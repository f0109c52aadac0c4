import ParleyDomain

extension DocketSentence {
  /// Waivers, published notes and erasures.
  static func secrecy(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .waiverProposed(let number, let by, let whole, let items):
      "Waiver \(number) of the mediation privilege proposed and signed by the "
        + "\(lower(by.rawValue)): "
        + (whole ? "the whole mediation so far" : "\(items.count) named")
    case .waiverSigned(let number, .party(let side)):
      "Waiver \(number) signed by the \(lower(side.rawValue))"
    case .waiverSigned(let number, .mediator(let ownNotes)):
      "Waiver \(number) signed by the mediator" + (ownNotes ? ", own notes included" : "")
    case .waiverWithdrawn(let number, let by):
      "Waiver \(number) withdrawn by the \(lower(by.rawValue))"
    case .waiverTookEffect(let number, let caseNumber, let items):
      "Waiver \(number) in force as waiver \(caseNumber) of the case: \(items.count) filed there"
    case .privilegeWaived(let number, let whole, let byMediator):
      "Mediation privilege waived by all parties\(byMediator ? " and the mediator" : "")"
        + " (waiver \(number), \(whole ? "the whole mediation" : "in part"))"
    case .exhibitAdmitted(let offer, let number, let late, let waiver, _):
      "Exhibit E-\(number) admitted under waiver \(waiver) (\(lower(offer.kind.rawValue)))"
        + (late ? ", after the time for evidence" : "")
    case .communicationAdmitted(let number, let waiver, let kind, let by, let madeAt):
      "Communication \(number) admitted under waiver \(waiver): \(lower(kind.rawValue)) of the "
        + "\(lower(by.rawValue)), \(DateText.moment(madeAt, in: zone))"
    case .notePublished(let note, let exhibit):
      "Exhibit E-\(exhibit.number) made of \(lower(note.kind.rawValue)) \(note.number)"
    case .erasureRequested(let number, let sequence, let exhibit, let basis, let by):
      "Erasure \(number) asked for by the \(lower(by.rawValue)): words of entry \(sequence)"
        + (exhibit.map { " and the bytes of \($0.compartment.exhibitPrefix)-\($0.number)" } ?? "")
        + ", \(lower(basis.rawValue))"
    case .erasureRefused(let number): "Erasure \(number) refused"
    case .wordsErased(let number, let sequence, let exhibit, let basis, _):
      "Words of entry \(sequence) erased"
        + (exhibit.map { ", with the bytes of \($0.compartment.exhibitPrefix)-\($0.number)" } ?? "")
        + " (erasure \(number), \(lower(basis.rawValue)))"
    default: nil
    }
  }
}
