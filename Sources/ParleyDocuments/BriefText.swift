import Mustache
package import ParleyDomain

/// One page on a dispute: what is agreed, what is disputed, the last positions, what falls due next.
/// Made of what its reader sees and of nothing else, so each reader has a brief of one's own.
package enum BriefText {
  private static let template = """
    {{{title}}}
    Dispute {{{reference}}}, as of {{{asOf}}}

    Where it stands
      {{{stage}}}
      Contract: {{{contract}}}
    {{#holds}}  Hold: {{{.}}}
    {{/holds}}  To be paid: {{{balance}}}

    Agreed
    {{#agreed}}  {{{.}}}
    {{/agreed}}{{^agreed}}  Nothing yet.
    {{/agreed}}
    Disputed
    {{#disputed}}  {{{.}}}
    {{/disputed}}{{^disputed}}  Nothing so far.
    {{/disputed}}
    Last positions
    {{#positions}}  {{{.}}}
    {{/positions}}{{^positions}}  None on record.
    {{/positions}}
    Next
    {{#deadlines}}  {{{.}}}
    {{/deadlines}}{{^deadlines}}  Nothing falls due.
    {{/deadlines}}
    """

  /// The brief of a dispute as its reader sees it.
  package static func text(
    of dispute: Dispute, claimant: String, reference: String, now: Instant, zone: Zone,
    balance: Money
  ) throws -> String {
    let words = dispute.records[.caseFile]?.words ?? [:]
    let status = DocketSentence.lower(dispute.caseFile.status.rawValue)
    let stage = DocketSentence.lower(dispute.caseFile.status.stage.rawValue)
    let outcome = dispute.caseFile.outcome.map { ", " + DocketSentence.lower($0.rawValue) } ?? ""
    let beside =
      dispute.caseFile.mediationBeside.map {
        "; beside it a mediation: " + DocketSentence.lower($0.status.rawValue)
      } ?? ""
    let values: [String: Any] = [
      "title": "\(claimant) v \(words["respondent.name"] ?? "(name erased)")",
      "reference": reference, "asOf": DateText.moment(now, in: zone),
      "stage": (stage == status ? stage : "\(stage): \(status)") + outcome + beside,
      "contract": DocketSentence.lower(dispute.caseFile.contractForm.rawValue) + ", "
        + DocketSentence.lower(dispute.caseFile.opening.contractType.rawValue),
      "balance": MoneyText.text(balance),
      "holds": dispute.caseFile.holds.filter(\.isInForce).map { hold in
        DocketSentence.lower(hold.terms.kind.rawValue)
          + (hold.endsAt.map { ", until \(DateText.lastMinute(before: $0, in: zone))" } ?? "")
      },
      "agreed": agreed(dispute, words), "disputed": disputed(dispute, words),
      "positions": positions(dispute, zone),
      "deadlines": dispute.deadlines.prefix(8).map { deadline in
        DocketSentence.lower(deadline.kind.name) + ": "
          + DateText.lastMinute(before: deadline.dueAt, in: zone)
      },
    ]
    return try MustacheTemplate(string: template).render(values)
  }

  private static func agreed(_ dispute: Dispute, _ words: [String: String]) -> [String] {
    dispute.caseFile.items.compactMap { state -> String? in
      switch dispute.standing(of: state) {
      case .admitted: "\(label(state, words)) is admitted: \(MoneyText.text(state.item.amount))"
      case .settled: "\(label(state, words)) is settled"
      case .awarded: "\(label(state, words)) is decided by the award"
      case .contested:
        undisputed(state).map {
          "\(label(state, words)): \(MoneyText.text($0)) of it is not contested"
        }
      default: nil
      }
    }
  }

  private static func undisputed(_ state: ItemState) -> Money? {
    guard let contested = state.contested,
      let rest = state.item.amount.subtracting(contested), rest.isPositive
    else { return nil }
    return rest
  }

  private static func disputed(_ dispute: Dispute, _ words: [String: String]) -> [String] {
    dispute.caseFile.items.compactMap { state in
      let number = state.item.number
      guard dispute.standing(of: state) == .contested, let answer = state.answer else {
        return nil
      }
      let ground = words["answer.\(number).ground"].map { ": \($0)" } ?? ""
      let amount = MoneyText.text(state.contested ?? state.item.amount)
      return "\(label(state, words)), \(amount), "
        + DocketSentence.lower(answer.kind.rawValue) + ground
    }
  }

  private static func positions(_ dispute: Dispute, _ zone: Zone) -> [String] {
    var lines: [String] = []
    if let demand = dispute.caseFile.demands.last {
      lines.append(
        "Claimant demanded \(MoneyText.text(demand.terms.amount)) on "
          + DateText.day(zone.date(at: demand.servedAt)))
    }
    for side in Side.allCases {
      guard let offer = dispute.settlement.offers.last(where: { $0.by == side }) else { continue }
      let who = side == .claimant ? "Claimant" : "Respondent"
      lines.append(
        "\(who) offered \(MoneyText.text(offer.terms.amount)) on "
          + DateText.day(zone.date(at: offer.madeAt))
          + " (\(DocketSentence.lower(offer.step.rawValue)))")
    }
    if let counterclaim = dispute.caseFile.arbitration?.openCounterclaim {
      let state = counterclaim.state(decided: false)
      lines.append(
        "Respondent counterclaims \(MoneyText.text(counterclaim.terms.amount)) "
          + "(\(DocketSentence.lower(state.rawValue)))")
    }
    if let award = dispute.caseFile.arbitration?.award {
      lines.append("The award: \(AwardSum.result(of: award.terms))")
    }
    let contested = [Compartment.caseFile, .settlement].flatMap { place in
      dispute.records[place]?.recordedActs.filter { $0.state == .contested } ?? []
    }
    for act in contested {
      lines.append(
        "Respondent contests what was recorded for it: "
          + DocketSentence.lower(act.action.rawValue))
    }
    if let amount = dispute.caseFile.legal.judgmentAmount {
      lines.append("The judgment grants \(MoneyText.text(amount))")
    }
    return lines
  }

  private static func label(_ state: ItemState, _ words: [String: String]) -> String {
    words["item.\(state.item.number).number"] ?? "Item \(state.item.number)"
  }
}
