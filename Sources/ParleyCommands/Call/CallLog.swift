import ArgumentParser
import ParleyClient

/// Notes a telephone call; private to the caller's side by default.
struct CallLog: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "log", "Note a telephone call",
    examples: [
      "parley call log 7k3q-m2xw --out --outcome reached --at 2026-11-24T10:00:00Z "
        + "--lasted 5 --text 'Promises to pay.' --promise 'EUR 500.00' --promised-for "
        + "2026-12-01"
    ])
  static let procedure = Procedure.logCall

  @OptionGroup var target: DisputeTarget
  @Flag(name: .customLong("in"), help: "The client called.") var isIncoming = false
  @Flag(name: .customLong("out"), help: "You called the client.") var isOutgoing = false
  @Option(help: "When it started.") var at: Moment
  @Option(help: "How many minutes it lasted.") var lasted: Int = 0
  @Option(help: "reached, no-answer, voicemail or refused.") var outcome: CallOutcomeChoice
  @Option(help: "An amount the client promised.") var promise: Amount?
  @Option(help: "The day it was promised for.") var promisedFor: CalendarDay?
  @Option(help: "Who took part.") var participants: String?
  @Option(help: "Whose sight it is in.") var compartment: CompartmentChoice?
  @Option(help: "What was said.") var text: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
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

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Noted the call in \(dispute)."
  }

  mutating func validate() throws {
    if isIncoming == isOutgoing { throw ValidationError("Say --in or --out.") }
    if !(0...1440).contains(lasted) { throw ValidationError("--lasted is 0 to 1440 minutes.") }
    if (promise == nil) != (promisedFor == nil) {
      throw ValidationError("--promise and --promised-for go together.")
    }
  }
}
