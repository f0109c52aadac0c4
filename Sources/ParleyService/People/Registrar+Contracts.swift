import OpenSSLKit
package import ParleyDomain
package import ParleyStore

/// A contract to be put on register.
package struct ContractSpec: Hashable, Sendable {
  package let counterpart: String
  package let form: ContractForm
  package let type: ContractType
  package let law: String
  package let madeOn: CivilDate?
  package let terms: DocumentHash?
  package let clauses: [RegisteredContract.Part]
  package let supersedes: Int?

  package init(
    counterpart: String, form: ContractForm, type: ContractType, law: String, madeOn: CivilDate?,
    terms: DocumentHash?, clauses: [RegisteredContract.Part], supersedes: Int?
  ) {
    self.counterpart = counterpart
    self.form = form
    self.type = type
    self.law = law
    self.madeOn = madeOn
    self.terms = terms
    self.clauses = clauses
    self.supersedes = supersedes
  }
}

extension Registrar {
  /// Puts a contract on the register of the caller's organization, before any dispute. For its brokers
  /// and supervisors. Refuses a day ahead, a predecessor that is not there or has a successor, and more
  /// than the limit. A repeat answers the first one.
  package func register(
    _ spec: ContractSpec, for organization: OrganizationID, request: PeopleRequest = .plain,
    by caller: Caller
  ) async throws -> RegisteredContract {
    try checkRegister(of: organization, by: caller)
    let now = journal.now
    guard spec.madeOn.map({ $0 <= zone.date(at: now) }) ?? true else {
      throw Refusal.invalid([FieldProblem("made_date", "Must not lie ahead.")])
    }
    @Sendable func contract(_ number: Int) -> RegisteredContract {
      RegisteredContract(
        organization: organization, number: number, counterpart: spec.counterpart,
        form: spec.form, type: spec.type, law: spec.law, madeOn: spec.madeOn, terms: spec.terms,
        clauses: spec.clauses, supersedes: spec.supersedes, registeredBy: caller.actor.member,
        registeredAt: now)
    }
    let answer = try await journal.people(
      PeopleWrite(
        request: request.repeatability?.mark(of: caller), validateOnly: request.validateOnly
      ) { registry in
        if let older = spec.supersedes {
          guard try registry.contract(organization, older) != nil else {
            throw Refusal.invalid([
              FieldProblem("supersedes", "There is no such contract on register.")
            ])
          }
          guard try registry.successor(of: older, organization) == nil else {
            throw Refusal.alreadyExists(what: "contract")
          }
        }
        let last = try registry.lastContract(of: organization)
        let most = Limits.contractsPerOrganizationMax
        guard last < most else {
          throw Refusal.limitReached(
            name: "contracts_per_organization_max", maximum: Int64(most))
        }
        return Decision(people: [.contractRegistered(contract(last + 1))]) { _ in
          Array("\(last + 1)".utf8)
        }
      })
    let number = Int(String(decoding: answer.reply, as: UTF8.self)) ?? 0
    if request.validateOnly, !answer.repeated { return contract(number) }
    guard let kept = try journal.read({ try $0.contract(organization, number) }) else {
      throw Refusal.notFound
    }
    return kept
  }

  /// A contract on register, with the number of the one that took its place. Another organization's is
  /// as one that is not there.
  package func contract(
    _ number: Int, of organization: OrganizationID, for caller: Caller
  ) throws -> (contract: RegisteredContract, successor: Int?) {
    try checkRegister(of: organization, by: caller)
    return try journal.read { registry in
      guard let found = try registry.contract(organization, number) else {
        throw Refusal.notFound
      }
      return (contract: found, successor: try registry.successor(of: number, organization))
    }
  }

  /// A page of the register, the oldest first.
  package func contracts(
    of organization: OrganizationID, after mark: PageMark?, limit: Int, for caller: Caller
  ) throws -> (contracts: [(contract: RegisteredContract, successor: Int?)], next: PageMark?) {
    try checkRegister(of: organization, by: caller)
    return try journal.read { registry in
      let page = try registry.contracts(
        of: organization, after: Int(mark?.numbers.first ?? 0), limit: limit)
      return (
        contracts: try page.map {
          (contract: $0, successor: try registry.successor(of: $0.number, organization))
        },
        next: page.count == limit ? page.last.map { PageMark([Int64($0.number)]) } : nil
      )
    }
  }

  /// The opening of a dispute, under the contract on register that it names: what was fixed there takes
  /// the place of what the request leaves out.
  func filing(
    _ request: OpeningRequest, by caller: Caller, _ registry: Registry
  ) throws -> Filing {
    guard let number = request.registration, let organization = caller.actor.organization else {
      return Filing(
        actor: caller.actor, command: .createDispute(request.opening), words: request.words)
    }
    guard let contract = try registry.contract(organization, number) else {
      throw Refusal.invalid([
        FieldProblem("contract.registration", "There is no such contract on register.")
      ])
    }
    let places = contract.clauses.enumerated().compactMap { index, part in
      part.reference.isEmpty ? nil : Word("clause.\(index + 1).reference", part.reference)
    }
    return Filing(
      actor: caller.actor, command: .createDispute(request.opening.under(contract)),
      words: request.words + places)
  }

  private func checkRegister(of organization: OrganizationID, by caller: Caller) throws {
    try caller.require(.broker, .supervisor)
    guard caller.actor.organization == organization else { throw Refusal.notFound }
  }
}

extension DisputeOpening {
  fileprivate func under(_ contract: RegisteredContract) -> DisputeOpening {
    DisputeOpening(
      debtorKind: debtorKind, collectorKind: collectorKind, jurisdiction: jurisdiction,
      contractForm: contract.form, contractType: contract.type,
      clauses: contract.clauses.map(\.clause), items: items, limitation: limitation,
      contractedOn: contract.madeOn, respondentZone: respondentZone, interest: interest,
      governingLaw: contract.law, terms: contract.terms,
      registration: ContractRegistration(
        number: contract.number, registeredAt: contract.registeredAt))
  }
}
