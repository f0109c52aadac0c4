import ArgumentParser
package import ParleyClient

/// Notes a telephone call; private to the caller's side by default.
package struct CallLog: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "log", "Note a telephone call",
    examples: [
      "parley call log 7k3q-m2xw --out --outcome reached --at 2026-11-24T10:00:00Z "
        + "--lasted 5 --text 'Promises to pay.' --promise 'EUR 500.00' --promised-for "
        + "2026-12-01"
    ])
  package static let procedure = Procedure.logCall

  @OptionGroup package var target: DisputeTarget
  @Flag(name: .customLong("in"), help: "The client called.") package var isIncoming = false
  @Flag(name: .customLong("out"), help: "You called the client.") package var isOutgoing = false
  @Option(help: "When it started.") package var at: Moment
  @Option(help: "How many minutes it lasted.") package var lasted: Int = 0
  @Option(help: "reached, no-answer, voicemail or refused.") package var outcome: CallOutcomeChoice
  @Option(help: "An amount the client promised.") package var promise: Amount?
  @Option(help: "The day it was promised for.") package var promisedFor: CalendarDay?
  @Option(help: "Who took part.") package var participants: String?
  @Option(help: "Whose sight it is in.") package var compartment: CompartmentChoice?
  @Option(help: "What was said.") package var text: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "direction": .text(isIncoming ? "DIRECTION_INCOMING" : "DIRECTION_OUTGOING"),
      "startTime": at.time,
      "durationSeconds": lasted == 0 ? nil : .whole(lasted * 60),
      "outcome": outcome.wire,
      "compartment": compartment?.wire,
      "promisedAmount": promise?.money,
      "promisedDate": promisedFor?.date,
      "text": .text(of: text),
      "participants": .text(of: participants),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Noted the call in \(dispute)."
  }

  package mutating func validate() throws {
    if isIncoming == isOutgoing { throw ValidationError("Say --in or --out.") }
    if !(0...1440).contains(lasted) { throw ValidationError("--lasted is 0 to 1440 minutes.") }
    if (promise == nil) != (promisedFor == nil) {
      throw ValidationError("--promise and --promised-for go together.")
    }
  }
}
