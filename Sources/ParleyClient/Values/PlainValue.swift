/// A value of the public API in its JSON form: what a request is written with and what a reply is
/// read from, outside this target.
///
/// Generated message types stay behind the wall; this is what crosses it. Members keep the order
/// of the schema, and numbers their spelling, so that nothing is lost between the reply and what
/// is printed.
package enum PlainValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it was spelled. Whole numbers of 64 bits come as text, as JSON cannot hold them.
  case number(String)
  case text(String)
  case list([PlainValue])
  case record([Member])

  /// One named value of a record.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: PlainValue

    package init(_ name: String, _ value: PlainValue) {
      self.name = name
      self.value = value
    }
  }

  /// A record of the pairs that have a value: what was not given is left out, which on the wire
  /// means the same as its default.
  package static func fields(_ pairs: KeyValuePairs<String, PlainValue?>) -> PlainValue {
    .record(pairs.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// Text; nil stays nil, so that optional options can be passed on as they are.
  package static func text(of optional: String?) -> PlainValue? {
    optional.map { .text($0) }
  }

  /// A whole number.
  package static func whole(_ number: some FixedWidthInteger) -> PlainValue {
    .number(String(number))
  }

  /// A list of texts.
  package static func texts(_ texts: [String]) -> PlainValue {
    .list(texts.map { .text($0) })
  }
}
