import ArgumentParser
import ParleyClient

/// Notes a telephone call; private to the caller's side by default.
struct CallLog: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "log", "Note a telephone call",
    examples: [
      "parley call log 7k3q-m2xw --out --outcome reached --at 2026-11-24T10:00:00Z "
        + "--lasted 5 --text 'Promises to pay.' --promise 'EUR 500.00' --promised-for "
        + "2026-12-01",
      "parley call log 7k3q-m2xw --in --outcome reached --at '2026-11-24 10:00' --zone "
        + "Europe/Lisbon --number '+351 21 000 4711' --file call.txt",
    ],
    notes:
      "Without --text or --file the note is written in the editor. Of a number the last digits are "
      + "kept. A promise and an offer become entries of their own.")
  static let procedure = Procedure.logCall

  @OptionGroup var target: DisputeTarget
  @Flag(name: .customLong("in"), help: "The client called.") var isIncoming = false
  @Flag(name: .customLong("out"), help: "You called the client.") var isOutgoing = false
  @Option(help: "When it started, here or in --zone: 2026-11-24 10:00.") var at: CallStart
  @Option(help: "The zone that time is told in; yours without it.") var zone: String?
  @Option(help: "How many minutes it lasted.") var lasted: Int = 0
  @Option(help: "reached, no-answer, voicemail or refused.") var outcome: CallOutcomeChoice
  @Option(help: "The other number; only its last digits are sent.") var number: MaskedNumber?
  @Option(help: "Who took part.") var participants: String?
  @Option(help: "An amount the client promised.") var promise: Amount?
  @Option(help: "The day it was promised for.") var promisedFor: CalendarDay?
  @Option(help: "An amount that was offered.") var offer: Amount?
  @Option(help: "What was offered, in words.") var offerText: String?
  @Option(help: "claimant or respondent: who offered it.") var offeredBy: SideChoice?
  @Option(help: "The recording, an exhibit of that kind: PC-2.") var recording: ExhibitReference?
  @Option(help: "Whose sight it is in.") var compartment: CompartmentChoice?
  @OptionGroup var words: WordsOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    var start: PlainValue?
    var local: PlainValue?
    switch at {
    case .moment(let moment): start = moment.time
    case .local(let text): local = .text(text)
    }
    return .fields([
      "direction": .text(isIncoming ? "DIRECTION_INCOMING" : "DIRECTION_OUTGOING"),
      "startTime": start, "localStart": local, "zone": .text(of: zone),
      "durationSeconds": lasted == 0 ? nil : .whole(lasted * 60),
      "outcome": outcome.wire,
      "compartment": compartment?.wire,
      "promisedAmount": promise?.money,
      "promisedDate": promisedFor?.date,
      "offeredAmount": offer?.money, "offerText": .text(of: offerText),
      "offeredBy": offeredBy?.wire,
      "recording": recording?.name(dispute),
      "numberEnding": .text(of: number?.ending),
      "text": .text(of: words.text),
      "participants": .text(of: participants),
    ])
  }

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    if case .local = at, zone == nil {
      request = request.setting("zone", to: .text(desk.world.zone.name))
    }
    let way = isIncoming ? "the client called" : "you called the client"
    let told = "A call in \(dispute): \(way), \(outcome.rawValue).\nWhat was said?"
    request = request.setting("text", to: .text(try desk.words(words, template: told)))
    return nil
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
    if (offer != nil || offerText != nil) != (offeredBy != nil) {
      throw ValidationError("--offer or --offer-text and --offered-by go together.")
    }
  }
}
