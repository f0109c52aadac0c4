import ParleyDomain
import ParleyWire

extension NegotiationServiceAdaptor {
  /// The earlier contact a demand rests on.
  static func contact(
    _ contact: Parley_V1_ServeDemandRequest.OneOf_EarlierContact?, _ dispute: DisputeID,
    _ fields: inout FieldReader, _ words: inout Wording
  ) -> EarlierContact {
    switch contact {
    case .reminder(let number)?:
      return .reminder(fields.number(number, at: "reminder", 1...Int(Int32.max)))
    case .exhibit(let name)?:
      return .exhibit(fields.exhibit(name, at: "exhibit", of: dispute).exhibit)
    case .call(let number)?: return .call(fields.number(number, at: "call", 1...Int(Int32.max)))
    case .waiverReason(let reason)?:
      words.add(
        "demand.waiver", fields.text(reason, at: "waiver_reason", 1...1000, .paragraphs))
      return .waived
    case nil:
      fields.refuse(
        "earlier_contact", "Name a reminder, an exhibit or a call, or say why there was none.")
      return .waived
    }
  }

  /// The terms of an offer. A number of an instalment may be left out; given, it is its place.
  static func terms(
    _ terms: Parley_V1_OfferTerms, _ dispute: DisputeID, profile: RuleProfile,
    _ fields: inout FieldReader, _ words: inout Wording
  ) -> OfferTerms {
    words.add(
      "offer.conditions",
      fields.text(terms.conditions, at: "terms.conditions", 0...4000, .paragraphs))
    if terms.schedule.isEmpty || terms.schedule.count > instalmentsMax {
      fields.refuse(
        "terms.schedule", "Give 1 to \(instalmentsMax) payments that sum to the amount.")
    }
    let schedule = terms.schedule.prefix(instalmentsMax).enumerated().map { index, payment in
      let at = "terms.schedule[\(index + 1)]"
      if payment.number != 0, payment.number != Int32(index + 1) {
        fields.refuse(at + ".number", "Number the payments from 1 in order of their due dates.")
      }
      return Instalment(
        number: index + 1,
        due: fields.date(payment.dueDate, isSet: payment.hasDueDate, at: at + ".due_date"),
        amount: fields.money(
          payment.amount, isSet: payment.hasAmount, at: at + ".amount", .aboveZero))
    }
    return OfferTerms(
      kind: fields.choice(terms.kind, at: "terms.kind"),
      amount: fields.money(terms.amount, isSet: terms.hasAmount, at: "terms.amount", .aboveZero),
      schedule: schedule,
      expiresInDays: terms.expiresInDays == 0
        ? profile.offerDaysMax
        : fields.number(terms.expiresInDays, at: "terms.expires_in_days", 1...365),
      inReplyTo: terms.inReplyTo.isEmpty
        ? nil
        : fields.numbered(
          terms.inReplyTo, in: "offers", at: "terms.in_reply_to", of: dispute
        ).number,
      by: fields.optionalChoice(terms.by, at: "terms.by"),
      defaultClause: terms.hasDefaultClause ? clause(terms.defaultClause, &fields) : nil,
      items: terms.items.prefix(ShapeLimits.items).enumerated().map { index, item in
        fields.number(item, at: "terms.items[\(index + 1)]", 1...Int(Int32.max))
      })
  }

  static func clause(
    _ clause: Parley_V1_DefaultClause, _ fields: inout FieldReader
  ) -> DefaultClause {
    let at = "terms.default_clause."
    return DefaultClause(
      graceDays: fields.number(clause.graceDays, at: at + "grace_days", 0...90),
      cureDays: fields.number(clause.cureDays, at: at + "cure_days", 0...90),
      remedy: fields.choice(clause.remedy, at: at + "remedy"))
  }

  /// Five years of months.
  static let instalmentsMax = 60
}
