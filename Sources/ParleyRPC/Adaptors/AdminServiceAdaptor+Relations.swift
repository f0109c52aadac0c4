import GRPCCore
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension AdminServiceAdaptor {
  func addRelation(
    request: Parley_V1_AddRelationRequest, context: ServerContext
  ) async throws -> Parley_V1_Relation {
    let caller = try Call.now().caller
    let (spec, ask) = try FieldReader.read { fields in
      if request.organization.isEmpty == request.counterpart.isEmpty {
        fields.refuse("counterpart", "Give an organization or a name, and not both.")
      }
      let counterpart: Relation.Counterpart =
        request.organization.isEmpty
        ? .named(fields.text(request.counterpart, at: "counterpart", 1...200))
        : .organization(fields.organization(request.organization, at: "organization"))
      return (
        RelationSpec(
          member: fields.member(request.member, at: "member"),
          kind: fields.choice(request.kind, at: "kind"), counterpart: counterpart,
          since: fields.date(request.sinceDate, isSet: request.hasSinceDate, at: "since_date"),
          note: fields.text(request.note, at: "note", 0...2000, .paragraphs)),
        try fields.people(request)
      )
    }
    return .init(try await desks.registrar.keepRelation(spec, request: ask, by: caller))
  }

  func endRelation(
    request: Parley_V1_EndRelationRequest, context: ServerContext
  ) async throws -> Parley_V1_Relation {
    let caller = try Call.now().caller
    let (id, day, ask) = try FieldReader.read { fields in
      (
        fields.relation(request.name, at: "name"),
        fields.optionalDate(request.endDate, isSet: request.hasEndDate, at: "end_date"),
        try fields.people(request)
      )
    }
    return .init(try await desks.registrar.endRelation(id, on: day, request: ask, by: caller))
  }

  func listRelations(
    request: Parley_V1_ListRelationsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListRelationsResponse {
    let call = try Call.now()
    let caller = try call.caller
    let (member, size) = try FieldReader.read { fields in
      (
        request.member.isEmpty
          ? caller.actor.member : fields.member(request.member, at: "member"),
        fields.pageSize(request.pageSize)
      )
    }
    let all = try desks.registrar.relations(of: member, for: caller)
    let page = try desks.pages.page(
      all, size: size, token: request.pageToken, "relations|\(member.text)", call)
    return .with {
      $0.relations = page.items.map { .init($0) }
      $0.nextPageToken = page.next
    }
  }
}
