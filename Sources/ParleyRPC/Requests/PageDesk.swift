import ParleyDomain
import ParleyService

/// Pages of lists: sealed tokens, and slices of what is at hand.
struct PageDesk: Sendable {
  let registrar: Registrar

  /// Opens a page token; nil for the first page. Refuses one of another caller, list, filter or
  /// order.
  func mark(_ token: String, _ purpose: String, _ call: Call) throws -> PageMark? {
    guard !token.isEmpty else { return nil }
    guard token.utf8.count <= 2000,
      let mark = registrar.open(token, purpose: purpose, caller: try call.caller)
    else { throw BadPageMark.refusal }
    return mark
  }

  /// The token of the next page; empty where there is none.
  func token(_ mark: PageMark?, _ purpose: String, _ call: Call) throws -> String {
    guard let mark else { return "" }
    return try registrar.seal(mark, purpose: purpose, caller: try call.caller)
  }

  /// A page of a list that only grows at its end, and the token of the next one.
  func page<Item>(
    _ items: [Item], size: Int, token: String, _ purpose: String, _ call: Call
  ) throws -> (items: [Item], next: String) {
    let start = try mark(token, purpose, call).flatMap(Self.position) ?? 0
    guard start <= items.count else { return ([], "") }
    let end = min(items.count, start + size)
    let next = end < items.count ? Self.mark(at: end) : nil
    return (Array(items[start..<end]), try self.token(next, purpose, call))
  }

  private static func mark(at position: Int) -> PageMark? {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: position >> ((7 - $0) * 8)) }
    return PageMark(bytes: [1] + bytes)
  }

  private static func position(_ mark: PageMark) -> Int? {
    let bytes = mark.bytes
    guard bytes.count == 9, bytes[0] == 1 else { return nil }
    let position = bytes.dropFirst().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: position)
  }
}
