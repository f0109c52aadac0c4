import ParleyDomain

/// What would make a refused act possible.
struct Remedy {
  let rule: String
  let earliest: Instant?
  let next: NextStep?

  var metadata: [String: String] {
    var metadata = ["rule": rule]
    metadata["earliest_time"] = earliest?.rfc3339
    metadata["next_action"] = next?.action.rawValue
    metadata["next_actor"] = next?.by.rawValue
    return metadata
  }

  /// One sentence that follows another; nil when nothing is known to help.
  var sentence: String? {
    switch (next, earliest) {
    case (let next?, let earliest?):
      " Next: \(next.action.shown), by \(next.by.shown), from \(earliest.rfc3339)."
    case (let next?, nil): " Next: \(next.action.shown), by \(next.by.shown)."
    case (nil, let earliest?): " It is possible from \(earliest.rfc3339)."
    case (nil, nil): nil
    }
  }
}

extension Action {
  /// In words: `serve demand`.
  var shown: String { rawValue.lowercased().split(separator: "_").joined(separator: " ") }
}

extension Standing {
  /// In words: `the claimant counsel`.
  var shown: String { "the " + rawValue.lowercased().split(separator: "_").joined(separator: " ") }
}

extension Money {
  /// For a program and a person alike: `1250.00 EUR`.
  var shown: String {
    let digits = "\(minorUnits.magnitude)"
    let sign = minorUnits < 0 ? "-" : ""
    guard currency.exponent > 0 else { return "\(sign)\(digits) \(currency.code)" }
    let padded =
      String(repeating: "0", count: max(0, currency.exponent + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(currency.exponent)).\(padded.suffix(currency.exponent))"
      + " \(currency.code)"
  }
}
