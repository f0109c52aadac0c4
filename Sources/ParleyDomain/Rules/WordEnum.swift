/// A closed set of words without values, such as the statuses.
///
/// Swift hashes such an enum by its text. The rules look into sets and tables of these many hundred
/// times for one answer, so they are hashed by the bytes that tell the cases apart.
package protocol WordEnum: RawRepresentable, Hashable, Sendable where RawValue == String {}

extension WordEnum {
  package func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }
}
