import ArgumentParser
import ParleyClient

/// Says how one wants to be contacted for payment.
struct ReminderWishes: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "wishes", "Say how you want to be contacted (clients)",
    examples: [
      "parley reminder wishes 7k3q-m2xw --not telephone",
      "parley reminder wishes 7k3q-m2xw --cease --for client --from E-4 --received 2026-11-20",
      "parley reminder wishes 7k3q-m2xw",
    ],
    notes: "Takes the place of what was said before; without an option all of it is taken back.")
  static let procedure = Procedure.stateContactWishes

  @OptionGroup var target: DisputeTarget
  @Option(help: "Not this way; repeatable.") var not: [ChannelChoice] = []
  @Flag(help: "No more contact for payment.") var cease = false
  @Option(help: "In the client's words.") var text: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "wishes": .fields([
        "optedOutChannels": .list(not.map(\.wire)), "ceases": .bool(cease),
      ]),
      "text": .text(of: text),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Wishes of contact are on record in \(dispute)."
  }
}
