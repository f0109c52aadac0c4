import GRPCCore
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension DocketServiceAdaptor {
  private static let searchFields = [
    FilterField(
      name: "compartment", comparators: [.equal], values: .words(Compartment.all.map(\.code))),
    FilterField(name: "event", comparators: [.equal], values: .name),
    FilterField(name: "actor", comparators: [.equal], values: .name),
    FilterField(
      name: "side", comparators: [.equal], values: .words(SearchSide.allCases.map(\.rawValue))),
    FilterField(
      name: "exhibit_kind", comparators: [.equal],
      values: .words(ExhibitKind.allCases.map(\.rawValue))),
    FilterField(name: "effective_time", comparators: [.before, .after], values: .moment),
  ]

  func searchEntries(
    request: Parley_V1_SearchEntriesRequest, context: ServerContext
  ) async throws -> Parley_V1_SearchEntriesResponse {
    let call = try Call.now()
    let ask = try FieldReader.read { try Self.ask(request, &$0) }
    if let dispute = ask.dispute { call.note(dispute) }
    let purpose = "search|\(request.parent)|\(request.query)|\(request.filter)"
    let answer = try await desks.registrar.search(
      ask, after: try desks.pages.mark(request.pageToken, purpose, call), for: try call.caller)
    return try .with {
      $0.results = answer.found.map { found in
        .with {
          $0.entry = .init(found.entry)
          $0.dispute = found.entry.docketed.dispute.name
          $0.snippet = found.snippet.map { part in
            .with {
              $0.text = part.text
              $0.hit = part.isHit
            }
          }
        }
      }
      $0.complete = answer.isComplete
      $0.filesComplete = answer.areFilesRead
      $0.nextPageToken = try desks.pages.token(answer.next, purpose, call)
    }
  }

  private static func ask(
    _ request: Parley_V1_SearchEntriesRequest, _ fields: inout FieldReader
  ) throws -> SearchAsk {
    let conditions = fields.conditions(request.filter, of: searchFields)
    let dispute =
      request.parent == "disputes/-" ? nil : fields.dispute(request.parent, at: "parent")
    let limit = fields.pageSize(request.pageSize)
    var text: SearchText?
    do throws(SearchText.Fault) {
      text = try SearchText(request.query)
    } catch {
      fields.refuse("query", error.problem)
    }
    guard let text else { throw Refusal.invalid(fields.problems) }
    var ask = SearchAsk(text)
    ask.dispute = dispute
    ask.limit = limit
    for condition in conditions {
      switch (condition.field, condition.comparator) {
      case ("compartment", _): ask.compartment = Compartment(code: condition.value)
      case ("event", _): ask.events = [condition.value]
      case ("side", _): ask.side = SearchSide(rawValue: condition.value)
      case ("exhibit_kind", _): ask.exhibit = ExhibitKind(rawValue: condition.value)
      case ("actor", _): ask.actor = fields.member(condition.value, at: "filter")
      case (_, .before): ask.before = Instant(rfc3339: condition.value)
      default: ask.after = Instant(rfc3339: condition.value)
      }
    }
    return ask
  }
}

extension SearchText.Fault {
  fileprivate var problem: String {
    switch self {
    case .nothing: "Give a word to look for."
    case .quoteOpen: "A phrase ends with a quotation mark; one is missing."
    case .tooManyTerms(let maximum): "At most \(maximum) words and phrases in one search."
    case .tooLong(let maximum): "At most \(maximum) characters."
    }
  }
}
