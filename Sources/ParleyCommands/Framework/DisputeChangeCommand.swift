import ArgumentParser
import ParleyClient

/// A command that changes one dispute by one call: it says what to send, what to ask before and
/// what to say after.
protocol DisputeChangeCommand: ParleyCommand {
  static var procedure: Procedure { get }
  /// Whether it binds or is final, so that a shortened id will not do.
  static var binds: Bool { get }
  /// Whether the request must name the etag of the dispute: then it is that of the moment the
  /// command looks, unless `--etag` states an earlier one.
  static var namesEtag: Bool { get }
  var target: DisputeTarget { get }

  /// The members of the request, all but `name`, `requestId`, `etag` and `validateOnly`. Throws
  /// status 64 where the options do not fit together.
  func fields(_ dispute: DisputeID) throws -> PlainValue
  /// Reads what must be known before: etags, texts and amounts that the request has to name. A
  /// confirmation set here takes the place of the one below.
  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation?
  /// What to ask, given the whole request.
  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation
  /// The line of result.
  func headline(_ reply: PlainValue, dispute: DisputeID) -> String
}

extension DisputeChangeCommand {
  static var binds: Bool { false }

  static var namesEtag: Bool { procedure.namesEtag }

  func fields(_ dispute: DisputeID) throws -> PlainValue { .fields([:]) }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? { nil }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation { .none }

  /// The request without what is added while it runs: what a test can hold against the schema.
  func request(_ dispute: DisputeID) throws -> PlainValue {
    let own = try fields(dispute).members.filter { $0.value != .null }
    return .record([PlainValue.Member("name", .text(dispute.name))] + own)
  }

  func perform(_ desk: Desk) async throws {
    let dispute = try desk.dispute(target.dispute, binds: Self.binds)
    var request = try request(dispute)
    if let etag = target.etag { request = request.setting("etag", to: .text(etag)) }
    if Self.namesEtag { try await desk.fillEtag(&request, dispute) }
    let stated = try await prepare(&request, dispute: dispute, desk: desk)
    try desk.confirm(stated ?? confirmation(request, dispute: dispute))
    let reply = try await desk.change(Self.procedure, request)
    let change = reply["change"] ?? reply
    desk.noteSeen([dispute.name])
    try desk.show(
      desk.report(headline(change, dispute: dispute), change: change, value: reply))
  }
}

/// The dispute a command is about.
struct DisputeTarget: ParsableArguments {
  @Argument(help: ArgumentHelp("The dispute, as 7k3q-m2xw.", valueName: "dispute"))
  var dispute: String

  @Option(help: ArgumentHelp("Refuse unless this is still its etag.", valueName: "etag"))
  var etag: String?

  init() {}
}
