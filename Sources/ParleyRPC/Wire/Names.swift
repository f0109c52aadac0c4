import ParleyDomain

// Resource names as answers spell them.

extension DisputeID {
  var name: String { "disputes/\(text)" }

  func child(_ collection: String, _ id: some CustomStringConvertible) -> String {
    "\(name)/\(collection)/\(id)"
  }

  func exhibit(_ id: ExhibitID) -> String {
    child("exhibits", "\(id.compartment.segment)-\(id.number)")
  }

  func erasure(_ compartment: Compartment, _ number: Int) -> String {
    child("erasures", "\(compartment.segment)-\(number)")
  }

  func entry(_ compartment: Compartment, _ sequence: UInt64) -> String {
    child("entries", "\(compartment.segment)-\(sequence)")
  }
}

extension Compartment {
  /// As it stands in a name: `party-private-claimant`.
  var segment: String { code.lowercased().split(separator: "_").joined(separator: "-") }
}

extension MemberID {
  var name: String { "members/\(text)" }
}

extension OrganizationID {
  var name: String { "organizations/\(text)" }
}
