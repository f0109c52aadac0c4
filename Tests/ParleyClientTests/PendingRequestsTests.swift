import Testing

@testable import ParleyClient

@Suite struct PendingRequestsTests {
  private func key(_ amount: String) -> String {
    PendingRequests.key(
      server: "localhost:8443", member: "members/a", procedure: "x",
      request: .fields(["amount": .text(amount)]))
  }

  @Test func aSecondTryUsesTheSameID() throws {
    let scratch = try Scratch()
    let file = PrivateFile("\(scratch.path)/pending.json")
    let first = try PendingRequests(file: file).requestID(for: key("1"), now: 100)
    #expect(!first.isRepeat)
    #expect(try file.read() != nil, "kept before anything is sent")
    let again = try PendingRequests(file: file).requestID(for: key("1"), now: 200)
    #expect(again.isRepeat)
    #expect(again.id == first.id)
    let other = try PendingRequests(file: file).requestID(for: key("2"), now: 200)
    #expect(other.id != first.id)
  }

  @Test func anAnsweredOneIsForgotten() throws {
    let scratch = try Scratch()
    let pending = PendingRequests(file: PrivateFile("\(scratch.path)/pending.json"))
    let first = try pending.requestID(for: key("1"), now: 100)
    try pending.settle(key("1"))
    try pending.settle(key("1"))
    #expect(try pending.requestID(for: key("1"), now: 100).id != first.id)
  }

  @Test func anOldOneIsNotUsed() throws {
    let scratch = try Scratch()
    let pending = PendingRequests(file: PrivateFile("\(scratch.path)/pending.json"))
    let limit = PendingRequests.rememberedSeconds
    let first = try pending.requestID(for: key("1"), now: 0)
    #expect(try pending.requestID(for: key("1"), now: limit - 1).id == first.id)
    #expect(try pending.requestID(for: key("1"), now: limit).id != first.id)
  }
}
