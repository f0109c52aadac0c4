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
    } else {
      steps.append(("Stated", "\(trigger) (\(rule))"))
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

  private static func hour(_ minutes: Int64) -> String {
    let rest = minutes % 60
    return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
