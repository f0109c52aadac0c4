extension Decision {
  /// Records that the contract was made in another form than was stated: the limitation is found anew,
  /// by the form and the law. Since much hangs on it, a second person of the organization reviews the
  /// reason before it takes effect (K1).
  mutating func changeContractForm(to form: ContractForm, by person: Actor) throws(Refusal) {
    let old = caseFile.contractForm
    guard form != old else { throw .alreadyExists(what: "form") }
    // Found before it is asked for, so that nobody reviews what cannot be done.
    let isFound = caseFile.limitation.finding != nil
    let limitation = isFound ? try caseFile.opening.limitation(given: given, form: form) : nil
    if try holdForApproval(.changeContractForm(form), .changeContractForm, by: person) { return }
    let number = caseFile.formChanges.count + 1
    enter(
      .contractFormChanged(from: old, to: form), words: words("contractForm", numbered: "\(number)")
    )
    guard let limitation, caseFile.deadlines.contains(where: { $0.kind == .limitation }) else {
      return
    }
    enter(
      .limitationMoved(
        limitation,
        clocks: [RestartedClock(kind: .limitation, dueAt: limitation.endsAt)]
          + given.alerts(before: limitation.last, at: at) { .limitationAlert($0) }))
  }
}

extension Dispute {
  /// How the contracts in evidence compare with the terms that bind; nil where none were registered or
  /// stated. A view of what somebody sees compares what that one sees.
  package var termsComparison: TermsComparison? {
    guard let terms = caseFile.opening.terms else { return nil }
    let contracts = records(in: .caseFile).exhibits.filter {
      $0.offer.kind == .contract && $0.supersededBy == nil && !$0.erased
    }
    if contracts.isEmpty { return .notShown }
    return contracts.contains { $0.offer.hash == terms } ? .same : .differ
  }

  /// A claim is not filed on other terms than those that were fixed when the contract was made.
  func checkTerms() throws(Refusal) {
    guard termsComparison != .differ else {
      throw unmet(.termsDiffer, .fileDispute, next: NextStep(.addExhibit, by: .claimant))
    }
  }
}
