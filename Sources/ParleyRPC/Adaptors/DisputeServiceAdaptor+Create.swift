import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension DisputeServiceAdaptor {
  func createDispute(
    request: Parley_V1_CreateDisputeRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    let call = try Call.now()
    let caller = try call.caller
    var fields = FieldReader()
    let parent = fields.organization(request.parent, at: "parent")
    if fields.problems.isEmpty, parent != caller.actor.organization {
      throw Refusal.notPermitted(.createDispute, needs: [.claimant])
    }
    var words = Wording()
    let opening = Self.opening(request, &fields, &words) { desks.registrar.knowsZone($0) }
    let known = desks.registrar.profileNames
    if !request.ruleProfile.isEmpty, !known.contains(request.ruleProfile) {
      fields.refuse("rule_profile", "Give one of \(known.joined(separator: ", ")), or none.")
    }
    let interest = desks.registrar.interestProfileNames
    if !request.interestProfile.isEmpty, !interest.contains(request.interestProfile) {
      fields.refuse(
        "interest_profile", "Give one of \(interest.joined(separator: ", ")), or none.")
    }
    if request.interestProfile.isEmpty, request.contractRateBasisPoints != 0 {
      fields.refuse("contract_rate_basis_points", "Goes with an interest profile.")
    }
    let registration = Self.registration(request.contract, of: parent, &fields)
    let requestID = fields.requestID(request.requestID)
    try fields.finish()
    let answer = try await desks.registrar.open(
      OpeningRequest(
        opening: opening, words: words.words,
        profile: request.ruleProfile.isEmpty
          ? desks.registrar.standardProfile : request.ruleProfile,
        repeatability: try RequestFingerprint.of(request, requestID: requestID),
        validateOnly: request.validateOnly, registration: registration),
      by: caller, reply: ChangeDesk.reply)
    let message = try ChangeDesk.message(answer)
    if let id = message.dispute.name.split(separator: "/").last { call.note(DisputeID("\(id)")) }
    return message
  }

  private static func opening(
    _ request: Parley_V1_CreateDisputeRequest, _ fields: inout FieldReader,
    _ words: inout Wording, zones: (String) -> Bool
  ) -> DisputeOpening {
    fields.party(request.claimant, "claimant", into: &words)
    fields.party(request.respondent, "respondent", into: &words)
    words.add(
      "limitation.source",
      fields.text(
        request.limitationSource, at: "limitation_source",
        (request.hasLimitationDate ? 1 : 0)...500))
    _ = fields.zone(request.claimant, "claimant", known: zones)
    return DisputeOpening(
      debtorKind: fields.choice(request.debtorKind, at: "debtor_kind"),
      collectorKind: fields.choice(request.collectorKind, at: "collector_kind"),
      jurisdiction: fields.jurisdiction(request.jurisdiction, at: "jurisdiction"),
      contractForm: request.contract.registration.isEmpty
        ? fields.choice(request.contract.form, at: "contract.form") : .writtenSigned,
      contractType: request.contract.registration.isEmpty
        ? fields.choice(request.contract.type, at: "contract.type") : .other,
      clauses: clauses(request.contract.clauses, &fields, &words),
      items: items(request.items, &fields, &words),
      limitation: fields.optionalDate(
        request.limitationDate, isSet: request.hasLimitationDate, at: "limitation_date"),
      contractedOn: fields.optionalDate(
        request.contract.madeDate, isSet: request.contract.hasMadeDate, at: "contract.made_date"),
      respondentZone: fields.zone(request.respondent, "respondent", known: zones),
      interest: interest(request),
      governingLaw: request.contract.governingLaw.isEmpty
        ? nil : fields.jurisdiction(request.contract.governingLaw, at: "contract.governing_law"),
      terms: request.contract.termsSha256.isEmpty
        ? nil : fields.hash(request.contract.termsSha256, at: "contract.terms_sha256"))
  }

  /// The contract on register that a dispute rests on; then nothing of it is stated again.
  private static func registration(
    _ contract: Parley_V1_Contract, of organization: OrganizationID, _ fields: inout FieldReader
  ) -> Int? {
    guard !contract.registration.isEmpty else { return nil }
    let found = fields.contract(contract.registration, at: "contract.registration")
    if !found.organization.text.isEmpty, found.organization != organization {
      fields.refuse("contract.registration", "There is no such contract on register.")
    }
    var bare = Parley_V1_Contract()
    bare.registration = contract.registration
    if bare != contract {
      fields.refuse("contract", "Name the registration alone: the rest is on register.")
    }
    return found.number
  }

  /// Absent fields claim none; a rate without a profile is refused with the other fields.
  private static func interest(_ request: Parley_V1_CreateDisputeRequest) -> InterestPin? {
    guard !request.interestProfile.isEmpty else { return nil }
    return InterestPin(
      profile: request.interestProfile,
      contractBasisPoints: request.contractRateBasisPoints == 0
        ? nil : Int(request.contractRateBasisPoints))
  }

  private static func clauses(
    _ clauses: [Parley_V1_ContractClause], _ fields: inout FieldReader, _ words: inout Wording
  ) -> [Clause] {
    var read: [Clause] = []
    for (index, clause) in clauses.prefix(Clause.allCases.count + 1).enumerated() {
      let at = "contract.clauses[\(index + 1)]"
      let term = fields.choice(clause.clause, at: at + ".clause")
      if read.contains(term) { fields.refuse(at + ".clause", "Give each clause at most once.") }
      read.append(term)
      words.add(
        "clause.\(index + 1).reference",
        fields.text(clause.reference, at: at + ".reference", 0...200))
    }
    return read
  }

  private static func items(
    _ items: [Parley_V1_ClaimItem], _ fields: inout FieldReader, _ words: inout Wording
  ) -> [ClaimItem] {
    if items.isEmpty || items.count > FieldReader.itemsMax {
      fields.refuse("items", "Give 1 to \(FieldReader.itemsMax) items.")
    }
    return items.prefix(FieldReader.itemsMax).enumerated().map { index, item in
      fields.item(item, number: index + 1, at: "items[\(index + 1)]", into: &words)
    }
  }
}
