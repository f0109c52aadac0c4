extension Decision {
  mutating func actOnEnd(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .writeOff:
      if try holdForApproval(.writeOff, .writeOff, by: person) { return }
      close(.writtenOff, rule: "T24")
      enter(.noteAdded, words: noteOf("writeOff"), in: .internal)
    case .withdrawDispute(let withPrejudice, let consent):
      guard withPrejudice || !caseFile.respondentAnswered || consent != nil else {
        throw unmet(.answeredWithoutPrejudice, .withdrawDispute)
      }
      if let consent {
        try checkProof(consent, .withdrawDispute)
      } else {
        try dispute.checkNoCounterclaim(.withdrawDispute)
      }
      close(
        withPrejudice ? .withdrawnWithPrejudice : .withdrawnWithoutPrejudice, rule: "T25",
        words: words + (consent.map { [Word("withdrawal.consent", "E-\($0.number)")] } ?? []))
    case .closeDispute(let outcome):
      let opens = caseFile.limitation.endsAt
      if outcome == .timeBarred, at < opens {
        throw unmet(.limitationRunning, .closeDispute, earliest: opens)
      }
      close(outcome, rule: "T32", words: words)
    default: break
    }
  }

  /// Why the claimant gives the claim up stays with the claimant.
  private func noteOf(_ prefix: String) -> [Word] {
    let number = dispute.records(in: .internal).notes.count + 1
    return words(prefix).map { Word("note.\(number)" + $0.path.dropFirst(prefix.count), $0.text) }
  }
}
