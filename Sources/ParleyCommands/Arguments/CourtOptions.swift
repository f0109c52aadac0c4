import ArgumentParser
package import ParleyClient

/// An event before a court and the paper that proves it.
package struct CourtOptions: ParsableArguments {
  @Option(help: "The exhibit that proves it.")
  package var document: ExhibitReference

  @Option(help: "The day of the event.")
  package var on: CalendarDay

  @Option(help: "Name of the court.")
  package var court: String

  @Option(help: "The court's number of the matter.")
  package var number: String

  package init() {}

  package func value(_ dispute: DisputeID) -> PlainValue {
    .fields([
      "document": document.name(dispute), "eventDate": on.date, "court": .text(court),
      "courtNumber": .text(number),
    ])
  }
}
