/// A dispute, by its eight characters of Crockford base32 (the last one a check character).
package struct DisputeID: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A person with an account.
package struct MemberID: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A brokerage, or the administering institution.
package struct OrganizationID: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// An exhibit: its compartment and its number there, shown as E-1 or M-1.
package struct ExhibitID: Hashable, Sendable {
  package let compartment: Compartment
  package let number: Int

  package init(compartment: Compartment, number: Int) {
    self.compartment = compartment
    self.number = number
  }
}

/// An act recorded for a party: the compartment its entry is in, and its number there.
package struct RecordedActID: Hashable, Sendable {
  package let compartment: Compartment
  package let number: Int

  package init(compartment: Compartment, number: Int) {
    self.compartment = compartment
    self.number = number
  }
}

/// The SHA-256 of a document, as 64 lower-case hexadecimal characters.
package struct DocumentHash: Hashable, Sendable {
  package let hex: String

  /// Nil unless `hex` is exactly 64 hexadecimal characters; capitals are folded.
  package init?(hex: String) {
    let folded = hex.lowercased()
    guard folded.utf8.count == 64,
      folded.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) })
    else { return nil }
    self.hex = folded
  }

  /// The hash with these 32 bytes; missing ones count as zero, further ones are left out.
  package init(bytes: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    let held = bytes.prefix(32) + repeatElement(0, count: max(0, 32 - bytes.count))
    hex = String(
      decoding: held.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
