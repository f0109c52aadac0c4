import ArgumentParser
import ParleyClient

/// Interest on a sum that is decided, until it is paid.
struct InterestAfterOptions: ParsableArguments {
  @Option(help: "Interest on it: the rate awarded, yearly in percent.")
  var interestRate: PercentArgument?
  @Option(help: "Interest on it: by this table, as uk-judgments-1838-2026.1.")
  var interestTable: String?

  init() {}

  /// The interest; nil for none. Refuses both at once.
  func value() throws(CommandFailure) -> PlainValue? {
    switch (interestRate, interestTable) {
    case (nil, nil): return nil
    case (let rate?, nil):
      return .fields([
        "profile": .text("contract-2026.1"), "rateBasisPoints": .whole(rate.basisPoints),
      ])
    case (nil, let table?): return .fields(["profile": .text(table)])
    default: throw .usage("Say --interest-rate or --interest-table, not both.")
    }
  }
}
