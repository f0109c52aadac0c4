import ArgumentParser
import ParleyClient

/// The contact a demand rests on: `reminder:1`, `call:2`, `email:E-4`, or `none:REASON`.
struct EarlierContactArgument: Hashable, Sendable, ExpressibleByArgument {
  private enum Kind: Hashable {
    case reminder(Int)
    case call(Int)
    case exhibit(ExhibitReference)
    case waived(String)
  }

  private let kind: Kind

  init?(argument: String) {
    guard let colon = argument.firstIndex(of: ":") else { return nil }
    let value = String(argument[argument.index(after: colon)...])
    switch argument[..<colon] {
    case "reminder":
      guard let number = Int(value), number > 0 else { return nil }
      kind = .reminder(number)
    case "call":
      guard let number = Int(value), number > 0 else { return nil }
      kind = .call(number)
    case "email", "exhibit":
      // A number alone is one of the case file: E-4.
      let cited = Int(value) == nil ? value : "E-" + value
      guard let exhibit = ExhibitReference(argument: cited) else { return nil }
      kind = .exhibit(exhibit)
    case "none":
      guard !value.trimmingSpaces.isEmpty else { return nil }
      kind = .waived(value.trimmingSpaces)
    default: return nil
    }
  }

  /// The member of the request.
  func member(_ dispute: DisputeID) -> PlainValue.Member {
    switch kind {
    case .reminder(let number): .init("reminder", .whole(number))
    case .call(let number): .init("call", .whole(number))
    case .exhibit(let exhibit): .init("exhibit", exhibit.name(dispute))
    case .waived(let reason): .init("waiverReason", .text(reason))
    }
  }
}
