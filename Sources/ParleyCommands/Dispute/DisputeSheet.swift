import ParleyClient
import TerminalKit

/// A dispute on one page.
struct DisputeSheet {
  private(set) var sheet: Sheet
  private let value: PlainValue
  private let desk: Desk

  init(_ value: PlainValue, id: DisputeID, why: Bool, desk: Desk) {
    self.value = value
    self.desk = desk
    sheet = Sheet(value, id: value.text("name"), isPaged: true)
    sheet.lines.append("\(desk.bold(id.description))  \(desk.bold(value.text("title")))")
    sheet.pairs.append(("dispute", id.canonical))
    sheet.pairs.append(("title", value.text("title")))
    addPlace()
    addMoney()
    addDeadlines()
    addSeals()
    addNeutrals()
    addCounterclaims()
    addRecordedActs()
    addSecrecy()
    addActions(why: why)
    addWay()
  }

  private mutating func addPlace() {
    let stage = ShownName.value(value.text("stage"), "STAGE")
    let status = ShownName.value(value.text("status"), "STATUS")
    sheet.add("Stage", stage == status ? stage : "\(stage), \(status)", value: stage)
    sheet.pairs.append(("status", status))
    if value.flag("mediation.beside") {
      let mediation = ShownName.value(value.text("mediation.status"), "STATUS")
      sheet.add("Beside it", "mediation, \(mediation)", value: mediation)
    }
    let outcome = ShownName.value(value.text("outcome"), "OUTCOME")
    if !outcome.isEmpty { sheet.add("Outcome", outcome) }
    let settlement = ShownName.value(value.text("settlementState"), "SETTLEMENT_STATE")
    if !settlement.isEmpty { sheet.add("Settlement", settlement) }
    let turns = value.list("turns").map { ShownName.turn($0.spelled) }
    sheet.add("Waiting on", turns.isEmpty ? "nobody" : turns.joined(separator: ", "))
    sheet.add("Client", desk.clean(value.text("respondent.displayName")))
  }

  private mutating func addMoney() {
    sheet.add("Outstanding", value.money("balance"), value: value.plainMoney("balance"))
    for item in value.list("items") {
      let standing = ShownName.value(item.text("standing"), "ITEM_STANDING")
      let contested = item.money("contestedAmount")
      let part = contested.isEmpty ? "" : " (\(contested) contested)"
      let reference = desk.clean(item.text("reference"))
      sheet.add(
        "Item \(item.text("number"))",
        "\(reference)\(reference.isEmpty ? "" : ", ")due \(item.date("dueDate"))  "
          + "\(item.money("amount"))  \(standing)\(part)",
        value: item.plainMoney("amount"))
    }
  }

  private mutating func addSeals() {
    for seal in value.list("exhibitSeals") {
      let label = ExhibitReference.label(ofName: seal.text("exhibit"))
      let readers = seal.list("readers").map { ShownName.value($0.spelled, "SIDE") }
      let state =
        seal.flag("struck")
        ? "struck from the record"
        : "sealed" + (readers.isEmpty ? "" : ", read by \(readers.joined(separator: ", "))")
      sheet.add("Exhibit \(label)", state)
    }
  }

  private mutating func addDeadlines() {
    for hold in value.list("holds") where hold.text("endTime").isEmpty {
      let kind = ShownName.value(hold.text("kind"), "HOLD_KIND")
      let until = hold.text("expireTime")
      sheet.add(
        "Hold \(hold.text("number"))",
        until.isEmpty ? "\(kind), until lifted" : "\(kind), until \(desk.times.due(until))",
        value: kind)
    }
    for deadline in value.list("deadlines") {
      let due = deadline.text("dueTime")
      let when = deadline.flag("standsStill") ? "stands still" : desk.times.due(due)
      sheet.add("Due", "\(DeadlineTable.what(deadline)): \(when)", value: due.isEmpty ? when : due)
    }
    let alert = value.text("expiryAlert.endTime")
    if !alert.isEmpty {
      let what = ShownName.value(value.text("expiryAlert.kind"), "DEADLINE_KIND")
      sheet.add("Time runs out", "\(what): \(desk.times.due(alert))", value: alert)
    }
    let paused = value.text("remindersPausedUntilTime")
    if let end = Timestamp.seconds(paused), end > desk.world.now() {
      sheet.add("Reminders", "pause until \(desk.times.exact(paused))", value: paused)
    }
    addWishes()
    addContract()
    let limitation = value.date("limitationDate")
    if !limitation.isEmpty {
      sheet.add(
        "Limitation", "\(limitation)  (\(desk.clean(value.text("limitationSource"))))",
        value: limitation)
    }
  }

