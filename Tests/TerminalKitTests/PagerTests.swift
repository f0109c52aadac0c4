import Glibc
import Testing

@testable import TerminalKit

@Suite(.serialized)
struct PagerTests {
  private func pager(_ variables: [String: String], terminals: Set<StandardStream> = [.output])
    -> Pager
  {
    let environment = TerminalEnvironment(variables: variables, terminals: terminals)
    return Pager(
      terminal: Terminal(environment: environment), variableNames: ["FIRST_PAGER", "PAGER"])
  }

  /// A file name nobody else uses; the file is gone afterwards.
  private func withFile(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/pager-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    close(descriptor)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    try body(path)
  }

  private func contents(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return all }
      all += buffer.prefix(count)
    }
  }

  @Test func theCommandIsChosen() {
    #expect(pager([:]).command == "less")
    #expect(pager(["PAGER": "more"]).command == "more")
    #expect(pager(["PAGER": "more", "FIRST_PAGER": "most -s"]).command == "most -s")
    #expect(pager(["PAGER": ""]).command == nil)
    #expect(pager(["PAGER": "cat"]).command == nil)
    #expect(pager(["PAGER": "more"], terminals: [.input, .error]).command == nil)
  }

  @Test func thePagerGetsAllOfTheText() throws {
    let text = String(repeating: "a line that is long enough\n", count: 20_000)
    try withFile { path in
      #expect(pager(["PAGER": "cat >\(path)"]).show(text) == .written)
      let shown = try contents(path)
      #expect(shown == Array(text.utf8))
    }
  }

  @Test func itsOptionsAreSetUnlessTheUserSetThem() throws {
    try withFile { path in
      let command = "printf %s \"$LESS\" >\(path)"
      #expect(pager(["PAGER": command]).show("x") == .written)
      let shown = try contents(path)
      #expect(shown == Array("FRX".utf8))
      #expect(pager(["PAGER": command, "LESS": "S"]).show("x") == .written)
      let shownAgain = try contents(path)
      #expect(shownAgain == Array("S".utf8))
    }
  }

  @Test func aReaderThatStopsEarlyIsNoFailure() {
    let text = String(repeating: "a line that is long enough\n", count: 20_000)
    #expect(pager(["PAGER": "exec true"]).show(text) == .written)
  }

  @Test func theExitStatusIsSeen() throws {
    let failing = try #require(PagerProcess(command: "exit 127", variables: [:]))
    #expect(failing.wait() == 127)
    let killed = try #require(PagerProcess(command: "kill -9 $$", variables: [:]))
    #expect(killed.wait() == -1)
  }

  @Test func aBrokenPipeIsToldFromOtherFaults() throws {
    let former = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, former) }
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    #expect(StandardStream.write("x", to: ends[1]) == .written)
    close(ends[0])
    #expect(StandardStream.write("x", to: ends[1]) == .readerGone)
    close(ends[1])
    #expect(StandardStream.write("x", to: -1) == .failed(errno: EBADF))
    #expect(StandardStream.write("", to: -1) == .written)
  }
}
