import ArgumentParser
import ParleyClient

/// Records a reminder to the respondent.
struct ReminderSend: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "send", "Record a courteous reminder to the client",
    examples: [
      "parley reminder send 7k3q-m2xw --by email",
      "parley reminder send 7k3q-m2xw --by telephone --text 'Asked whether the "
        + "invoice arrived.'",
    ])
  static let procedure = Procedure.sendReminder

  @OptionGroup var target: DisputeTarget
  @Option(help: "email, telephone, letter or message.") var by: ChannelChoice
  @Option(help: "What it said.") var text: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "channel": by.wire,
      "text": .text(of: text),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reminded the client in \(dispute)."
  }
}