  /// The form and law of the contract, and how its terms compare with those in evidence.
  private mutating func addContract() {
    let form = ShownName.value(value.text("contract.form"), "CONTRACT_FORM")
    guard !form.isEmpty else { return }
    let law = value.text("contract.governingLaw")
    sheet.add("Contract", form + (law.isEmpty ? "" : ", law of \(law)"))
    let compared: [String: String] = [
      "TERMS_COMPARISON_SAME": "as in evidence", "TERMS_COMPARISON_DIFFER": "not those in evidence",
      "TERMS_COMPARISON_NOT_SHOWN": "not in evidence",
    ]
    guard let standing = compared[value.text("contract.termsComparison")] else { return }
    let terms = value.text("contract.termsSha256")
    let registered = value.text("contract.registration")
    let number = registered.isEmpty ? "" : "register number \(ShownName.last(registered)), "
    sheet.add("Terms", "\(number)\(terms.prefix(12))…, \(standing)", value: terms)
  }

  private mutating func addWishes() {
    let channels = value.list("contactWishes.optedOutChannels").map {
      ShownName.value($0.spelled, "CHANNEL")
    }
    if value.flag("contactWishes.ceases") {
      sheet.add("Contact", "is to cease")
    } else if !channels.isEmpty {
      sheet.add("Contact", "not by \(channels.joined(separator: ", "))")
    }
    let expires = value.date("legalAction.judgmentExpireDate")
    if !expires.isEmpty {
      let isOver = value.flag("legalAction.judgmentExpired")
      sheet.add("Judgment", isOver ? "expired on \(expires)" : "until \(expires)", value: expires)
    }
  }

  private mutating func addNeutrals() {
    for neutral in value.list("neutrals") {
      let state = ShownName.value(neutral.text("state"), "NEUTRAL_STATE")
      let seat = ShownName.value(neutral.text("seat"), "SEAT")
      sheet.add(
        ShownName.capitalised(seat), "\(desk.clean(neutral.text("displayName"))), \(state)",
        value: neutral.text("member"))
      if let found = ConflictWording.found(neutral["check"]) {
        sheet.add("Ties", "\(ShownName.capitalised(seat)): \(found)")
      }
    }
    for approval in value.list("pendingApprovals") {
      let act = ShownName.value(approval.text("act"), "APPROVAL_ACT")
      sheet.add(
        "Approval \(ShownName.last(approval.text("name")))", "\(act), waits for a colleague")
    }
  }

  private mutating func addCounterclaims() {
    guard let arbitration = value["arbitration"] else { return }
    for counterclaim in arbitration.list("counterclaims") {
      let state = ShownName.value(counterclaim.text("state"), "COUNTERCLAIM_STATE")
      let admitted = counterclaim.money("admittedAmount")
      sheet.add(
        "Counterclaim \(counterclaim.text("number"))",
        "\(counterclaim.money("amount"))  \(state)"
          + (admitted.isEmpty ? "" : " (\(admitted) admitted)"),
        value: counterclaim.plainMoney("amount"))
    }
    if let agreed = arbitration["consentAward"] {
      sheet.add(
        "Award asked",
        "\(agreed.money("amount")) as all parties agreed (arbitration show --agreed)",
        value: agreed.plainMoney("amount"))
    }
    guard let award = arbitration["award"] else { return }
    addConsidered(award)
    guard let decided = award["counterclaim"] else { return }
    let isTheirs = award["dueToRespondent"].flatMap { Amount($0) }.map { $0.minor > 0 } ?? false
    sheet.add(
      "Award",
      "\(award.money("total")) less counterclaim \(decided.money("amount")) = "
        + (isTheirs
          ? "\(award.money("dueToRespondent")) due to the client"
          : "\(award.money("dueToClaimant")) to be paid"))
  }

