import Testing

@testable import ParleyClient

@Suite struct SessionBookTests {
  private func session(_ member: String, server: String = "localhost:8443") -> SessionRecord {
    SessionRecord(
      server: server, member: member, displayName: "Ines Duarte", roles: ["ROLE_BROKER"],
      token: "secret-\(member)", expireTime: "2026-11-30T00:00:00Z",
      trust: .pinned(fingerprint: "ab"))
  }

  @Test func onlyTheOwnerReadsIt() throws {
    let scratch = try Scratch()
    let file = PrivateFile("\(scratch.path)/state/sessions.json")
    var book = SessionBook()
    book.keep(session("members/a"))
    try book.save(file)
    #expect(try scratch.mode("state/sessions.json") == 0o600)
    #expect(try scratch.mode("state") == 0o700)
    #expect(try SessionBook.load(file) == book)
  }

  @Test func holdsSeveralIdentities() {
    var book = SessionBook()
    book.keep(session("members/a"))
    book.keep(session("members/b"))
    book.keep(session("members/a", server: "elsewhere:1"))
    #expect(book.session(server: "localhost:8443")?.member == "members/b")
    #expect(book.session(server: "localhost:8443", member: "a")?.token == "secret-members/a")
    #expect(book.lastServer == "elsewhere:1")
    book.keep(session("members/b"))
    #expect(book.sessions.count == 3)
  }

  @Test func forgettingFallsBackToAnother() {
    var book = SessionBook()
    book.keep(session("members/a"))
    book.keep(session("members/b"))
    book.forget(session("members/b"))
    #expect(book.session(server: "localhost:8443")?.member == "members/a")
    book.forget(session("members/a"))
    #expect(book.session(server: "localhost:8443") == nil)
    #expect(book.lastServer == nil)
  }

  @Test func refusesAFileThatIsNone() throws {
    let scratch = try Scratch()
    let file = PrivateFile("\(scratch.path)/sessions.json")
    try file.write(Array("not json".utf8))
    #expect(throws: PrivateFile.Fault.self) { try SessionBook.load(file) }
  }
}
