import ParleyClient
import Testing

@testable import ParleyCommands

/// Every command about a dispute compares what the server shows with the receipts kept here.
@Suite struct ReceiptTests {
  private func stage(_ signer: Signer, _ receipt: String) async throws -> Stage {
    let stage = try Stage()
    try stage.channel.answer(.listKeys, signer.list)
    try stage.channel.answer(.addNote, Signer.change(receipt))
    try stage.channel.answer(.listHeads, Signer.heads(receipt))
    #expect(await stage.run("note add 7k3q-m2xw --in case --text 'One.'") == 0)
    return stage
  }

  @Test(arguments: [
    "show 7k3q-m2xw", "brief 7k3q-m2xw", "history 7k3q-m2xw", "evidence list 7k3q-m2xw",
    "offer list 7k3q-m2xw", "money list 7k3q-m2xw", "history 7k3q-m2xw --reads",
    "deadline list 7k3q-m2xw", "note list 7k3q-m2xw", "money quote 7k3q-m2xw",
  ])
  func aShorterRecordIsFoundByEveryCommand(_ line: String) async throws {
    let signer = try Signer()
    let stage = try await stage(signer, try signer.receipt(5, 1))
    for procedure: Procedure in [
      .getDispute, .getDocument, .listEntries, .listExhibits, .listOffers, .listPayments, .getQuote,
      .listReads, .listDeadlines,
    ] {
      try stage.channel.answer(procedure, #"{"name":"disputes/7k3qm2xw"}"#)
    }
    #expect(await stage.run(line) == 0, "\(stage.errors)")
    try stage.channel.replace(.listHeads, Signer.heads(try signer.receipt(4, 2)))
    #expect(await stage.run(line) == 1)
    #expect(stage.errors.contains("THE RECORD IS SHORTER THAN IT WAS"))
  }

  @Test func aListShowsWhatDoesNotAgree() async throws {
    let signer = try Signer()
    let stage = try await stage(signer, try signer.receipt(5, 1))
    let head = #"{"compartment":"COMPARTMENT_CASE","sequence":"4","head":"\#(Self.base64)"}"#
    try stage.channel.answer(
      .listDisputes, #"{"disputes":[{"name":"disputes/7k3qm2xw","heads":[\#(head)]}]}"#)
    try stage.channel.replace(.listHeads, Signer.heads(try signer.receipt(4, 2)))
    #expect(await stage.run("list") == 1)
    #expect(stage.output.contains("7k3qm2xw"), "what was asked for is shown all the same")
    #expect(stage.errors.contains("THE RECORD IS SHORTER THAN IT WAS"))
  }

  /// Thirty-two bytes of the value 2.
  private static let base64 = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="

  @Test func aRefusalDoesNotHideIt() async throws {
    let signer = try Signer()
    let stage = try await stage(signer, try signer.receipt(5, 1))
    stage.channel.refuse(
      .getOffer, ServiceRefusal(code: .notFound, reason: "NOT_FOUND", message: "No such offer."))
    #expect(await stage.run("offer show 7k3q-m2xw 1") == 3)
    try stage.channel.replace(.listHeads, Signer.heads(try signer.receipt(5, 9)))
    #expect(await stage.run("offer show 7k3q-m2xw 1") == 1)
    #expect(stage.errors.contains("THE RECORD WAS CHANGED"))
    #expect(stage.errors.contains("Besides: No such offer."))
  }

  @Test func aChainOrADisputeThatIsGoneIsReported() async throws {
    let signer = try Signer()
    let both = [try signer.receipt(5, 1), try signer.receipt(2, 3, in: "MEDIATION")]
    let stage = try Stage()
    try stage.channel.answer(.listKeys, signer.list)
    try stage.channel.answer(.getDispute, #"{"name":"disputes/7k3qm2xw"}"#)
    try stage.channel.answer(.listHeads, Signer.heads(both[0], both[1]))
    try stage.channel.answer(.listHeads, Signer.heads(both[0]))
    stage.channel.refuse(.listHeads, ServiceRefusal(code: .notFound, message: "Nothing."))
    #expect(await stage.run("show 7k3q-m2xw") == 0)
    #expect(await stage.run("show 7k3q-m2xw") == 1)
    #expect(stage.errors.contains("THE RECORD IS NOT SHOWN ANY MORE: MEDIATION of 7k3q-m2xw"))
    #expect(await stage.run("show 7k3q-m2xw") == 1)
    #expect(stage.errors.contains("THE RECORD IS NOT SHOWN ANY MORE: CASE of 7k3q-m2xw"))
  }

  @Test func aNeutralsSightEndsWithTheTask() async throws {
    let signer = try Signer()
    let stage = try Stage()
    var book = try SessionBook.load(stage.paths.sessions)
    book.keep(
      SessionRecord(
        server: "localhost:8443", member: "members/osei", displayName: "J. Osei",
        roles: ["ROLE_MEDIATOR"], token: "t2", expireTime: "2026-11-30T00:00:00Z",
        trust: .pinned(fingerprint: "ab12")))
    try book.save(stage.paths.sessions)
    try stage.channel.answer(.listKeys, signer.list)
    try stage.channel.answer(.getDispute, #"{"name":"disputes/7k3qm2xw"}"#)
    try stage.channel.answer(.listHeads, Signer.heads(try signer.receipt(5, 1)))
    #expect(await stage.run("show 7k3q-m2xw") == 0)
    let missing = ServiceRefusal(code: .notFound, message: "Nothing of this name.")
    stage.channel.refuse(.listHeads, missing)
    stage.channel.refuse(.getDispute, missing)
    _ = await stage.run("show 7k3q-m2xw")
    #expect(await stage.run("show 7k3q-m2xw") == 3, "as of a missing one, and not without a word")
    #expect(stage.errors.contains("7k3q-m2xw is not shown to you any more."))
    #expect(stage.errors.contains("or the server was set back to before it"))
  }

  @Test func anotherPersonOnThisMachineSeesLess() async throws {
    let signer = try Signer()
    let stage = try await stage(signer, try signer.receipt(5, 1))
    let mediation = try signer.receipt(2, 3, in: "MEDIATION")
    _ = try stage.paths.receipts(key: "ab12").take(
      [try #require(KeptReceipt(try JSONReader.read(mediation)))], before: [:])
    try stage.channel.answer(.getDispute, #"{"name":"disputes/7k3qm2xw"}"#)
    #expect(await stage.run("show 7k3q-m2xw") == 0, "\(stage.errors)")
  }

  @Test func anEndorsedKeyIsBelievedAndAnotherIsNot() async throws {
    let signer = try Signer()
    let stage = try await stage(signer, try signer.receipt(5, 1))
    let next = try signer.successor()
    try stage.channel.replace(.listKeys, Signer.list(next, signer))
    try stage.channel.replace(.addNote, Signer.change(try next.receipt(6, 2)))
    try stage.channel.replace(.listHeads, Signer.heads(try next.receipt(6, 2)))
    #expect(await stage.run("note add 7k3q-m2xw --in case --text 'Two.'") == 0, "\(stage.errors)")

    let stranger = try Signer()
    try stage.channel.replace(.listKeys, stranger.list)
    try stage.channel.replace(.addNote, Signer.change(try stranger.receipt(7, 3)))
    #expect(await stage.run("note add 7k3q-m2xw --in case --text 'Three.'") == 1)
    #expect(stage.errors.contains("A KEY THAT NOBODY KNOWN HERE ENDORSED"))
    let shelf = stage.paths.receipts(key: "ab12")
    #expect(try shelf.highest(of: "7k3qm2xw")["CASE"]?.sequence == 6, "it is set aside")
    let aside = try PrivateFile(
      "\(stage.paths.state)/receipts/ab12/7k3qm2xw.doubtful.jsonl"
    ).read()
    #expect(aside != nil, "as evidence")
  }

  @Test func aKeyThatWasReplacedSignsNothingNew() async throws {
    let signer = try Signer()
    let stage = try await stage(signer, try signer.receipt(5, 1))
    let next = try signer.successor()
    _ = try stage.paths.receipts(key: "ab12").keyRing.learn(
      try JSONReader.read(Signer.list(next, signer)).list("keys").compactMap { TrustedKey($0) })
    try stage.channel.answer(.getDispute, #"{"name":"disputes/7k3qm2xw"}"#)
    #expect(await stage.run("show 7k3q-m2xw") == 1)
    #expect(stage.errors.contains("SIGNED WITH A KEY THAT WAS REPLACED BEFORE"))
  }

  @Test func aReceiptThatWasNotSignedIsNotBelieved() async throws {
    let signer = try Signer()
    let stage = try Stage()
    try stage.channel.answer(.listKeys, signer.list)
    let receipt = try signer.receipt(5, 1).replacing(#""sequence":"5""#, with: #""sequence":"6""#)
    try stage.channel.answer(.addNote, Signer.change(receipt))
    #expect(await stage.run("note add 7k3q-m2xw --in case --text 'One.'") == 1)
    #expect(stage.errors.contains("THE RECEIPT'S SIGNATURE DOES NOT FIT"))
  }
}
