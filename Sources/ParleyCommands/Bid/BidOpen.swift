import ArgumentParser
import ParleyClient

/// Proposes a blind bidding, its terms signed by who proposes it.
struct BidOpen: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "open", "Propose a blind bidding and sign its terms",
    examples: [
      "parley bid open 7k3q-m2xw --rounds 3 --each 3d --pay-within 14d "
        + "--name 'Ines Duarte' --authority officer"
    ],
    notes: """
      Each side bids once a round; neither learns what the other bids. Where the bids meet, their
      middle is the settlement; where they do not, both are told that and no more.
      """)
  static let procedure = Procedure.openBidding
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "How often both may bid, 1 to 10.") var rounds = 3
  @Option(help: "How long a round is open.") var each: Period
  @Option(help: "By how much the demand may be above the offer.") var tolerance: Amount?
  @Option(help: "half-down, half-up or half-even: half a cent of the middle.")
  var rounding: BidRoundingChoice = .halfDown
  @Flag(help: "The sum binds without a further signature.") var binding = false
  @Option(help: "Within what time the sum is paid.") var payWithin: Period
  @Option(help: "Within what time the other side signs.") var answer: Period = .fortnight
  @Option(help: "What follows when the payment is missed: accelerate, ...")
  var onDefault: RemedyChoice?
  @Option(help: "With --on-default: how late the payment may be.") var late: Period?
  @Option(help: "With --on-default: how long the arrears can be paid.") var cure: Period?
  @Option(help: "The name that signs.") var name: String
  @Option(help: "principal, officer, power-of-attorney or counsel.") var authority: AuthorityChoice
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    var terms = PlainValue.fields([
      "rounds": .whole(rounds), "roundDays": .whole(each.days), "tolerance": tolerance?.money,
      "rounding": rounding.wire, "binding": binding ? .bool(true) : nil,
      "payWithinDays": .whole(payWithin.days), "answerWithinDays": .whole(answer.days),
    ])
    if let onDefault {
      terms = terms.setting(
        "defaultClause",
        to: .fields([
          "graceDays": .whole(late?.days ?? 0), "cureDays": .whole(cure?.days ?? 0),
          "remedy": onDefault.wire,
        ]))
    } else if late != nil || cure != nil {
      throw CommandFailure.usage("--late and --cure go with --on-default.")
    }
    return .fields(["terms": terms, "authority": authority.wire, "signerName": .text(name)])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This signs the terms of the bidding for your side. Propose it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Proposed a blind bidding in \(dispute)."
  }
}
