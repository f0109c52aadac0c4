import ParleyDomain

/// How rules of contact are written down.
enum ContactRulesReading {
  static func read(_ reader: TableReader) throws(TableFault) -> ContactRules {
    try reader.expect([
      "name", "dated", "scopes", "calls-max", "call-window-days", "quiet-days", "opens", "closes",
      "hours-source", "opt-out-source", "cease-source",
    ])
    _ = try reader.day("dated")
    var scopes: [ContactRules.Scope] = []
    for part in try reader.parts("scopes") {
      try part.expect(["debtor", "collector", "jurisdictions", "source"])
      scopes.append(
        ContactRules.Scope(
          debtor: try part.choice("debtor", LimitationTableReading.names(DebtorKind.allCases)),
          collector: try part.choice(
            "collector", LimitationTableReading.names(CollectorKind.allCases)),
          jurisdictions: try part.texts("jurisdictions"), source: try part.text("source")))
    }
    let opens = try reader.hour("opens")
    let closes = try reader.hour("closes")
    guard opens < closes else {
      throw reader.fault(reader.line(of: "closes"), "closes is later than opens.")
    }
    return ContactRules(
      name: try reader.text("name"), scopes: scopes,
      callsMax: try reader.sourced("calls-max", in: 1...100),
      callWindowDays: try reader.number("call-window-days", in: 1...60),
      quietDays: try reader.sourced("quiet-days", in: 0...60), opensMinutes: opens,
      closesMinutes: closes, hoursSource: try reader.text("hours-source"),
      optOutSource: try reader.text("opt-out-source"),
      ceaseSource: try reader.text("cease-source"))
  }
}
