import Foundation
import ParleyDomain
import ParleyWire
import SwiftProtobuf

extension FieldReader {
  /// Reads a choice. Refuses the unspecified value and values this server does not know, naming
  /// those it takes.
  mutating func choice<Wire: WireChoice>(_ value: Wire, at field: String) -> Wire.Term {
    if let term = Wire.table.term(value) { return term }
    refuse(field, "Give one of \(Wire.table.names.joined(separator: ", ")).")
    return Wire.table.terms[0]
  }

  /// Reads a choice that may be left out.
  mutating func optionalChoice<Wire: WireChoice>(_ value: Wire, at field: String) -> Wire.Term? {
    value.rawValue == 0 ? nil : choice(value, at: field)
  }

  /// Reads choices of which each stands at most once.
  mutating func choices<Wire: WireChoice>(_ values: [Wire], at field: String) -> Set<Wire.Term> {
    var terms: Set<Wire.Term> = []
    for (index, value) in values.prefix(Wire.table.terms.count + 1).enumerated() {
      if !terms.insert(choice(value, at: "\(field)[\(index + 1)]")).inserted {
        refuse("\(field)[\(index + 1)]", "Give each at most once.")
      }
    }
    return terms
  }

  /// Reads an amount that is required.
  mutating func money(
    _ amount: Google_Type_Money, isSet: Bool, at field: String, _ range: AmountRange
  ) -> Money {
    guard isSet else {
      refuse(field, "Give an amount with its currency.")
      return .zero(.unclaimed)
    }
    return money(
      code: amount.currencyCode, units: amount.units, nanos: amount.nanos, at: field, range)
  }

  /// Reads an amount that may be left out.
  mutating func optionalMoney(
    _ amount: Google_Type_Money, isSet: Bool, at field: String, _ range: AmountRange
  ) -> Money? {
    isSet ? money(amount, isSet: true, at: field, range) : nil
  }

  /// Reads a day that is required.
  mutating func date(_ date: Google_Type_Date, isSet: Bool, at field: String) -> CivilDate {
    self.date(
      year: isSet ? date.year : 0, month: isSet ? date.month : 0, day: isSet ? date.day : 0,
      at: field)
  }

  /// Reads a day that may be left out.
  mutating func optionalDate(
    _ date: Google_Type_Date, isSet: Bool, at field: String
  ) -> CivilDate? {
    isSet ? self.date(date, isSet: true, at: field) : nil
  }

  /// Reads a moment that is required.
  mutating func instant(
    _ moment: Google_Protobuf_Timestamp, isSet: Bool, at field: String
  ) -> Instant {
    guard isSet else {
      refuse(field, "Give a moment.")
      return Instant(milliseconds: 0)
    }
    return instant(seconds: moment.seconds, nanos: moment.nanos, at: field)
  }

  /// Reads a moment that may be left out.
  mutating func optionalInstant(
    _ moment: Google_Protobuf_Timestamp, isSet: Bool, at field: String
  ) -> Instant? {
    isSet ? instant(moment, isSet: true, at: field) : nil
  }

  /// Reads the interest that is to run on a decided sum.
  mutating func interestAfter(_ after: Parley_V1_InterestAfter) -> InterestPin {
    InterestPin(
      profile: text(after.profile, at: "interest_after.profile", 1...100),
      contractBasisPoints: after.rateBasisPoints == 0 ? nil : Int(after.rateBasisPoints))
  }

  /// Reads the paper on which an act recorded for a party rests; nil where none is set.
  mutating func recordedAct(
    _ act: Parley_V1_RecordedAct, isSet: Bool, of dispute: DisputeID
  ) -> RecordedAct? {
    guard isSet else { return nil }
    return RecordedAct(
      side: choice(act.side, at: "recorded_for.side"),
      exhibit: exhibit(act.exhibit, at: "recorded_for.exhibit", of: dispute).exhibit,
      receivedAt: instant(
        act.receivedTime, isSet: act.hasReceivedTime, at: "recorded_for.received_time"))
  }

  /// Reads the answers to claim items, and their grounds as words.
  mutating func answers(
    _ answers: [Parley_V1_ItemAnswer], of dispute: DisputeID, into words: inout Wording
  ) -> [ItemAnswer] {
    if answers.isEmpty { refuse("answers", "Give at least one answer.") }
    if answers.count > Self.itemsMax { refuse("answers", "Give at most \(Self.itemsMax) answers.") }
    var seen: Set<Int32> = []
    return answers.prefix(Self.itemsMax).enumerated().map { index, answer in
      let at = "answers[\(index + 1)]"
      if !seen.insert(answer.item).inserted {
        refuse(at + ".item", "Answer each item at most once.")
      }
      words.add(
        "answer.\(answer.item).ground",
        text(answer.ground, at: at + ".ground", 0...2000, .paragraphs))
      return ItemAnswer(
        item: number(answer.item, at: at + ".item", 1...Self.itemsMax),
        kind: choice(answer.kind, at: at + ".kind"),
        amount: optionalMoney(
          answer.amount, isSet: answer.hasAmount, at: at + ".amount", .aboveZero),
        proof: optionalExhibit(answer.proof, at: at + ".proof", of: dispute))
    }
  }

  /// As many claim items as a dispute holds.
  static let itemsMax = 200
}
