import ParleyDomain

/// How a rule profile is written down.
enum ProfileTable {
  /// The tables that a profile names.
  struct Shelves {
    var calendars: [String: WorkingCalendar] = [:]
    var limitations: [String: LimitationTable] = [:]
    var contacts: [String: ContactRules] = [:]
    var tones: [String: ToneTable] = [:]
    var garnishments: [String: GarnishmentTable] = [:]
  }

  static func read(
    _ reader: TableReader, _ shelves: Shelves
  ) throws(TableFault) -> RuleProfile {
    try reader.expect([
      "name", "dated", "silence", "calendar", "roll", "cut-off", "service", "numbers", "med-arb",
      "business-days", "reminders", "limitation-alerts", "limitation", "contact", "tone",
      "garnishment",
    ])
    guard CalendarTable.day(try reader.text("dated")) != nil else {
      throw reader.fault(reader.line(of: "dated"), "dated is a day, such as 2026-01-01.")
    }
    return RuleProfile(
      name: try reader.text("name"), numbers: try numbers(try reader.part("numbers")),
      silenceIsDenial: try reader.choice("silence", ["denial": true, "default": false]),
      calendar: try reader.choice("calendar", shelves.calendars),
      rollsToWorkingDay: try reader.choice("roll", ["none": false, "next-working-day": true]),
      cutOffMinutes: try cutOff(reader),
      deemedServiceDays: try service(try reader.part("service")),
      businessDays: try reader.choice("business-days", shelves.calendars),
      reminderDays: try steps("reminders", reader),
      alertDays: try steps("limitation-alerts", reader),
      limitation: try reader.choice("limitation", shelves.limitations),
      contact: try reader.choice(
        "contact", shelves.contacts.mapValues { Optional($0) }.merging(["none": nil]) { $1 }),
      tone: try reader.choice("tone", shelves.tones),
      medArb: try reader.choice(
        "med-arb",
        Dictionary(
          RuleProfile.MedArb.allCases.map { ($0.rawValue, $0) },
          uniquingKeysWith: { first, _ in first })),
      garnishment: try reader.choice(
        "garnishment",
        shelves.garnishments.mapValues { Optional($0) }.merging(["none": nil]) { $1 }))
  }

  /// Days, the nearest first or the farthest: the order is the reader's.
  private static func steps(
    _ name: String, _ reader: TableReader
  ) throws(TableFault) -> RuleProfile.Steps {
    let part = try reader.part(name)
    try part.expect(["days", "source"])
    return RuleProfile.Steps(
      try part.numbers("days", in: 1...3_650), source: try part.text("source"))
  }

  private static func numbers(
    _ reader: TableReader
  ) throws(TableFault) -> [RuleProfile.Number: RuleProfile.Sourced] {
    try reader.expect(RuleProfile.Number.allCases.map(\.rawValue))
    var numbers: [RuleProfile.Number: RuleProfile.Sourced] = [:]
    for number in RuleProfile.Number.allCases {
      let part = try reader.part(number.rawValue)
      try part.expect(["value", "source"])
      numbers[number] = RuleProfile.Sourced(
        try part.number("value", in: number.range), source: try part.text("source"))
    }
    if let most = numbers[.graceMax], let usual = numbers[.graceDefault], usual.value > most.value {
      throw reader.fault(
        reader.line(of: "grace-default"), "grace-default is at most grace-max.")
    }
    return numbers
  }

  private static func service(_ reader: TableReader) throws(TableFault) -> [Channel: Int] {
    let names = Channel.allCases.map { $0.rawValue.lowercased() }
    try reader.expect(names)
    var days: [Channel: Int] = [:]
    for channel in Channel.allCases {
      days[channel] = try reader.number(channel.rawValue.lowercased(), in: 0...30)
    }
    return days
  }

  private static func cutOff(_ reader: TableReader) throws(TableFault) -> Int {
    let parts = try reader.text("cut-off").split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hours = parts[0], let minutes = parts[1],
      (0...59).contains(minutes),
      (1...1440).contains(hours * 60 + minutes)
    else {
      throw reader.fault(reader.line(of: "cut-off"), "cut-off is an hour, \"16:00\" to \"24:00\".")
    }
    return hours * 60 + minutes
  }
}