  /// The exhibits the award rests on: all that were in the record when it was made.
  private mutating func addConsidered(_ award: PlainValue) {
    let labels = award.list("consideredExhibits").map {
      ExhibitReference.label(ofName: $0.spelled)
    }
    guard !labels.isEmpty else { return }
    sheet.add("Considered", labels.joined(separator: ", "), value: labels.joined(separator: ","))
  }

  private mutating func addRecordedActs() {
    for act in value.list("recordedActs") {
      let name = ShownName.last(act.text("name"))
      let state = ShownName.value(act.text("state"), "RECORDED_STATE")
      let until = act.text("contestByTime")
      let open = state == "standing" && !until.isEmpty
      sheet.add(
        "Recorded \(name)",
        "\(ShownName.action(act.text("action"))), \(state)"
          + (open ? ", contest until \(desk.times.due(until))" : ""))
    }
  }

  private mutating func addSecrecy() {
    for waiver in value.list("waivers") {
      let state = ShownName.value(waiver.text("state"), "WAIVER_STATE")
      let missing = ["SIDE_CLAIMANT", "SIDE_RESPONDENT"].filter { side in
        !waiver.list("signedBy").contains(.text(side))
      }.map { ShownName.value($0, "SIDE") }
      let waits = waiver.text("state") == "WAIVER_STATE_PROPOSED" && !missing.isEmpty
      sheet.add(
        "Waiver \(ShownName.last(waiver.text("name")))",
        state + (waits ? ", not signed by the \(missing.joined(separator: " and the "))" : ""),
        value: state)
    }
    for erasure in value.list("erasures") {
      let state = ShownName.value(erasure.text("state"), "ERASURE_STATE")
      let basis = ShownName.value(erasure.text("basis"), "ERASURE_BASIS")
      sheet.add(
        "Erasure \(ShownName.last(erasure.text("name")))",
        "\(state), \(ShownName.last(erasure.text("entry"))), \(basis)", value: state)
    }
  }

  private mutating func addActions(why: Bool) {
    let actions = value.list("allowedActions")
    let id = DisputeID(value.text("name"))
    let allowed = actions.filter { $0.flag("allowed") }.map { $0.text("action") }
    if !allowed.isEmpty {
      sheet.lines.append("")
      sheet.lines.append("You may")
    }
    for action in allowed {
      let command = NextCommand.line(action, dispute: id) ?? ""
      let name = ShownName.action(action)
      let padding = String(repeating: " ", count: max(2, 26 - name.count))
      sheet.lines.append("  \(name)\(padding)\(command)")
      sheet.pairs.append(("allowed", name))
    }
    guard why else { return }
    sheet.lines.append("")
    sheet.lines.append("Not now")
    for action in actions where !action.flag("allowed") {
      let name = ShownName.action(action.text("action"))
      let reason = action.text("reason").lowercased().replacing("_", with: " ")
      let earliest = action.text("earliestTime")
      let from = earliest.isEmpty ? "" : ", from \(desk.times.exact(earliest))"
      let rule = action.text("rule")
      let padding = String(repeating: " ", count: max(2, 26 - name.count))
      sheet.lines.append(
        "  \(name)\(padding)\(reason)\(rule.isEmpty ? "" : " (\(rule))")\(from)")
      sheet.pairs.append(("refused", "\(name): \(action.text("reason"))"))
    }
  }

  private mutating func addWay() {
    let passed = value.list("passedStatuses")
    guard !passed.isEmpty else { return }
    sheet.lines.append("")
    sheet.lines.append("So far (times in \(desk.world.zone.name))")
    for step in passed {
      let status = ShownName.value(step.text("status"), "STATUS")
      sheet.lines.append("  \(status), until \(desk.times.past(step.text("leaveTime")))")
      sheet.pairs.append(("passed", "\(status) \(step.text("leaveTime"))"))
    }
  }
}
