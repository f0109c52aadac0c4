import Foundation
import ParleyClient
import Testing

@testable import ParleyCommands

/// `parley doctor` and `parley completion`.
@Suite struct DoctorTests {
  private func well(_ stage: Stage) throws {
    try stage.channel.answer(
      .getSession, #"{"member":{"name":"members/ines","displayName":"Ines Duarte"}}"#)
    try stage.channel.answer(
      .getClock, #"{"currentTime":"2026-11-23T12:00:05Z","offset":"0s"}"#)
  }

  /// The checks with what they came to.
  private func found(_ stage: Stage) -> [String: String] {
    stage.output.split(separator: "\n").reduce(into: [:]) { found, line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count > 2 { found[String(cells[0])] = "\(cells[1]): \(cells[2])" }
    }
  }

  @Test func whereAllIsWellEveryLineSaysSo() async throws {
    let stage = try Stage()
    try well(stage)
    #expect(await stage.run("doctor") == 0)
    let found = found(stage)
    #expect(
      Set(found.keys) == [
        "configuration", "kept files", "server", "certificate", "login", "service", "clock",
      ])
    for (check, said) in found { #expect(said.hasPrefix("ok: "), "\(check) \(said)") }
    #expect(found["certificate"] == "ok: ab12…, pinned, until 2027-02-21")
    #expect(found["login"] == "ok: Ines Duarte, ines, until 2026-11-30")
    #expect(stage.channel.requests(.getSession).count == 1)
  }

  @Test func anotherCertificateIsNamedAndNothingIsSaidToItsServer() async throws {
    let stage = try Stage()
    stage.certificate = ShownCertificate(fingerprint: "cd34", expiresAt: nil)
    #expect(await stage.run("doctor") == 1)
    let found = found(stage)
    #expect(found["certificate"]?.hasPrefix("failed: cd34… is not the one you trusted") == true)
    #expect(found["service"] == "skipped: not looked at")
    #expect(stage.channel.requests(.getSession).isEmpty)
    #expect(stage.errors.contains("One check failed: certificate."))
    #expect(stage.errors.contains("parley auth login --server localhost:8443"))
  }

  @Test func whatEndsSoonIsSaidBeforeItDoes() async throws {
    let stage = try Stage()
    try well(stage)
    stage.certificate = ShownCertificate(fingerprint: "ab12", expiresAt: Stage.now + 13 * 86_400)
    #expect(await stage.run("doctor") == 0)
    #expect(found(stage)["certificate"]?.hasPrefix("warning: ") == true)
    stage.certificate = ShownCertificate(fingerprint: "ab12", expiresAt: Stage.now - 1)
    #expect(await stage.run("doctor") == 1)
    #expect(found(stage)["certificate"]?.contains("expired") == true)
  }

  @Test func aServerThatCannotBeReachedIsNotAskedFurther() async throws {
    let stage = try Stage()
    stage.certificate = nil
    #expect(await stage.run("doctor") == 1)
    #expect(found(stage)["certificate"]?.contains("cannot be reached") == true)
    #expect(found(stage)["clock"] == "skipped: not looked at")
  }

  @Test func clocksThatDifferAndSessionsThatOthersReadAreFound() async throws {
    let stage = try Stage()
    try stage.channel.answer(.getSession, #"{"member":{"displayName":"Ines Duarte"}}"#)
    // Moved by a day for development, and then ten minutes ahead.
    try stage.channel.answer(
      .getClock, #"{"currentTime":"2026-11-24T12:10:00Z","offset":"86400s"}"#)
    chmod(stage.paths.sessions.path, 0o644)
    #expect(await stage.run("doctor -o json") == 1)
    let value = try JSONReader.read(Array(stage.output.utf8))
    guard case .list(let findings) = value else {
      Issue.record("not a list")
      return
    }
    let states = Dictionary(
      findings.map { ($0.text("check"), $0.text("state")) },
      uniquingKeysWith: { first, _ in first })
    #expect(states["kept files"] == "failed" && states["clock"] == "warning")
    let clock = try #require(findings.first { $0.text("check") == "clock" })
    #expect(clock.text("found").hasPrefix("600 seconds behind the server's"))
    #expect(clock.text("next") == "timedatectl set-ntp true")
  }

  @Test func withoutAServerOrALoginItSaysHowToBegin() async throws {
    let stage = try Stage()
    try FileManager.default.removeItem(atPath: stage.paths.sessions.path)
    #expect(await stage.run("doctor") == 1)
    #expect(found(stage)["server"] == "failed: no server is known")
    #expect(await stage.run("doctor --server localhost:8443") == 1)
    #expect(found(stage)["login"] == "failed: nobody is signed in there")
    try well(stage)
    stage.variables["PARLEY_TOKEN"] = "t"
    #expect(await stage.run("doctor --server localhost:8443") == 0)
    #expect(found(stage)["login"] == "ok: by PARLEY_TOKEN")
  }

  @Test func aSessionThatTheServerEndedIsSaid() async throws {
    let stage = try Stage()
    stage.channel.refuse(.getSession, ServiceRefusal(code: .unauthenticated, message: "No."))
    #expect(await stage.run("doctor") == 1)
    #expect(found(stage)["service"] == "failed: does not know your session: it was ended")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func theScriptOfAShellKnowsEveryCommand(shell: String) async throws {
    let stage = try Stage()
    #expect(await stage.run("completion \(shell)") == 0)
    for word in ["evidence", "withdraw-objection", "doctor", "bundle", "--without-log"] {
      let bare = word.hasPrefix("--") ? String(word.dropFirst(2)) : word
      #expect(stage.output.contains(bare), "\(word)")
    }
    #expect(stage.output.hasSuffix("\n"))
    #expect(await stage.run("completion tcsh") == 64)
  }
}
