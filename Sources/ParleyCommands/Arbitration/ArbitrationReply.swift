import ArgumentParser
import ParleyClient

/// Replies to a counterclaim.
struct ArbitrationReply: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "reply", "Reply to a counterclaim (brokers)",
    examples: [
      "parley arbitration reply 7k3q-m2xw --contest --text 'They were sound on delivery.'",
      "parley arbitration reply 7k3q-m2xw --admit 'EUR 500.00'",
    ])
  static let procedure = Procedure.replyCounterclaim

  @OptionGroup var target: DisputeTarget
  @Option(help: "How much of it is admitted.") var admit: Amount?
  @Flag(help: "Nothing of it is admitted.") var contest = false
  @Option(help: "Why.") var text: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "admittedAmount": admit?.money,
      "text": .text(of: text),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    admit == nil ? .none : .yesOrNo("What is admitted binds you. Admit it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Replied to the counterclaim in \(dispute)."
  }

  mutating func validate() throws {
    if contest == (admit != nil) {
      throw ValidationError("Say --contest, or how much you --admit.")
    }
  }
}
