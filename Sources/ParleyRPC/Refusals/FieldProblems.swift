import GRPCProtobuf
import ParleyDomain

/// The problems of one request as a caller is told them: all that fit, then how many more.
struct FieldProblems {
  /// A caller corrects no more than this many at once.
  static let shownMax = 20
  /// What the violations may take of the room for details; the rest is for the reason.
  private static let bytesMax = 3400

  private let problems: [FieldProblem]

  init(_ problems: [FieldProblem]) {
    self.problems = problems
  }

  var status: GoogleRPCStatus {
    let shown = fitting
    var draft = StatusDraft(.invalidFields)
    draft.metadata["problems"] = "\(problems.count)"
    if shown.count < problems.count {
      draft.metadata["problems_omitted"] = "\(problems.count - shown.count)"
    }
    draft.message = message(omitted: problems.count - shown.count)
    draft.details.append(
      .badRequest(
        violations: shown.map { .init(field: $0.field, description: $0.problem) }))
    return draft.status
  }

  private func message(omitted: Int) -> String {
    guard problems.count != 1, let first = problems.first else {
      return problems.first.map { "Correct \($0.field): \($0.problem)" }
        ?? Reason.invalidFields.message
    }
    let names = problems.prefix(5).map(\.field).joined(separator: ", ")
    let more = problems.count > 5 ? " and \(problems.count - 5) more" : ""
    return "Correct \(problems.count) fields and send the request again: \(names)\(more)."
      + " The first: \(first.problem)"
  }

  private var fitting: [FieldProblem] {
    var bytes = 0
    var kept: [FieldProblem] = []
    for problem in problems.prefix(Self.shownMax) {
      let cut = FieldProblem(
        StatusDraft.cut(problem.field, to: 100), StatusDraft.cut(problem.problem, to: 400))
      // Two tags and lengths inside, one outside.
      bytes += cut.field.utf8.count + cut.problem.utf8.count + 12
      guard bytes <= Self.bytesMax else { break }
      kept.append(cut)
    }
    return kept
  }
}
