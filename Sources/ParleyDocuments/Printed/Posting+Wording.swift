import ParleyDomain

extension Posting {
  /// What it is for: `payment 2`, `accrual`.
  var what: String {
    let name = Self.named(kind.rawValue, 0)
    return switch reference {
    case .payment(let number):
      kind == .reversal ? "\(name) of payment \(number)" : "\(name) \(number)"
    case .charge(let number):
      kind == .reversal
        ? "\(name) of \(PostedSum.charge(number).wording)" : "\(name) \(number)"
    case .compensation(let item):
      "\(name) of the \(PostedSum.compensation(item: item).wording)"
    case .writeOff: kind == .reversal ? "\(name) of the write-off" : name
    case nil: name
    }
  }

  fileprivate static func named(_ code: String, _ number: Int) -> String {
    DocketSentence.lower(code) + (number == 0 ? "" : " \(number)")
  }
}

extension PostedSum {
  /// What was taken back: `charge 1`, `fixed sum on item 2`.
  var wording: String {
    switch self {
    case .charge(let number): "charge \(number)"
    case .compensation(let item): "fixed sum on item \(item)"
    case .writeOff: "write-off"
    case .reversal(let number): "reversal \(number)"
    }
  }
}

extension Posting.Line {
  /// The account it is on: `principal 1`, `costs`.
  var place: String { Posting.named(account.rawValue, number) }
}
