import ArgumentParser
import ParleyClient

/// An event before a court and the paper that proves it.
struct CourtOptions: ParsableArguments {
  @Option(help: "The exhibit that proves it.")
  var document: ExhibitReference

  @Option(help: "The day of the event.")
  var on: CalendarDay

  @Option(help: "Name of the court, for a filing and a judgment.")
  var court: String?

  @Option(help: "The court's number of the matter, for those; or of the enforcement.")
  var number: String?

  init() {}

  func value(_ dispute: DisputeID) -> PlainValue {
    .fields([
      "document": document.name(dispute), "eventDate": on.date, "court": .text(of: court),
      "courtNumber": .text(of: number),
    ])
  }
}
