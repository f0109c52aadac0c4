import ParleyDomain
import ParleyService

/// What disputes are filtered by.
enum DisputeFilter {
  static let fields: [FilterField] = [
    FilterField(
      name: "stage", comparators: [.equal], values: .words(Stage.allCases.map(\.rawValue))),
    FilterField(
      name: "status", comparators: [.equal], values: .words(Status.allCases.map(\.rawValue))),
    FilterField(
      name: "waiting_on", comparators: [.equal],
      values: .words(["me"] + Turn.allCases.map(\.rawValue))),
    FilterField(name: "owner", comparators: [.equal], values: .words(["me"])),
    FilterField(name: "open", comparators: [.equal], values: .words(["true", "false"])),
    FilterField(name: "due_time", comparators: [.before, .after], values: .moment),
    FilterField(name: "update_time", comparators: [.after], values: .moment),
  ]

  /// Reads a filter. Several conditions narrow each other.
  static func read(_ text: String, _ reader: inout FieldReader) -> DisputeListing {
    var listing = DisputeListing()
    for condition in reader.conditions(text, of: fields) {
      switch (condition.field, condition.comparator) {
      case ("stage", _): listing.stages = Set([Stage(rawValue: condition.value)].compactMap(\.self))
      case ("status", _): narrow(&listing) { $0.rawValue == condition.value }
      case ("open", _): narrow(&listing) { $0.isOpen == (condition.value == "true") }
      case ("waiting_on", _):
        if condition.value == "me" {
          listing.waitingOnMe = true
        } else {
          listing.waitingOn = Set([Turn(rawValue: condition.value)].compactMap(\.self))
        }
      case ("owner", _): listing.mine = true
      case ("due_time", .before): listing.dueBefore = Instant(rfc3339: condition.value)
      case ("due_time", _): listing.dueAfter = Instant(rfc3339: condition.value)
      default: listing.changedAfter = Instant(rfc3339: condition.value)
      }
    }
    if listing.statuses.isEmpty, reader.problems.isEmpty, contradicts(text) {
      reader.refuse("filter", "This status and open exclude each other; nothing can match.")
    }
    return listing
  }

  private static func narrow(_ listing: inout DisputeListing, _ fits: (Status) -> Bool) {
    let before = listing.statuses.isEmpty ? Set(Status.allCases) : listing.statuses
    listing.statuses = before.filter(fits)
  }

  /// Whether a status and `open` were both given; with no status left they contradict each other.
  private static func contradicts(_ text: String) -> Bool {
    let fields = (try? FilterText.parse(text))?.map(\.field) ?? []
    return fields.contains("open") && fields.contains("status")
  }
}
