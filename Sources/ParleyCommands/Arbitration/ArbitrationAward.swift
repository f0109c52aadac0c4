import ArgumentParser
import ParleyClient

/// Issues the award: a decision on every item, and its text.
struct ArbitrationAward: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "award", "Issue the award (arbitrators)",
    examples: [
      "parley arbitration award 7k3q-m2xw --item 1=granted --item '2=EUR 1,200.00' "
        + "--item 3=denied --interest 'EUR 126.14' --pay-by 2027-01-15 --text 'For the "
        + "reasons given.'"
    ])
  static let procedure = Procedure.issueAward
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: ArgumentHelp("granted, denied or a part; repeatable.", valueName: "item=decision"))
  var item: [DecisionArgument]
  @Option(help: "On a counterclaim: granted, denied or a part.") var counterclaim: PartArgument?
  @Option(help: "Interest awarded.") var interest: Amount?
  @Option(help: "Costs awarded.") var costs: Amount?
  @Option(help: "Last day to pay in time.") var payBy: CalendarDay
  @Option(help: "standard or reasoned; see award-agreed for a settlement.")
  var form: AwardFormChoice = .standard
  @OptionGroup(title: "Until it is paid") var after: InterestAfterOptions
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "items": .list(item.map(\.value)),
      "counterclaim": counterclaim?.value,
      "interest": interest?.money,
      "costs": costs?.money,
      "payByDate": payBy.date,
      "form": form.wire,
      "interestAfter": try after.value(),
      "text": .text(of: words.text),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    let claim = try await desk.read(dispute)
    request = try DecisionArgument.filling(request, items: claim.list("items"))
    request = try PartArgument.filling(
      request, counterclaims: claim["arbitration"]?.list("counterclaims") ?? [])
    if request["etag"] == nil {
      request = request.setting("etag", to: .text(claim.text("etag")))
    }
    request = request.setting(
      "text", to: .text(try desk.words(words, template: "The text of the award.")))
    return .typing(question: "The award decides the dispute.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Issued the award in \(dispute)."
  }
}
