import Testing

@testable import ParleyClient

@Suite struct DisputeIDTests {
  @Test func readsEveryForm() throws {
    for typed in ["7k3q-m2xw", "7K3QM2XW", "disputes/7k3qm2xw"] {
      let id = try #require(DisputeID(typed))
      #expect(id.name == "disputes/7k3qm2xw")
      #expect(id.description == "7k3q-m2xw")
    }
  }

  @Test(arguments: ["7k3q-m2xv", "7k3q-m2x", "7k3q-m2xw0", "", "7k3u-m2xw"])
  func refusesMistyped(_ typed: String) {
    #expect(DisputeID(typed) == nil)
  }

  @Test func suggestsOnlyNearOnes() throws {
    let near = try #require(DisputeID("7k3q-m2xw"))
    let far = try #require(DisputeID("4t9f-c1wb"))
    #expect(DisputeID.suggestions(for: "7k3q-m2xv", among: [far, near]) == [near])
    #expect(DisputeID.suggestions(for: "zzzz-zzzz", among: [far, near]).isEmpty)
  }
}
