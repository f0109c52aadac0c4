import Testing

@testable import ParleyClient

@Suite struct ReceiptShelfTests {
  private func receipt(_ sequence: UInt64, _ head: String, in compartment: String = "CASE")
    -> KeptReceipt
  {
    KeptReceipt(
      dispute: "7k3qm2xw", compartment: compartment, sequence: sequence, head: head,
      signature: "00", keyID: "k")
  }

  @Test func keepsAllAndKnowsTheHighest() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    #expect(try shelf.take([receipt(1, "aa"), receipt(2, "bb")], before: [:]).isEmpty)
    #expect(try shelf.take([receipt(2, "bb")], before: shelf.highest(of: "7k3qm2xw")).isEmpty)
    #expect(try shelf.receipts(of: "7k3qm2xw") == [receipt(1, "aa"), receipt(2, "bb")])
    #expect(try shelf.highest(of: "7k3qm2xw")["CASE"]?.sequence == 2)
    #expect(try scratch.mode("7k3qm2xw.jsonl") == 0o600)
  }

  @Test func reportsAnotherHeadOfTheSameEntry() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    _ = try shelf.take([receipt(2, "bb")], before: [:])
    let found = try shelf.take([receipt(2, "cc")], before: [:])
    #expect(
      found
        == [ReceiptRegression(kind: .different, kept: receipt(2, "bb"), received: receipt(2, "cc"))]
    )
    #expect(try shelf.receipts(of: "7k3qm2xw").count == 2, "both are the evidence")
  }

  @Test func reportsAChainThatEndsEarlier() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    _ = try shelf.take([receipt(5, "ee")], before: [:])
    let before = try shelf.highest(of: "7k3qm2xw")
    let found = try shelf.take([receipt(4, "dd")], before: before)
    #expect(found.map(\.kind) == [.shorter])
  }

  @Test func otherChainsCountForThemselves() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    _ = try shelf.take([receipt(5, "ee")], before: [:])
    let before = try shelf.highest(of: "7k3qm2xw")
    #expect(try shelf.take([receipt(1, "aa", in: "MEDIATION")], before: before).isEmpty)
  }

  @Test func anOlderAnswerHeardAgainIsSound() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    _ = try shelf.take([receipt(4, "dd"), receipt(5, "ee")], before: [:])
    let before = try shelf.highest(of: "7k3qm2xw")
    #expect(try shelf.take([receipt(4, "dd")], before: before).isEmpty)
  }

  @Test func aHeadThatWasPassedBeforeIsAChainCutOff() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    _ = try shelf.take([receipt(4, "dd"), receipt(5, "ee")], before: [:])
    let before = try shelf.highest(of: "7k3qm2xw")
    let found = try shelf.take([receipt(4, "dd")], before: before, areHeads: true)
    #expect(found.map(\.kind) == [.shorter])
    #expect(try shelf.take([receipt(5, "ee")], before: before, areHeads: true).isEmpty)
  }

  @Test func twoAnswersHeardInTheOtherOrderAreSound() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    _ = try shelf.take([receipt(3, "cc")], before: [:])
    let before = try shelf.highest(of: "7k3qm2xw")
    #expect(try shelf.take([receipt(5, "ee")], before: before).isEmpty)
    #expect(try shelf.take([receipt(4, "dd")], before: before).isEmpty)
  }

  @Test func aTornLineIsNoReceipt() throws {
    let scratch = try Scratch()
    let shelf = ReceiptShelf(directory: scratch.path)
    _ = try shelf.take([receipt(1, "aa")], before: [:])
    try PrivateFile("\(scratch.path)/7k3qm2xw.jsonl").append(line: #"{"dispute":"7k3"#)
    #expect(try shelf.receipts(of: "7k3qm2xw") == [receipt(1, "aa")])
  }
}
