import Glibc
import ParleyClient
import Testing

@testable import ParleyCommands

/// What the commands of evidence, calls and contracts send, and what they keep to themselves.
@Suite struct EvidenceCommandTests {
  private let changed = #"{"dispute":{"name":"disputes/7k3qm2xw","status":"STATUS_FILED"}}"#

  @Test func ofATelephoneNumberOnlyTheLastDigitsAreSent() async throws {
    let stage = try Stage()
    try stage.channel.answer(.logCall, changed)
    let line =
      "call log 7k3q-m2xw --out --outcome reached --at '2026-11-24 10:00' --zone Europe/Lisbon"
      + " --number '+351 (912) 345-678' --text 'Said.'"
    #expect(await stage.run(line) == 0)
    let sent = try #require(stage.channel.requests(.logCall).first)
    #expect(sent.text("numberEnding") == "5678")
    #expect(!"\(sent)".contains("345"))
    #expect(sent.text("localStart") == "2026-11-24T10:00")
    #expect(sent.text("zone") == "Europe/Lisbon")
    #expect(sent["startTime"] == nil)
  }

  @Test func aTimeOnTheWallIsToldInTheUsersZone() async throws {
    let stage = try Stage()
    try stage.channel.answer(.logCall, changed)
    let line = "call log 7k3q-m2xw --in --outcome voicemail --text 'Left a message.' --at "
    #expect(await stage.run(line + "'2026-11-24 10:00'") == 0)
    #expect(await stage.run(line + "2026-11-24T10:00:00Z") == 0)
    let sent = stage.channel.requests(.logCall)
    #expect(sent.first?.text("zone") == "UTC")
    #expect(sent.last?.text("startTime") == "2026-11-24T10:00:00Z")
    for wrong in ["'2026-11-24 25:00'", "2026-11-24", "yesterday"] {
      #expect(await stage.run(line + wrong) == 64)
    }
  }

  @Test func standardInputIsTheNote() async throws {
    let stage = try Stage()
    stage.typed = "Said by stdin.\n"
    try stage.channel.answer(.logCall, changed)
    let line = "call log 7k3q-m2xw --in --outcome reached --at '2026-11-24 10:00'"
    #expect(await stage.run(line + " --file -") == 0)
    #expect(stage.channel.requests(.logCall).first?.text("text").contains("Said by stdin.") == true)
    #expect(await stage.run(line) == 64)
    #expect(await stage.run(line + " --text a --offer 'EUR 5.00'") == 64)
    #expect(stage.channel.requests(.logCall).count == 1)
  }

  @Test func whatWasEditedIsKeptWhereItIsRefused() async throws {
    let stage = try Stage(isTerminal: true)
    stage.variables["EDITOR"] = "printf 'Written in the editor.' >"
    let line = "call log 7k3q-m2xw --in --outcome reached --at '2026-11-24 10:00'"
    stage.channel.refuse(.logCall, ServiceRefusal(code: .failedPrecondition, message: "No."))
    #expect(await stage.run(line) == 6)
    #expect(stage.errors.contains("The text is kept in"))
    let drafts = "\(stage.paths.state)/drafts"
    #expect(try PrivateFile("\(drafts)/\(getpid()).txt").read() != nil)
    try stage.channel.replace(.logCall, changed)
    #expect(await stage.run(line) == 0)
    #expect(!stage.errors.contains("The text is kept in"))
    #expect(try PrivateFile("\(drafts)/\(getpid()).txt").read() == nil)
    let sent = try #require(stage.channel.requests(.logCall).last)
    #expect(sent.text("text") == "Written in the editor.")
    stage.variables["EDITOR"] = "printf '# nothing' >"
    #expect(await stage.run(line) == 2)
    #expect(try PrivateFile("\(drafts)/\(getpid()).txt").read() == nil)
  }

  @Test func aRulingIsOneOfThree() async throws {
    let stage = try Stage()
    try stage.channel.answer(.ruleOnExhibit, changed)
    let line = "evidence rule 7k3q-m2xw 2 --reason 'Only to show when it was sent.'"
    #expect(await stage.run(line) == 64)
    #expect(await stage.run(line + " --sustained --limited") == 64)
    #expect(await stage.run(line + " --limited") == 0)
    let sent = try #require(stage.channel.requests(.ruleOnExhibit).first)
    #expect(sent.text("ruling") == "EXHIBIT_RULING_LIMITED")
    #expect(sent.integer("objection") == 2)
  }

  @Test func anObjectionIsTakenBackWithItsReasonOnceOneIsSure() async throws {
    let stage = try Stage()
    try stage.channel.answer(.withdrawExhibitObjection, changed)
    let line = "evidence withdraw-objection 7k3q-m2xw 2"
    #expect(await stage.run(line) == 64)
    #expect(await stage.run(line + " --reason 'We saw the original.' --yes --for client") == 64)
    #expect(
      await stage.run(
        line + " --reason 'We saw the original.' --yes --for client --from E-4"
          + " --received 2026-11-24T10:00:00Z") == 0)
    let sent = try #require(stage.channel.requests(.withdrawExhibitObjection).first)
    #expect(sent.integer("objection") == 2 && sent.text("reason") == "We saw the original.")
    #expect(sent.text("recordedFor.side") == "SIDE_RESPONDENT")
    #expect(sent.text("recordedFor.exhibit").hasSuffix("/exhibits/case-4"))
  }

  @Test func aContractIsSentAsItsHash() async throws {
    let stage = try Stage()
    let file = "\(stage.path)/terms.txt"
    try PrivateFile(file).write(Array("secret terms".utf8))
    try stage.channel.answer(
      .registerContract,
      #"{"name":"organizations/77ab/contracts/4","missingClauses":["CLAUSE_LATE_FEE"]}"#)
    let line =
      "contract register \(file) --with 'Harbour Lettings Ltd' --form electronic --law pt"
      + " --organization 77ab"
    #expect(await stage.run(line) == 0)
    let sent = try #require(stage.channel.requests(.registerContract).first)
    #expect(sent.text("termsSha256") == (try SourceFile(path: file)).sha256)
    #expect(sent.text("governingLaw") == "PT")
    #expect(!"\(sent)".contains("secret"))
    #expect(await stage.run("contract register --with A --form electronic --law PT") == 64)
    #expect(await stage.run("contract register \(file) --with A --form verbal --law PT") == 64)
  }

  @Test func whatIsOnRegisterIsNotStatedAgain() async throws {
    let stage = try Stage()
    try stage.channel.answer(.createDispute, changed)
    let line =
      "draft new --claimant A --client B --email a@b.example --amount 'EUR 5.00' --due 2026-09-30"
      + " --invoice I-1 --debtor business --jurisdiction PT --organization 77ab"
    #expect(await stage.run(line) == 64)
    #expect(await stage.run(line + " --registered 4 --form verbal") == 64)
    #expect(await stage.run(line + " --registered 4") == 0)
    let sent = try #require(stage.channel.requests(.createDispute).first)
    #expect(sent.text("contract.registration") == "organizations/77ab/contracts/4")
    #expect(sent["contract.form"] == nil)
  }
}
