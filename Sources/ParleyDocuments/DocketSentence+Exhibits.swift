import ParleyDomain

extension DocketSentence {
  /// An exhibit that was filed, with what it is of another one.
  static func filed(_ offer: ExhibitOffer, _ number: Int, late: Bool) -> String {
    let label = "\(offer.compartment.exhibitPrefix)-\(number)"
    let made = offer.rendition.map { rendition in
      ", \(lower(rendition.kind.rawValue))"
        + (rendition.original.map { " of \(Self.label($0))" } ?? "")
        + (rendition.certified ? ", certified" : "")
    }
    let time =
      offer.tendered
      ? ", tendered when the record was closed" : late ? ", after the time for evidence" : ""
    return "Exhibit \(label) filed (\(lower(offer.kind.rawValue)))" + (made ?? "") + time
  }

  /// What became of exhibits.
  static func exhibits(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .contractFormChanged(let old, let form):
      "Form of the contract recorded as \(lower(form.rawValue)), before as \(lower(old.rawValue))"
    case .renditionFiled(let kind, let original, let made):
      "\(label(made)), a \(lower(kind.rawValue)), was made of \(label(original))"
    case .exhibitLinked(let id, let items):
      "Exhibit \(label(id)) is to support "
        + (items.isEmpty
          ? "no claim item" : "item " + items.map(String.init).joined(separator: ", "))
    case .exhibitObjected(let id, let ground, let number, let by):
      "Objection \(number) to exhibit \(label(id)) by the \(lower(by.rawValue)):"
        + " \(lower(ground.rawValue))"
    case .exhibitObjectionWithdrawn(let id, let objection, let by):
      "Objection \(objection) to exhibit \(label(id)) taken back by the \(lower(by.rawValue))"
    case .exhibitRuled(let id, let objection, let ruling):
      "Objection \(objection) \(lower(ruling.rawValue)): exhibit \(label(id)) \(effect(ruling))"
    case .deficiencyNoticed(let id, let lack, let number, let cureBy):
      "Exhibit \(label(id)) found deficient (notice \(number), \(lower(lack.rawValue))); to be"
        + " supplied by \(DateText.lastMinute(before: cureBy, in: zone))"
    case .exhibitDeficiencyLapsed(let number):
      "What notice \(number) named was not supplied in time; the exhibit waits for a ruling"
    default: nil
    }
  }

  private static func label(_ id: ExhibitID) -> String {
    "\(id.compartment.exhibitPrefix)-\(id.number)"
  }

  private static func effect(_ ruling: ExhibitRuling) -> String {
    switch ruling {
    case .sustained: "is left out of what is considered"
    case .overruled: "is considered"
    case .limited: "is considered for one purpose alone"
    }
  }
}
