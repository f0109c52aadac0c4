import ParleyClient

extension Desk {
  /// The report of a change of a dispute: the result, that it waits for a second person or where
  /// the dispute now stands, and what is next.
  func report(
    _ headline: String, change: PlainValue, value: PlainValue
  ) -> ChangeReport {
    let dispute = change["dispute"] ?? .null
    let created = change.text("created")
    let approval = change.text("approval")
    let id = created.isEmpty ? dispute.text("name") : created
    guard approval.isEmpty else {
      let number = ShownName.last(approval)
      let shown = subject?.description ?? dispute.text("name")
      return ChangeReport(
        "Asked for approval \(number); nothing is done before a colleague grants it.",
        consequence: "A supervisor of your organization must agree.",
        next: "parley approval grant \(shown) \(number)", value: value, id: approval)
    }
    return ChangeReport(
      headline, consequence: consequence(dispute, receipts: change.list("receipts")),
      next: next(dispute), value: value, id: id)
  }

  private func consequence(_ dispute: PlainValue, receipts: [PlainValue]) -> String? {
    let status = ShownName.value(dispute.text("status"), "STATUS")
    guard !status.isEmpty else { return nil }
    var parts = ["Now \(status)"]
    let turns = dispute.list("turns").map { ShownName.turn($0.spelled) }
    if !turns.isEmpty { parts.append("waiting on \(turns.joined(separator: " and "))") }
    let due = dispute.text("dueTime")
    if !due.isEmpty { parts.append("due \(times.due(due))") }
    var text = parts.joined(separator: ", ") + "."
    if let receipt = receipts.compactMap({ KeptReceipt($0) }).first {
      let compartment = receipt.compartment.lowercased().replacing("_", with: " ")
      text += " Receipt: \(compartment) entry \(receipt.sequence), head"
      text += " \(receipt.head.prefix(4))…\(receipt.head.suffix(4)), kept."
    }
    return text
  }

  /// The first step forward the caller may take now.
  private func next(_ dispute: PlainValue) -> String? {
    let allowed = Set(
      dispute.list("allowedActions").filter { $0.flag("allowed") }.map { $0.text("action") })
    // A demand rests on an earlier contact; before the first reminder that is the next step.
    let isFirst = dispute.list("reminders").isEmpty && dispute.list("demands").isEmpty
    let action = Self.forward.first {
      allowed.contains("ACTION_" + $0) && !($0 == "SERVE_DEMAND" && isFirst)
    }
    return action.flatMap { NextCommand.line($0, dispute: subject) }
  }

  /// What leads forward, nearest to the end first: the first of these that is allowed is named.
  private static let forward = [
    "SIGN_AGREEMENT", "ISSUE_AWARD", "CLOSE_RECORD", "RULE_ON_OBJECTION", "DISCLOSE_CONFLICTS",
    "APPOINT_NEUTRAL", "NOMINATE_NEUTRAL", "ANSWER_DEMAND", "REQUEST_DEFAULT", "CONSENT_MEDIATION",
    "END_CAUCUS", "OPEN_SESSION", "SCHEDULE_SESSION", "RESPOND", "CURE_DEFICIENCY", "SERVE_DEMAND",
    "SEND_REMINDER", "FILE_DISPUTE",
  ]
}
