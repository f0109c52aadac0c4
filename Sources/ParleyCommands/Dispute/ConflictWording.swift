import ParleyClient

/// What the registers know of a nominee, in words.
enum ConflictWording {
  /// Nil where nothing was found, or nothing was searched.
  static func found(_ check: PlainValue?) -> String? {
    guard let check else { return nil }
    let seats = [
      ("seatsWithClaimant", "the broker"), ("seatsWithRespondent", "the client"),
      ("seatsWithCounsel", "counsel"),
    ].compactMap { field, whom -> String? in
      let number = check.text(field)
      return number.isEmpty || number == "0" ? nil : "\(number) earlier seats with \(whom)"
    }
    let relations = check.list("relations").map { relation in
      "\(ShownName.value(relation.text("kind"), "RELATION_KIND")) (\(relation.text("count")))"
    }
    let all = seats + relations
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }
}
