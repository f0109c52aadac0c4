import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Call {
  /// A call with what was split off from it, as far as the reader sees that.
  init(_ call: CallRecord, _ compartment: Compartment, in sheet: Sheet, clock: CallClock) {
    self.init()
    let dispute = sheet.dispute
    let words = WordReading(dispute, compartment)
    let reference = NoteReference(kind: .call, compartment: compartment, number: call.number)
    notedBy = .init(call.by)
    number = Int32(clamping: call.number)
    direction = .init(call.note.direction)
    startTime = .init(call.note.startedAt)
    durationSeconds = Int32(clamping: call.note.durationSeconds)
    outcome = .init(call.note.outcome)
    self.compartment = .init(compartment)
    if let promised = call.note.promised { promisedAmount = .init(promised) }
    if let day = call.note.promisedBy { promisedDate = .init(day) }
    let promise = dispute.records[compartment]?.promises.first { $0.call == reference }
    if let promise {
      promisedAmount = .init(promise.promise.amount)
      promisedDate = .init(promise.promise.due)
      promiseState = .init(dispute.state(of: promise, on: clock.today, zone: sheet.zone))
    }
    text = words["call.\(call.number).text"]
    participants = words["call.\(call.number).participants"]
    numberEnding = words["call.\(call.number).number"]
    zone = call.note.zone ?? ""
    localStart = clock.local(call.note.startedAt, in: call.note.zone)
    if let recording = call.note.recording { self.recording = dispute.id.exhibit(recording) }
    setOffer(of: reference, in: dispute)
  }

  private mutating func setOffer(of call: NoteReference, in dispute: Dispute) {
    for place in [call.compartment, .settlement] {
      let found = dispute.records[place]?.callOffers.first { $0.call == call }
      guard let found else { continue }
      offeredBy = .init(found.offer.by)
      if let amount = found.offer.amount { offeredAmount = .init(amount) }
      offerText = WordReading(dispute, place)["callOffer.\(found.number).text"]
      return
    }
  }
}

/// What a list of calls is told by: today, and the zones that calls name.
struct CallClock {
  let today: CivilDate
  let zone: (String) -> Zone?

  /// `2026-11-24T10:00`; empty without a zone.
  func local(_ moment: Instant, in name: String?) -> String {
    guard let name, let zone = zone(name) else { return "" }
    let day = zone.date(at: moment)
    let local = moment.milliseconds + Int64(zone.offsetSeconds(at: moment)) * 1000
    let minutes = ((local % 86_400_000) + 86_400_000) % 86_400_000 / 60_000
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(CivilText.day(day))T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}

/// Days and hours of a civil calendar as text.
enum CivilText {
  static func day(_ day: CivilDate) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }

  /// The day and the minutes after midnight of `2026-11-24T10:00`; nil for anything else.
  static func moment(_ text: String) -> (day: CivilDate, minutes: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 16 else { return nil }
    let marks: [Int: UInt8] = [
      4: UInt8(ascii: "-"), 7: UInt8(ascii: "-"), 10: UInt8(ascii: "T"), 13: UInt8(ascii: ":"),
    ]
    var numbers: [Int] = [0]
    for (index, byte) in bytes.enumerated() {
      if let mark = marks[index] {
        guard byte == mark else { return nil }
        numbers.append(0)
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 48)
      }
    }
    guard numbers[3] < 24, numbers[4] < 60,
      let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    return (day, numbers[3] * 60 + numbers[4])
  }
}
