import Testing

@testable import ParleyClient

@Suite struct ServiceEndpointTests {
  @Test func readsAddresses() {
    let forms = [
      "localhost": "localhost:8443", "https://a.example:1/": "a.example:1",
      "[::1]:9": "[::1]:9", "127.0.0.1:80": "127.0.0.1:80",
    ]
    for (typed, server) in forms {
      #expect(ServiceEndpoint(address: typed, trust: .system, token: nil)?.server == server)
    }
  }

  @Test(arguments: ["", ":1", "a:0", "a:65536", "a:b", "a b:1", "http://a", "a:1:2", "[::1]x"])
  func refusesWhatIsNone(_ typed: String) {
    #expect(ServiceEndpoint(address: typed, trust: .system, token: nil) == nil)
  }

  @Test func cleartextStaysOnThisMachine() {
    for typed in ["localhost:1", "127.8.8.8:1", "[::1]:1"] {
      #expect(ServiceEndpoint(address: typed, trust: .cleartext, token: nil) != nil)
    }
    for typed in ["a.example:1", "127.0.0.1.example:1", "10.0.0.1:1"] {
      #expect(ServiceEndpoint(address: typed, trust: .cleartext, token: nil) == nil)
    }
  }
}
