import OpenSSLKit
import ParleyDomain

extension Registrar {
  /// Seals a mark for one caller and one purpose (the call and its filter). Whoever else presents
  /// it, or for something else, gets nothing out of it.
  package func seal(_ mark: PageMark, purpose: String, caller: Caller) throws -> String {
    Base64URL.encode(
      try tokens.seal(mark.bytes, associated: associated(purpose, caller)))
  }

  /// Opens a token; nil for one that was not made here, for this caller and this purpose.
  package func open(_ token: String, purpose: String, caller: Caller) -> PageMark? {
    guard let bytes = Base64URL.decode(token),
      let opened = try? tokens.open(bytes, associated: associated(purpose, caller))
    else { return nil }
    return PageMark(bytes: opened)
  }

  private func associated(_ purpose: String, _ caller: Caller) -> [UInt8] {
    Array("\(caller.actor.member.text)\u{0}\(purpose)".utf8)
  }
}
