import JournalWire
import ParleyDomain
import SwiftProtobuf

/// What is wrong with stored bytes that cannot be read as an entry. Names the kind of value and
/// never the value.
func unreadable(_ what: String) -> JournalFault {
  .damaged(reason: "a stored entry holds no readable \(what)")
}

/// A number as stored. Throws for one that no entry can hold.
func stored(_ number: Int) throws -> Int32 {
  guard let small = Int32(exactly: number) else {
    throw JournalFault.decisionMalformed(reason: "a number is out of range")
  }
  return small
}

/// A choice by its stable name.
func choice<Value: RawRepresentable>(
  _ name: String, _ type: Value.Type = Value.self
) throws -> Value where Value.RawValue == String {
  guard let value = Value(rawValue: name) else { throw unreadable("\(type)") }
  return value
}

/// A choice that may be absent, which is stored as an empty name.
func choiceIfAny<Value: RawRepresentable>(
  _ name: String, _ type: Value.Type = Value.self
) throws -> Value? where Value.RawValue == String {
  name.isEmpty ? nil : try choice(name)
}

func compartment(_ code: String) throws -> Compartment {
  guard let compartment = Compartment(code: code) else { throw unreadable("compartment") }
  return compartment
}

func documentHash(_ hex: String) throws -> DocumentHash {
  guard let hash = DocumentHash(hex: hex) else { throw unreadable("hash") }
  return hash
}

func instant(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

/// Sides as stored: the claimant first.
func sides(_ names: [String]) throws -> Set<Side> { Set(try names.map { try choice($0) }) }

extension Set<Side> {
  var stored: [String] { Side.allCases.filter(contains).map(\.rawValue) }
}

extension CivilDate {
  /// `YYYY-MM-DD`.
  var stored: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  init(stored text: String) throws {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
      let day = parts[2], let date = CivilDate(year: year, month: month, day: day)
    else { throw unreadable("day") }
    self = date
  }

  static func ifAny(_ text: String) throws -> CivilDate? {
    text.isEmpty ? nil : try CivilDate(stored: text)
  }
}

extension Money {
  var stored: Parley_Journal_V1_Amount {
    .with {
      $0.minorUnits = minorUnits
      $0.currency = currency.code
    }
  }

  init(stored amount: Parley_Journal_V1_Amount) throws {
    guard let currency = Currency(code: amount.currency) else { throw unreadable("currency") }
    self.init(minorUnits: amount.minorUnits, currency: currency)
  }
}

extension ExhibitID {
  func stored() throws -> Parley_Journal_V1_ExhibitReference {
    let small = try ParleyStore.stored(number)
    return .with {
      $0.compartment = compartment.code
      $0.number = small
    }
  }

  init(stored reference: Parley_Journal_V1_ExhibitReference) throws {
    self.init(
      compartment: try ParleyStore.compartment(reference.compartment),
      number: Int(reference.number))
  }
}
