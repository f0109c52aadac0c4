import ParleyDomain

extension Batch {
  /// See ``Change`` for the order of things.
  mutating func perform(_ change: Change) throws -> Answer {
    guard let before = try find(change.dispute) else { throw Refusal.notFound }
    do {
      try change.permit(before.docketed, registry)
    } catch Refusal.notFound {
      // An act may end its author's own sight: its exact repeat is still told what it did.
      if let answered = try? recall(change.request, current: before.docketed) { return answered }
      throw Refusal.notFound
    }
    if let answered = try recall(change.request, current: before.docketed) { return answered }
    try change.fresh(before.docketed, registry)

    var docketing = Docketing(before.docketed, after: order, now: now)
    try fireDue(&docketing)
    let fired = docketing.rows.count
    guard let current = docketing.docketed else { throw Refusal.notFound }
    let decision: Decision
    do {
      decision = try change.decide(current, registry)
      for entry in decision.entries {
        try append(entry, to: &docketing, validateOnly: change.validateOnly)
      }
    } catch {
      // What fell due stays due, whatever became of the command.
      if fired > 0, !change.validateOnly { try keepDeadlines(of: before) }
      throw error
    }
    return try conclude(
      decision, docketing, before: before, request: change.request,
      validateOnly: change.validateOnly)
  }

  mutating func perform(_ opening: Opening) throws -> Answer {
    try opening.permit(registry)
    if let answered = try recall(opening.request, current: nil) { return answered }
    let id = try drawID(opening)
    let decision = try opening.decide(id, registry)
    guard !decision.entries.isEmpty else {
      throw JournalFault.decisionMalformed(reason: "a new dispute needs an entry")
    }
    var docketing = Docketing(new: id, after: order, now: now)
    for entry in decision.entries { try append(entry, to: &docketing) }
    return try conclude(
      decision, docketing, before: nil, request: opening.request,
      validateOnly: opening.validateOnly)
  }

  mutating func perform(_ write: PeopleWrite) throws -> Answer {
    try write.permit(registry)
    if let answered = try recall(write.request, current: nil) { return answered }
    let decision = try write.decide(registry)
    guard decision.entries.isEmpty else {
      throw JournalFault.decisionMalformed(reason: "entries need a dispute")
    }
    let reply = try decision.reply(Decision.Outline(after: nil, entries: [], now: now))
    let answer = Answer(
      reply: reply, dispute: nil, heads: [], now: now, repeated: false, current: nil)
    guard !write.validateOnly else { return answer }
    try store { batch in
      try batch.apply(decision.people)
      try batch.remember(write.request, answer)
    }
    return answer
  }

  /// Refuses an entry that names evidence which is not stored. A dry run comes before the bytes.
  func append(
    _ entry: Entry, to docketing: inout Docketing, validateOnly: Bool = false
  ) throws {
    if !validateOnly {
      switch entry.event {
      case .exhibitAdded(let offer, _, _): try checkStored(offer, of: docketing.id)
      case .biddingConsented(let number, _, _, _):
        try bidKeys.make(for: docketing.id, bidding: number)
      case .exhibitAdmitted(let offer, _, _, _, let from):
        if evidence.size(docketing.id, offer.compartment, offer.hash) == nil {
          try evidence.share(docketing.id, offer.hash, from: from, to: offer.compartment)
        }
        try checkStored(offer, of: docketing.id)
      default: break
      }
    }
    try docketing.append(entry)
  }

  private func checkStored(_ offer: ExhibitOffer, of dispute: DisputeID) throws {
    guard evidence.size(dispute, offer.compartment, offer.hash) == offer.byteCount else {
      throw JournalFault.evidenceMissing
    }
  }

  /// Builds the reply, stores everything, answers.
  private mutating func conclude(
    _ decision: Decision, _ docketing: Docketing, before: LoadedDispute?, request: RequestMark?,
    validateOnly: Bool
  ) throws -> Answer {
    if !validateOnly, !docketing.erasures.isEmpty {
      return try concludeErasing(decision, docketing, before: before, request: request)
    }
    let reply = try decision.reply(
      Decision.Outline(
        after: docketing.docketed, entries: docketing.rows.map(\.docketed), now: now))
    let answer = Answer(
      reply: reply, dispute: docketing.id,
      heads: docketing.touched.compactMap { docketing.heads[$0] }, now: now, repeated: false,
      current: docketing.docketed)
    guard !validateOnly else { return answer }
    try store { batch in
      try batch.apply(decision.people)
      try batch.keep(docketing, before: before)
      try batch.remember(request, answer)
      try batch.forgetBids(docketing)
    }
    return answer
  }

  /// An erasure is stored first and the reply made of what is left, so that no reply is kept that
  /// holds the words.
  private mutating func concludeErasing(
    _ decision: Decision, _ docketing: Docketing, before: LoadedDispute?, request: RequestMark?
  ) throws -> Answer {
    var made: Answer?
    try store { batch in
      try batch.apply(decision.people)
      try batch.keep(docketing, before: before)
      let current = batch.changed[docketing.id]?.docketed
      let answer = Answer(
        reply: try decision.reply(
          Decision.Outline(
            after: current, entries: docketing.rows.map(\.docketed), now: batch.now)),
        dispute: docketing.id,
        heads: docketing.touched.compactMap { docketing.heads[$0] }, now: batch.now,
        repeated: false, current: current)
      try batch.remember(request, answer)
      try batch.forgetBids(docketing)
      made = answer
    }
    guard let made else { throw JournalFault.decisionMalformed(reason: "nothing was stored") }
    return made
  }

  private func drawID(_ opening: Opening) throws -> DisputeID {
    for _ in 0..<Limits.idDrawsMax {
      let id = try opening.drawID()
      guard FileSystem.isPlainName(id.text), id.text.utf8.count <= 32 else {
        throw JournalFault.decisionMalformed(reason: "the dispute's id is not a plain name")
      }
      if try find(id) == nil { return id }
    }
    throw JournalFault.decisionMalformed(reason: "no free id was drawn")
  }
}
