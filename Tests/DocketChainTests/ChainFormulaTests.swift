import DocketChain
import OpenSSLKit
import Testing

/// The expected values were computed from the written formula by an independent program in
/// another language: whoever changes the formula breaks every record that exists.
struct ChainFormulaTests {
  private let chain = ChainID(disputeID: "7k3qm2xw", compartment: "CAUCUS(respondent)")

  private func commitment(_ text: String, salt: UInt8) throws -> SHA256Digest {
    let salt = try #require(Salt(bytes: [UInt8](repeating: salt, count: 16)))
    return Commitment.make(Array(text.utf8), salt: salt)
  }

  private func link() throws -> ChainLink {
    ChainLink.first(
      of: chain, header: try commitment(#"{"kind":"note"}"#, salt: 1),
      facts: try commitment(#"{"amount":"840000"}"#, salt: 2),
      words: try commitment(#"{"text":"Olá"}"#, salt: 3))
  }

  @Test func genesisCommitmentsAndHash() throws {
    let link = try link()
    #expect(
      link.previous.hex == "8a8072d83ad75252d323189327081783ece0abf30215f8654aafd46b1954f388")
    #expect(
      link.header.hex == "c70d3c6bfc8de8237327b3f20c2fdcaf28bc0cf3627c966b0435d5eb0e4f27ad")
    #expect(link.facts.hex == "9f7e93095d3b2124fb915ee2ee12b67c9870270532627ed44ac8d71741145630")
    #expect(link.words.hex == "2f8f39ab3708466360685d2d4b33b999b36211770b45ca4533d2d22639788a4b")
    #expect(link.hash.hex == "349c34319d3fbf211ec49eeefb72e6ac5f1a80542cbc7371edba055f8d95a21e")
  }

  @Test func signedHead() throws {
    let key = try Ed25519SigningKey(seed: (0..<32).map { UInt8($0) })
    let head = try SignedHead.make(chain: chain, sequence: 1, head: try link().hash, key: key)
    #expect(head.keyID == "56475aa75463474c")
    #expect(
      Hex.encode(head.signature)
        == "85743bcc891731f950c7bc4ea6a64d274287f328072bd9040c2c5c802ff5da2b"
        + "1881c3164f240ecbe363a17cbead9362f148df334af30780d4ddc98328f52808")
    #expect(head.verify(key.publicKey))
  }

  @Test func textsCannotBeShiftedAgainstEachOther() {
    let first = ChainID(disputeID: "ab", compartment: "c")
    let second = ChainID(disputeID: "a", compartment: "bc")
    #expect(ChainLink.genesis(of: first) != ChainLink.genesis(of: second))
  }

  @Test func everyFieldOfTheStatementCounts() throws {
    let key = try Ed25519SigningKey.generate()
    let head = try SignedHead.make(chain: chain, sequence: 3, head: try link().hash, key: key)
    let otherChain = ChainID(disputeID: chain.disputeID, compartment: "CASE")
    func altered(
      chain: ChainID? = nil, sequence: UInt64 = 3, digest: SHA256Digest? = nil,
      keyID: String? = nil, signature: [UInt8]? = nil
    ) -> Bool {
      SignedHead(
        chain: chain ?? self.chain, sequence: sequence, head: digest ?? head.head,
        keyID: keyID ?? head.keyID, signature: signature ?? head.signature
      ).verify(key.publicKey)
    }
    #expect(altered())
    #expect(!altered(chain: otherChain))
    #expect(!altered(sequence: 4))
    #expect(!altered(digest: SHA256.hash([1])))
    #expect(!altered(keyID: "0000000000000000"))
    #expect(!altered(signature: Array(head.signature.reversed())))
  }

  @Test func aSaltHasSixteenBytes() throws {
    #expect(Salt(bytes: [UInt8](repeating: 0, count: 15)) == nil)
    #expect(Salt(bytes: [UInt8](repeating: 0, count: 17)) == nil)
    #expect(try Salt.random() != Salt.random())
    #expect(try Salt.random().bytes.count == Salt.byteCount)
  }
}
