import ParleyDomain
import ParleyWire

extension FieldReader {
  /// Reads the name and the contacts of a party.
  mutating func party(
    _ party: Parley_V1_Party, _ side: String, nameLengthMin: Int = 1, into words: inout Wording
  ) {
    words.add(
      "\(side).name", text(party.displayName, at: "\(side).display_name", nameLengthMin...200))
    words.add("\(side).contact", text(party.contactName, at: "\(side).contact_name", 0...200))
    words.add("\(side).email", text(party.email, at: "\(side).email", 0...254))
    words.add("\(side).phone", text(party.telephone, at: "\(side).telephone", 0...40))
    words.add(
      "\(side).address",
      text(party.postalAddress, at: "\(side).postal_address", 0...500, .paragraphs))
  }

  /// Reads the zone a party lives by: only that of a respondent counts, so only that one is taken.
  mutating func zone(
    _ party: Parley_V1_Party, _ side: String, known: (String) -> Bool
  ) -> String? {
    let name = text(party.timeZone, at: "\(side).time_zone", 0...64)
    guard !name.isEmpty else { return nil }
    if side != "respondent" {
      refuse("\(side).time_zone", "Leave this empty: hours of contact are the respondent's.")
    } else if !known(name) {
      refuse("respondent.time_zone", "Give the IANA name of a zone, such as America/New_York.")
    }
    return name
  }

  /// Reads a claim item under the number it is to have.
  mutating func item(
    _ item: Parley_V1_ClaimItem, number: Int, at field: String, into words: inout Wording
  ) -> ClaimItem {
    words.add(
      "item.\(number).number", text(item.reference, at: field + ".reference", 1...100))
    words.add(
      "item.\(number).description",
      text(item.description_p, at: field + ".description", 0...500, .paragraphs))
    return ClaimItem(
      number: number,
      issued: optionalDate(item.issueDate, isSet: item.hasIssueDate, at: field + ".issue_date"),
      due: date(item.dueDate, isSet: item.hasDueDate, at: field + ".due_date"),
      amount: money(item.amount, isSet: item.hasAmount, at: field + ".amount", .aboveZero))
  }

  /// Reads items that take the place of others, or are new, by the number each one states.
  mutating func amendedItems(
    _ items: [Parley_V1_ClaimItem], into words: inout Wording
  ) -> [ClaimItem] {
    if items.count > Self.itemsMax { refuse("items", "Give at most \(Self.itemsMax) items.") }
    return items.prefix(Self.itemsMax).enumerated().map { index, item in
      let at = "items[\(index + 1)]"
      let number = number(item.number, at: at + ".number", 1...Self.itemsMax)
      return self.item(item, number: number, at: at, into: &words)
    }
  }
}
