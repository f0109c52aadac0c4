import OpenSSLKit
package import ParleyDomain

extension FieldReader {
  /// Reads `disputes/{id}`. Takes either case and hyphens in the id, since people read ids to each
  /// other; refuses one whose check character does not fit.
  package mutating func dispute(_ name: String, at field: String = "name") -> DisputeID {
    let parts = segments(of: name)
    guard parts.count == 2, parts[0] == "disputes" else {
      refuse(field, "Give a name of the form disputes/{id}.")
      return DisputeID("")
    }
    return disputeID(parts[1], at: field)
  }

  /// Reads `disputes/{id}`, or `disputes/-` for all disputes, which answers nil.
  package mutating func disputeOrAll(_ name: String, at field: String) -> DisputeID? {
    name == "disputes/-" ? nil : dispute(name, at: field)
  }

  /// Reads `disputes/{id}/{collection}/{n}`.
  package mutating func numbered(
    _ name: String, in collection: String, at field: String, of dispute: DisputeID? = nil
  ) -> (dispute: DisputeID, number: Int) {
    guard let child = child(name, in: collection, form: "{n}", at: field, of: dispute) else {
      return (DisputeID(""), 0)
    }
    guard let number = Self.number(child.id) else {
      refuse(field, "Give a name of the form disputes/{id}/\(collection)/{n}, n being a number.")
      return (child.dispute, 0)
    }
    return (child.dispute, number)
  }

  /// Reads `disputes/{id}/exhibits/{compartment}-{n}`; takes the label people cite too, as in
  /// `disputes/{id}/exhibits/e-1`.
  package mutating func exhibit(
    _ name: String, at field: String, of dispute: DisputeID? = nil
  ) -> (dispute: DisputeID, exhibit: ExhibitID) {
    let none = ExhibitID(compartment: .caseFile, number: 0)
    let form = "{compartment}-{n}"
    guard let child = child(name, in: "exhibits", form: form, at: field, of: dispute) else {
      return (DisputeID(""), none)
    }
    guard let (compartment, number) = Self.place(child.id), let count = Int(exactly: number) else {
      refuse(field, "Give a name of the form disputes/{id}/exhibits/{compartment}-{n}.")
      return (child.dispute, none)
    }
    return (child.dispute, ExhibitID(compartment: compartment, number: count))
  }

  /// Reads an exhibit of the dispute the request is about; nil where the field is empty.
  package mutating func optionalExhibit(
    _ name: String, at field: String, of dispute: DisputeID
  ) -> ExhibitID? {
    name.isEmpty ? nil : exhibit(name, at: field, of: dispute).exhibit
  }

  /// Reads `disputes/{id}/recordedActs/{compartment}-{n}`.
  package mutating func recordedActName(
    _ name: String, at field: String, of dispute: DisputeID
  ) -> RecordedActID {
    let form = "{compartment}-{n}"
    let none = RecordedActID(compartment: .caseFile, number: 0)
    guard let child = child(name, in: "recordedActs", form: form, at: field, of: dispute) else {
      return none
    }
    guard let (compartment, number) = Self.place(child.id), let count = Int(exactly: number) else {
      refuse(field, "Give a name of the form disputes/{id}/recordedActs/{compartment}-{n}.")
      return none
    }
    return RecordedActID(compartment: compartment, number: count)
  }

  /// Reads `disputes/{id}/erasures/{compartment}-{n}` of the dispute the request is about.
  package mutating func erasure(
    _ name: String, at field: String, of dispute: DisputeID
  ) -> (compartment: Compartment, number: Int) {
    let form = "{compartment}-{n}"
    guard let child = child(name, in: "erasures", form: form, at: field, of: dispute) else {
      return (.caseFile, 0)
    }
    guard let (compartment, number) = Self.place(child.id), let count = Int(exactly: number) else {
      refuse(field, "Give a name of the form disputes/{id}/erasures/\(form).")
      return (.caseFile, 0)
    }
    return (compartment, count)
  }

  /// Reads what is to be erased: the name of an entry or of an exhibit of the dispute.
  package mutating func erasureTarget(
    _ name: String, at field: String, of dispute: DisputeID
  ) -> ErasureTarget {
    if name.contains("/exhibits/") {
      return .exhibit(exhibit(name, at: field, of: dispute).exhibit)
    }
    let found = entry(name, at: field)
    if !found.dispute.text.isEmpty, !dispute.text.isEmpty, found.dispute != dispute {
      refuse(field, "Name one of the same dispute as the request.")
    }
    return .entry(found.compartment, sequence: Int64(clamping: found.sequence))
  }

  /// Reads `disputes/{id}/entries/{compartment}-{sequence}`.
  package mutating func entry(
    _ name: String, at field: String = "name"
  ) -> (dispute: DisputeID, compartment: Compartment, sequence: UInt64) {
    let form = "{compartment}-{sequence}"
    guard let child = child(name, in: "entries", form: form, at: field, of: nil) else {
      return (DisputeID(""), .caseFile, 0)
    }
    guard let (compartment, sequence) = Self.place(child.id) else {
      refuse(field, "Give a name of the form disputes/{id}/entries/{compartment}-{sequence}.")
      return (child.dispute, .caseFile, 0)
    }
    return (child.dispute, compartment, sequence)
  }

