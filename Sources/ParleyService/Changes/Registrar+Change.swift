import OpenSSLKit
import ParleyDocuments
import ParleyDomain
import ParleyStore

extension Registrar {
  /// Changes a dispute.
  ///
  /// The order of the checks is fixed: visible, permitted, shape, request log (a repeat is answered
  /// there with the first answer), freshness, deadlines that are due, stage, rule. Nothing is
  /// answered before it is on disk.
  ///
  /// - Parameter reply: builds the reply that is kept for repeats, without receipts, from the state
  ///   after the change as the caller sees it. Runs on the writer: quick, and without side effects.
  package func change(
    _ request: ChangeRequest, by caller: Caller,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer {
    let people: @Sendable (Registry) throws -> [PeopleChange] = { registry in
      // Whoever was the respondent by mistake has no code for the seat either.
      guard case .command(.amendParty(let amendment)) = request.ask, amendment.replaces else {
        return []
      }
      return try Self.openCodes(to: request.dispute, in: registry) { $0.side == .respondent }
    }
    return try await change(request, by: caller, people: people, reply: reply)
  }

  /// As ``change(_:by:reply:)``, with changes to the registers of people in the same transaction.
  func change(
    _ request: ChangeRequest, by caller: Caller,
    people: @escaping @Sendable (Registry) throws -> [PeopleChange],
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer {
    let filing = request.filing(by: caller)
    // An act may end its author's own sight, as a mediator's report does: its answer is still told.
    let before = (try? journal.dispute(request.dispute))?.dispute.standings(of: caller.actor) ?? []
    let change = Change(
      dispute: request.dispute, request: try mark(of: request, by: caller),
      validateOnly: request.validateOnly,
      permit: { docketed, registry in
        let given = try self.given(
          registry, profile: docketed.dispute.caseFile.profile,
          interest: docketed.dispute.caseFile.opening.interest)
        try docketed.dispute.checkAccess(filing, given: given)
        let prepared = try self.prepare(
          filing, in: docketed.dispute, ask: request.ask, at: registry.now)
        try docketed.dispute.checkShape(prepared, given: given)
      },
      fresh: { docketed, _ in
        try self.check(request.freshness, on: docketed, for: caller)
      },
      decide: { docketed, registry in
        let dispute = docketed.dispute
        try self.check(request.place, of: filing, in: dispute)
        let prepared = try self.prepare(
          filing, in: dispute, ask: request.ask, at: registry.now)
        let given = try self.given(
          registry, profile: dispute.caseFile.profile,
          interest: dispute.caseFile.opening.interest,
          people: try self.people(named: prepared, in: dispute, registry),
          elsewhere: prepared.command.claimsItems ? try registry.duplicates(of: dispute) : [:],
          conflicts: try self.conflicts(named: prepared, in: dispute, registry),
          named: try self.named(by: prepared, in: dispute, registry), of: dispute,
          bidding: try self.openedBidding(for: prepared, request, in: dispute))
        return Decision(
          entries: try dispute.decide(prepared, given: given), people: try people(registry),
          reply: { try reply(self.outline($0, for: caller, before: before)) })
      })
    let made = try answer(try await journal.change(change), to: caller, before: before)
    return request.validateOnly && !made.repeated ? made.withoutReceipts : made
  }

  /// Opens a dispute as a draft of the caller's organization.
  package func open(
    _ request: OpeningRequest, by caller: Caller,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer {
    let opening = Opening(
      request: request.repeatability.mark(of: caller), validateOnly: request.validateOnly,
      drawID: { DisputeID(try Base32Check.random()) },
      permit: { registry in
        _ = try Dispute.open(
          id: DisputeID(""), filing: try self.filing(request, by: caller, registry),
          given: try self.given(
            registry, profile: request.profile, interest: request.opening.interest))
      },
      decide: { id, registry in
        Decision(
          entries: try Dispute.open(
            id: id, filing: try self.filing(request, by: caller, registry),
            given: try self.given(
              registry, profile: request.profile, interest: request.opening.interest)),
          reply: { try reply(self.outline($0, for: caller)) })
      })
    let made = try answer(try await journal.open(opening), to: caller)
    return request.validateOnly ? made.withoutReceipts : made
  }

  /// Signs what the caller may see of the heads a write touched.
  func answer(
    _ answer: Answer, to caller: Caller, before: Set<Standing> = []
  ) throws -> ChangeAnswer {
    let standings =
      answer.current.map {
        self.standings(of: caller, in: $0.dispute, before: answer.repeated ? [] : before)
      } ?? []
    let receipts = try answer.heads
      .filter { head in
        guard let dispute = answer.current?.dispute else { return false }
        return sight(of: head.compartment, for: standings, in: dispute) != .none
      }
      .map { try $0.signed(with: journal.signingKey) }
    return ChangeAnswer(reply: answer.reply, receipts: receipts, repeated: answer.repeated)
  }

  func outline(
    _ outline: Decision.Outline, for caller: Caller, before: Set<Standing> = []
  ) throws -> ChangeOutline {
    guard let after = outline.after else {
      throw JournalFault.decisionMalformed(reason: "a change of a dispute has a state after it")
    }
    let standings = standings(of: caller, in: after.dispute, before: before)
    return ChangeOutline(
      sheet: try sheet(
        of: after, for: caller, with: standings, at: outline.now, withVerdicts: true),
      entries: outline.entries.compactMap { seen($0, with: standings, in: after.dispute) })
  }

  /// As whom the caller is answered: as one stands now, or, where nothing is seen any more, as one
  /// stood when one acted.
  private func standings(
    of caller: Caller, in dispute: Dispute, before: Set<Standing>
  ) -> Set<Standing> {
    let now = dispute.standings(of: caller.actor)
    return dispute.seen(with: now) == nil ? before : now
  }

  private func check(
    _ freshness: Freshness, on docketed: DocketedDispute, for caller: Caller
  ) throws {
    switch freshness {
    case .any: return
    case .dispute(let etag):
      let standings = docketed.dispute.standings(of: caller.actor)
      guard Etag.of(docketed, for: standings) == etag else { throw Refusal.stale }
    case .offer(let number, let etag):
      let offer = docketed.dispute.settlement.offers.first { $0.number == number }
      // An offer that is not there is for the rules to refuse, with their reason.
      guard offer.map({ Etag.of($0) == etag }) ?? true else { throw Refusal.stale }
    case .agreement(let etag):
      let draft = docketed.dispute.settlement.agreement
      guard draft.map({ Etag.of($0) == etag }) ?? true else { throw Refusal.stale }
    }
  }

  /// An upload that began in one tenure of a seat is not filed in the next: its bytes lie where the
  /// first one's do.
  private func check(_ place: Compartment?, of filing: Filing, in dispute: Dispute) throws {
    guard let place, case .addExhibit(let offer) = filing.command else { return }
    guard dispute.caseFile.current(offer.compartment) == place else { throw Refusal.stale }
  }

  /// Adds what the server itself contributes to a command: the text of an agreement and its hash.
  private func prepare(
    _ filing: Filing, in dispute: Dispute, ask: ChangeRequest.Ask, at now: Instant
  ) throws -> Filing {
    if case .publishNote(let note, let items) = ask {
      return try self.filing(publishing: note, items: items, as: filing, in: dispute)
    }
    if let prepared = try prepareBidding(filing, in: dispute, ask: ask) { return prepared }
    guard case .acceptOffer(let number) = ask else { return filing }
    guard let offer = dispute.settlement.offers.first(where: { $0.number == number }) else {
      throw Refusal.notFound
    }
    let words = dispute.records[.caseFile]?.words ?? [:]
    let (items, owed) = try settledItems(of: offer, in: dispute, words: words, at: now)
    let text = try AgreementText.text(
      offer: offer,
      conditions: dispute.records[.settlement]?.words["offer.\(number).conditions"],
      balance: owed,
      claimant: names.name(of: dispute.caseFile.organization) ?? dispute.caseFile.organization.text,
      respondent: words["respondent.name"] ?? "The respondent",
      reference: Base32Check.grouped(dispute.id.text),
      graceDays: try profile(of: dispute.id).planGraceDays, items: items)
    return Filing(
      actor: filing.actor,
      command: .acceptOffer(number: number, agreement: DocumentText.hash(of: text)),
      words: filing.words + [Word("agreement.text", text)], recordedFor: filing.recordedFor)
  }

  /// The items an offer settles apart with what is owed on each, and what is owed in all.
  private func settledItems(
    of offer: Offer, in dispute: Dispute, words: [String: String], at now: Instant
  ) throws -> ([AgreementText.SettledItem], Money) {
    let today = zone.date(at: now)
    let given = try given(at: now, for: dispute)
    let owed = dispute.owed(on: offer.terms.items, asOf: today, given: given)
    guard !owed.isEmpty else { return ([], dispute.balance(on: today, given: given)) }
    func money(_ amount: Int64) -> Money { Money(minorUnits: amount, currency: dispute.currency) }
    let items = owed.map { left in
      AgreementText.SettledItem(
        number: left.item, reference: words["item.\(left.item).number"] ?? "",
        principal: money(left.principal), interest: money(left.interest),
        compensation: money(left.compensation))
    }
    return (items, money(owed.map(\.total).saturatingSum))
  }

  private func people(
    named filing: Filing, in dispute: Dispute, _ registry: Registry
  ) throws -> [MemberID: Actor] {
    switch filing.command {
    case .nominateNeutral(let member), .appointNeutral(let member):
      let seat = dispute.caseFile.seatInPlay() ?? .mediator
      guard try registry.isOnPanel(member, for: seat), let actor = try registry.actor(member)
      else { return [:] }
      return [member: actor]
    case .assignOwner(let member):
      guard let actor = try registry.actor(member) else { return [:] }
      return [member: actor]
    default: return [:]
    }
  }
}

extension Command {
  /// Whether the items must not be claimed elsewhere.
  fileprivate var claimsItems: Bool {
    if case .reversePosting(.writeOff, _) = self { return true }
    return self == .fileDispute || self == .reopenDispute
  }
}

extension ChangeRequest {
  func filing(by caller: Caller) -> Filing {
    let command =
      switch ask {
      case .command(let command): command
      case .acceptOffer(let number):
        Command.acceptOffer(number: number, agreement: DocumentText.hash(of: ""))
      case .openBidding(let terms, let authority):
        Command.openBidding(
          terms, Signature(document: DocumentText.hash(of: ""), authority: authority))
      case .placeBid(let number, let round, let amount):
        Command.placeBid(
          number: number, round: round,
          BidPaper(
            amount: amount, commitment: DocumentText.hash(of: ""), sealed: [],
            nonce: DocumentText.hash(of: "")))
      case .publishNote(let note, let items):
        Command.publishNote(
          note,
          ExhibitOffer(
            kind: .statement, compartment: .caseFile, hash: DocumentText.hash(of: ""),
            byteCount: 0, mediaType: "text/plain", items: items, madeForMediation: false))
      }
    return Filing(
      actor: caller.actor, command: command, words: words, recordedFor: recordedFor)
  }
}

extension Repeatability {
  func mark(of caller: Caller) -> RequestMark {
    RequestMark(
      caller: caller.actor.member, id: requestID, content: content, fields: fields)
  }
}
