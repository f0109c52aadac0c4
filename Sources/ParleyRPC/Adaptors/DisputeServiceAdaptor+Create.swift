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
    let opening = Self.opening(request, &fields, &words)
    let requestID = fields.requestID(request.requestID)
    try fields.finish()
    let answer = try await desks.registrar.open(
      OpeningRequest(
        opening: opening, words: words.words,
        repeatability: try RequestFingerprint.of(request, requestID: requestID),
        validateOnly: request.validateOnly),
      by: caller, reply: ChangeDesk.reply)
    let message = try ChangeDesk.message(answer)
    if let id = message.dispute.name.split(separator: "/").last { call.note(DisputeID("\(id)")) }
    return message
  }

  private static func opening(
    _ request: Parley_V1_CreateDisputeRequest, _ fields: inout FieldReader,
    _ words: inout Wording
  ) -> DisputeOpening {
    party(request.claimant, "claimant", &fields, &words)
    party(request.respondent, "respondent", &fields, &words)
    words.add(
      "limitation.source",
      fields.text(request.limitationSource, at: "limitation_source", 1...500))
    return DisputeOpening(
      debtorKind: fields.choice(request.debtorKind, at: "debtor_kind"),
      collectorKind: fields.choice(request.collectorKind, at: "collector_kind"),
      jurisdiction: fields.jurisdiction(request.jurisdiction, at: "jurisdiction"),
      contractForm: fields.choice(request.contract.form, at: "contract.form"),
      contractType: fields.choice(request.contract.type, at: "contract.type"),
      clauses: clauses(request.contract.clauses, &fields, &words),
      items: items(request.items, &fields, &words),
      limitation: fields.date(
        request.limitationDate, isSet: request.hasLimitationDate, at: "limitation_date"))
  }

  private static func party(
    _ party: Parley_V1_Party, _ side: String, _ fields: inout FieldReader,
    _ words: inout Wording
  ) {
    words.add("\(side).name", fields.text(party.displayName, at: "\(side).display_name", 1...200))
    words.add(
      "\(side).contact", fields.text(party.contactName, at: "\(side).contact_name", 0...200))
    words.add("\(side).email", fields.text(party.email, at: "\(side).email", 0...254))
    words.add("\(side).phone", fields.text(party.telephone, at: "\(side).telephone", 0...40))
    words.add(
      "\(side).address",
      fields.text(party.postalAddress, at: "\(side).postal_address", 0...500, .paragraphs))
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
      let number = index + 1
      let at = "items[\(number)]"
      words.add(
        "item.\(number).number", fields.text(item.reference, at: at + ".reference", 1...100))
      words.add(
        "item.\(number).description",
        fields.text(item.description_p, at: at + ".description", 0...500, .paragraphs))
      return ClaimItem(
        number: number,
        issued: fields.optionalDate(
          item.issueDate, isSet: item.hasIssueDate, at: at + ".issue_date"),
        due: fields.date(item.dueDate, isSet: item.hasDueDate, at: at + ".due_date"),
        amount: fields.money(item.amount, isSet: item.hasAmount, at: at + ".amount", .aboveZero))
    }
  }
}
