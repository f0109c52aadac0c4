import ArgumentParser
import ParleyClient

/// The answers to claim items, one option for each kind of answer.
struct AnswerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("It is owed.", valueName: "item|all"))
  var admit: [ItemArgument] = []

  @Option(help: ArgumentHelp("It is not owed, or a part.", valueName: "item[=amount][:ground]"))
  var contest: [ItemArgument] = []

  @Option(help: ArgumentHelp("It was paid; the proof is an exhibit.", valueName: "item:exhibit"))
  var paid: [ItemArgument] = []

  @Option(help: ArgumentHelp("Somebody else owes it.", valueName: "item[:ground]"))
  var notMine: [ItemArgument] = []

  @Option(help: ArgumentHelp("Set off against a claim.", valueName: "item[=amount][:ground]"))
  var setOff: [ItemArgument] = []

  @Option(help: ArgumentHelp("Owed, but it cannot be paid now.", valueName: "item[:ground]"))
  var hardship: [ItemArgument] = []

  @Option(help: ArgumentHelp("Payment failed technically.", valueName: "item[:ground]"))
  var technical: [ItemArgument] = []

  init() {}

  /// The answers as the API takes them; item 0 stands for all. Refuses none at all, an item that
  /// is answered twice, and a payment without its proof.
  func answers(_ dispute: DisputeID) throws(CommandFailure) -> [PlainValue] {
    let kinds: [(String, [ItemArgument])] = [
      ("ADMIT", admit), ("CONTEST", contest), ("ALREADY_PAID", paid), ("NOT_MY_DEBT", notMine),
      ("SET_OFF", setOff), ("HARDSHIP", hardship), ("TECHNICAL_ISSUE", technical),
    ]
    let count = kinds.reduce(0) { $0 + $1.1.count }
    guard count > 0 else {
      throw .usage("Say something of at least one item, such as --admit 1 or --contest all.")
    }
    var answered: Set<Int> = []
    var answers: [PlainValue] = []
    for (kind, items) in kinds {
      for argument in items {
        guard answered.insert(argument.item).inserted, argument.item > 0 || count == 1 else {
          throw .usage("An item can be answered once only.")
        }
        answers.append(try answer(kind, argument, dispute))
      }
    }
    return answers
  }

  private func answer(
    _ kind: String, _ argument: ItemArgument, _ dispute: DisputeID
  ) throws(CommandFailure) -> PlainValue {
    var proof: PlainValue?
    if kind == "ALREADY_PAID" {
      guard let exhibit = argument.words.flatMap({ ExhibitReference(argument: $0) }) else {
        throw .usage("--paid names the proof: --paid 1:E-3.")
      }
      proof = exhibit.name(dispute)
    }
    return .fields([
      "item": .whole(argument.item), "kind": .text("ANSWER_KIND_" + kind),
      "amount": argument.amount?.money, "proof": proof,
      "ground": proof == nil ? .text(of: argument.words) : nil,
    ])
  }

  /// One answer for each item where one was given for all.
  static func expanding(_ request: PlainValue, items: [PlainValue]) -> PlainValue {
    let answers = request.list("answers").flatMap { answer -> [PlainValue] in
      guard answer.integer("item") == 0 else { return [answer] }
      return items.compactMap { item in
        item.integer("number").map { answer.setting("item", to: .whole($0)) }
      }
    }
    return request.setting("answers", to: .list(answers))
  }
}