  /// Reads the only thing of its kind in a dispute: `disputes/{id}/quote`.
  package mutating func only(
    _ kind: String, _ name: String, at field: String = "name"
  ) -> DisputeID {
    let parts = segments(of: name)
    guard parts.count == 3, parts[0] == "disputes", parts[2] == kind else {
      refuse(field, "Give a name of the form disputes/{id}/\(kind).")
      return DisputeID("")
    }
    return disputeID(parts[1], at: field)
  }

  /// Reads `disputes/{id}/documents/{document}`.
  package mutating func document(
    _ name: String, at field: String = "name"
  ) -> (dispute: DisputeID, document: String) {
    let child = child(name, in: "documents", form: "{document}", at: field, of: nil)
    return child.map { ($0.dispute, String($0.id)) } ?? (DisputeID(""), "")
  }

  /// Reads `members/{id}`.
  package mutating func member(_ name: String, at field: String) -> MemberID {
    MemberID(account(name, in: "members", at: field))
  }

  /// Reads `organizations/{id}`.
  package mutating func organization(_ name: String, at field: String) -> OrganizationID {
    OrganizationID(account(name, in: "organizations", at: field))
  }

  /// Reads `organizations/{org}/contracts/{n}`.
  package mutating func contract(
    _ name: String, at field: String
  ) -> (organization: OrganizationID, number: Int) {
    let parts = segments(of: name)
    guard parts.count == 4, parts[0] == "organizations", parts[2] == "contracts",
      let number = Self.number(parts[3]), !parts[1].isEmpty, parts[1].utf8.count <= 64,
      parts[1].utf8.allSatisfy(Self.isNameByte)
    else {
      refuse(field, "Give a name of the form organizations/{org}/contracts/{n}.")
      return (OrganizationID(""), 0)
    }
    return (OrganizationID(String(parts[1])), number)
  }

  /// Reads `sessions/{id}`.
  package mutating func session(_ name: String, at field: String = "name") -> String {
    account(name, in: "sessions", at: field)
  }

  /// Reads `relations/{id}`.
  package mutating func relation(_ name: String, at field: String) -> String {
    account(name, in: "relations", at: field)
  }

  private mutating func account(
    _ name: String, in collection: String, at field: String
  ) -> String {
    let parts = segments(of: name)
    guard parts.count == 2, parts[0] == collection, parts[1].utf8.count <= 64,
      !parts[1].isEmpty, parts[1].utf8.allSatisfy(Self.isNameByte)
    else {
      refuse(field, "Give a name of the form \(collection)/{id}.")
      return ""
    }
    return String(parts[1])
  }

  private mutating func child(
    _ name: String, in collection: String, form: String, at field: String, of dispute: DisputeID?
  ) -> (dispute: DisputeID, id: Substring)? {
    let parts = segments(of: name)
    guard parts.count == 4, parts[0] == "disputes", parts[2] == collection, !parts[3].isEmpty,
      parts[3].utf8.count <= 64
    else {
      refuse(field, "Give a name of the form disputes/{id}/\(collection)/\(form).")
      return nil
    }
    let parent = disputeID(parts[1], at: field)
    if let dispute, !dispute.text.isEmpty, !parent.text.isEmpty, dispute != parent {
      refuse(field, "Name one of the same dispute as the request.")
    }
    return (parent, parts[3])
  }

  private mutating func disputeID(_ typed: Substring, at field: String) -> DisputeID {
    guard typed.utf8.count <= 20, let canonical = Base32Check.normalise(typed),
      canonical.utf8.count == Base32Check.length
    else {
      refuse(field, "A dispute's id has eight letters and digits, such as 7k3q-m2xw.")
      return DisputeID("")
    }
    guard Base32Check.validate(canonical) else {
      refuse(field, "This dispute's id is mistyped: its last character does not fit the others.")
      return DisputeID("")
    }
    return DisputeID(canonical)
  }

  private func segments(of name: String) -> [Substring] {
    // No name has more than four segments, or is anywhere near this long.
    guard name.utf8.count <= 200 else { return [] }
    return name.split(separator: "/", maxSplits: 5, omittingEmptySubsequences: false)
  }

  /// A compartment and a number, as `case-3`, `party-private-claimant-1` or `e-3`.
  private static func place(_ id: Substring) -> (Compartment, UInt64)? {
    guard let hyphen = id.lastIndex(of: "-"),
      let number = natural(id[id.index(after: hyphen)...])
    else { return nil }
    let spelled = id[..<hyphen].uppercased()
    let code = spelled.split(separator: "-", omittingEmptySubsequences: false)
      .joined(separator: "_")
    let compartment =
      Compartment(code: code) ?? Compartment.all.first { $0.exhibitPrefix == spelled }
    return compartment.map { ($0, number) }
  }

  private static func number(_ text: Substring) -> Int? {
    natural(text).flatMap { $0 <= UInt64(Int32.max) ? Int($0) : nil }
  }

  /// A number from 1 on, written in the one usual way.
  private static func natural(_ text: Substring) -> UInt64? {
    guard let first = text.utf8.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = UInt64(text), number <= UInt64(Int64.max)
    else { return nil }
    return number
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
