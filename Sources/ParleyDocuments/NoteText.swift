package import ParleyDomain

/// The text of a note as an exhibit: what it is and whose, and its words as they stand. It does not say
/// which number the note has, since that would tell how many others there are.
package enum NoteText {
  /// Nil where there is no such note, or its words were erased. The same note gives the same bytes.
  package static func text(of note: NoteReference, in dispute: Dispute, zone: Zone) -> String? {
    let held = dispute.records[note.compartment]
    let source = source(of: note, in: dispute, zone: zone)
    guard let source else { return nil }
    switch note.kind {
    case .note: return held?.text(of: note.number).map { "\(source)\n\n\($0)\n" }
    case .call:
      guard let text = held?.words["call.\(note.number).text"] else { return nil }
      let people = held?.words["call.\(note.number).participants"].map { "Took part: \($0)\n\n" }
      return "\(source)\n\n\(people ?? "")\(text)\n"
    }
  }

  /// Where an exhibit made of it comes from, as a line.
  package static func source(of note: NoteReference, in dispute: Dispute, zone: Zone) -> String? {
    let held = dispute.records[note.compartment]
    switch note.kind {
    case .note:
      guard let record = held?.notes.first(where: { $0.number == note.number }) else { return nil }
      return "Note of the \(DocketSentence.lower(record.author.rawValue)), "
        + DateText.moment(record.madeAt, in: zone)
    case .call:
      guard let record = held?.calls.first(where: { $0.number == note.number }) else { return nil }
      return "Note of a call, by the \(DocketSentence.lower(record.by.rawValue)), "
        + DateText.moment(record.note.startedAt, in: zone)
    }
  }
}
