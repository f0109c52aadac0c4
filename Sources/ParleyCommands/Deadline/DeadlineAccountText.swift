import ParleyClient

/// The arithmetic of a deadline, step by step.
enum DeadlineAccountText {
  static func steps(_ deadline: PlainValue, _ desk: Desk) -> [(String, String)] {
    let counted = deadline["reckoning"] ?? .null
    let days = counted.integer("periodDays") ?? 0
    let rule = deadline.text("rule")
    var steps: [(String, String)] = []
    let trigger = desk.times.exact(counted.text("triggerTime"))
    if days > 0 {
      steps.append(("Counted from", "\(trigger); that day does not count"))
      let service = counted.integer("serviceDays") ?? 0
      if service > 0 { steps.append(("Received", "\(service) days after it was sent")) }
      steps.append(("Period", "\(days) days (\(rule); \(desk.clean(counted.text("source"))))"))
      steps.append(("Arrives at", counted.date("nominalDate")))
      for rest in counted.list("restDays") {
        steps.append(("Moved over", "\(rest.date("restDate")), \(desk.clean(rest.text("why")))"))
      }
      steps.append(
        ("Last day", "\(counted.date("lastDate")) (calendar \(counted.text("calendar")))"))
    } else if let basis = counted["limitation"], !basis.text("table").isEmpty {
      steps += limitation(basis, desk)
    } else {
      steps.append(("Stated", "\(trigger) (\(rule))"))
      let why = desk.clean(counted.text("statedBecause"))
      if !why.isEmpty { steps.append(("By the claimant", "because: \(why)")) }
    }
    let extended = counted.date("extendedDate")
    if !extended.isEmpty { steps.append(("Lengthened", "to \(extended)")) }
    let minutes = counted.integer("cutOffMinutes") ?? 1440
    steps.append(("Its end", "\(hour(minutes)) in \(deadline.text("zone"))"))
    for still in counted.list("standStills") {
      let from = desk.times.exact(still.text("startTime"))
      let to = still.text("endTime")
      steps.append(
        ("Stood still", "\(from) to \(to.isEmpty ? "now" : desk.times.exact(to))"))
    }
    let due = deadline.text("dueTime")
    steps.append(("Due", due.isEmpty ? "when it runs again" : desk.times.exact(due)))
    return steps
  }

  /// Which row, where it comes from, and the count.
  private static func limitation(_ basis: PlainValue, _ desk: Desk) -> [(String, String)] {
    func name(_ path: String, _ prefix: String) -> String {
      ShownName.value(basis.text(path), prefix)
    }
    let confidence = name("confidence", "CONFIDENCE")
    let start = name("start", "LIMITATION_START")
    let from = basis.date("startDate")
    let delay = basis.integer("delayMonths") ?? 0
    var steps = [
      (
        "Row",
        "\(basis.text("table")), \(basis.text("jurisdiction")): \(desk.clean(basis.text("source")))"
      ),
      ("Read", "as of \(basis.date("asOfDate")), \(confidence)"),
      ("Counted from", "the \(start) of item \(basis.text("item")), \(from)"),
    ]
    if delay > 0 { steps.append(("Begins", "\(length(delay)) later")) }
    steps.append(("Period", length(basis.integer("periodMonths") ?? 0)))
    let restarts = basis.list("restarts").map { ShownName.value($0.spelled, "LIMITATION_RESTART") }
    if !restarts.isEmpty {
      steps.append(("Begins anew", "with a \(restarts.joined(separator: " or an "))"))
    }
    let begun = basis.date("begunDate")
    if !begun.isEmpty {
      steps.append(("Begun anew", "\(begun), by \(name("begunBy", "LIMITATION_RESTART"))"))
    }
    return steps
  }

  /// `6 years`, `18 months`.
  private static func length(_ months: Int64) -> String {
    let (number, unit) = months % 12 == 0 ? (months / 12, "year") : (months, "month")
    return "\(number) \(unit)\(number == 1 ? "" : "s")"
  }

  private static func hour(_ minutes: Int64) -> String {
    let rest = minutes % 60
    return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
