import ArgumentParser
package import ParleyClient

/// Records a reminder to the respondent.
package struct ReminderSend: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "send", "Record a courteous reminder to the client",
    examples: [
      "parley reminder send 7k3q-m2xw --by email",
      "parley reminder send 7k3q-m2xw --by telephone --text 'Asked whether the "
        + "invoice arrived.'",
    ])
  package static let procedure = Procedure.sendReminder

  @OptionGroup package var target: DisputeTarget
  @Option(help: "email, telephone, letter or message.") package var by: ChannelChoice
  @Option(help: "What it said.") package var text: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "channel": by.wire,
      "text": .text(of: text),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Reminded the client in \(dispute)."
  }
}
