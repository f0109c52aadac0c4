import GRPCCore
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// `parley.v1.ContractService` on top of the registrar.
struct ContractServiceAdaptor: Parley_V1_ContractService.SimpleServiceProtocol {
  let desks: Desks

  func registerContract(
    request: Parley_V1_RegisterContractRequest, context: ServerContext
  ) async throws -> Parley_V1_RegisteredContract {
    let caller = try Call.now().caller
    let (organization, spec, ask) = try FieldReader.read { fields in
      (
        fields.organization(request.parent, at: "parent"), Self.spec(request, &fields),
        try fields.people(request)
      )
    }
    let kept = try await desks.registrar.register(
      spec, for: organization, request: ask, by: caller)
    return .init(kept, successor: nil)
  }

  private static func spec(
    _ request: Parley_V1_RegisterContractRequest, _ fields: inout FieldReader
  ) -> ContractSpec {
    let form = fields.choice(request.form, at: "form")
    if request.termsSha256.isEmpty, form != .verbal {
      fields.refuse("terms_sha256", "Give the SHA-256 of its terms; only a verbal one has none.")
    }
    var older: (organization: OrganizationID, number: Int)?
    if !request.supersedes.isEmpty {
      older = fields.contract(request.supersedes, at: "supersedes")
      if let older, !older.organization.text.isEmpty, older.organization.name != request.parent {
        fields.refuse("supersedes", "Give one of the same register.")
      }
    }
    return ContractSpec(
      counterpart: fields.text(request.counterpart, at: "counterpart", 1...200), form: form,
      type: fields.choice(request.type, at: "type"),
      law: fields.jurisdiction(request.governingLaw, at: "governing_law"),
      madeOn: fields.optionalDate(
        request.madeDate, isSet: request.hasMadeDate, at: "made_date"),
      terms: request.termsSha256.isEmpty
        ? nil : fields.hash(request.termsSha256, at: "terms_sha256"),
      clauses: parts(request.clauses, &fields), supersedes: older?.number)
  }

  private static func parts(
    _ clauses: [Parley_V1_ContractClause], _ fields: inout FieldReader
  ) -> [RegisteredContract.Part] {
    var parts: [RegisteredContract.Part] = []
    for (index, clause) in clauses.prefix(Clause.allCases.count + 1).enumerated() {
      let at = "clauses[\(index + 1)]"
      let term = fields.choice(clause.clause, at: at + ".clause")
      if parts.contains(where: { $0.clause == term }) {
        fields.refuse(at + ".clause", "Give each clause at most once.")
      }
      parts.append(
        RegisteredContract.Part(
          clause: term, reference: fields.text(clause.reference, at: at + ".reference", 0...200)))
    }
    return parts
  }

  func getContract(
    request: Parley_V1_GetContractRequest, context: ServerContext
  ) async throws -> Parley_V1_RegisteredContract {
    let caller = try Call.now().caller
    let name = try FieldReader.read { $0.contract(request.name, at: "name") }
    let found = try desks.registrar.contract(
      name.number, of: name.organization, for: caller)
    return .init(found.contract, successor: found.successor)
  }

  func listContracts(
    request: Parley_V1_ListContractsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListContractsResponse {
    let call = try Call.now()
    let (organization, size) = try FieldReader.read {
      ($0.organization(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    let purpose = "contracts|\(organization.text)"
    let page = try desks.registrar.contracts(
      of: organization, after: try desks.pages.mark(request.pageToken, purpose, call),
      limit: size, for: try call.caller)
    return try .with {
      $0.contracts = page.contracts.map { .init($0.contract, successor: $0.successor) }
      $0.nextPageToken = try desks.pages.token(page.next, purpose, call)
    }
  }

  func changeContractForm(
    request: Parley_V1_ChangeContractFormRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .changeContractForm, try .now()) { fields, _ in
      Asked(
        .changeContractForm(fields.choice(request.form, at: "form")), "contractForm.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }
}
