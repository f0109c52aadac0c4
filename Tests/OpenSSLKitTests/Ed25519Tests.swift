import OpenSSLKit
import Testing

/// The vectors are tests 1 to 3 of RFC 8032 §7.1.
struct Ed25519Tests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let seed: String
    let publicKey: String
    let message: String
    let signature: String
    var testDescription: String { "message \(message.count / 2) bytes long" }
  }

  static let vectors = [
    Vector(
      seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      message: "",
      signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
        + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    Vector(
      seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      message: "72",
      signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
        + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    Vector(
      seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      message: "af82",
      signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
        + "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
  ]

  @Test(arguments: vectors)
  func knownVectors(vector: Vector) throws {
    let key = try Ed25519SigningKey(seed: try #require(Hex.decode(vector.seed)))
    let message = try #require(Hex.decode(vector.message))
    let signature = try key.sign(message)
    #expect(Hex.encode(key.publicKey.raw) == vector.publicKey)
    #expect(Hex.encode(signature) == vector.signature)
    #expect(key.publicKey.verify(signature, of: message))
  }

  @Test func keysReadBackFromPEM() throws {
    let key = try Ed25519SigningKey.generate()
    let again = try Ed25519SigningKey(pem: key.pem())
    #expect(try key.pem().hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    #expect(try again.sign([1, 2, 3]) == key.sign([1, 2, 3]))
    #expect(try Ed25519PublicKey(pem: key.publicKey.pem()) == key.publicKey)
    #expect(try Ed25519PublicKey(raw: key.publicKey.raw) == key.publicKey)
    #expect(try Ed25519SigningKey.generate().publicKey != key.publicKey)
  }

  @Test func aChangedMessageSignatureOrKeyDoesNotVerify() throws {
    let key = try Ed25519SigningKey.generate()
    let message: [UInt8] = [1, 2, 3]
    var signature = try key.sign(message)
    #expect(!key.publicKey.verify(signature, of: [1, 2, 4]))
    #expect(!key.publicKey.verify(Array(signature.dropLast()), of: message))
    #expect(!key.publicKey.verify([], of: message))
    #expect(try !Ed25519SigningKey.generate().publicKey.verify(signature, of: message))
    signature[10] ^= 1
    #expect(!key.publicKey.verify(signature, of: message))
  }

  @Test func otherKindsOfKeysAreRefused() throws {
    let other = try SelfSignedCertificate.make(hosts: ["localhost"], validDays: 1, now: 0)
    #expect(throws: OpenSSLError.self) { try Ed25519SigningKey(pem: other.privateKeyPEM) }
    #expect(throws: OpenSSLError.self) { try Ed25519SigningKey(pem: "nothing of the kind") }
    #expect(throws: OpenSSLError.self) { try Ed25519SigningKey(pem: "") }
    #expect(throws: OpenSSLError.self) { try Ed25519PublicKey(raw: [1, 2, 3]) }
    #expect(throws: OpenSSLError.self) { try Ed25519PublicKey(pem: other.certificatePEM) }
  }

  /// An encrypted block must be refused at once: asking for its password would stall a service.
  @Test func anEncryptedKeyIsRefused() {
    let encrypted = """
      -----BEGIN ENCRYPTED PRIVATE KEY-----
      MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg6h4vpN4R9AwICCAAw
      DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEO6Rr8ZSA4Qt7Q1mctSXDfoEQC9E
      CK/td4xyFswkyvNeMkGlMA3q4TyK8UdycnT8/aDScTacSTJ8cs7IbyhdlvOuouAn
      wCfLYc2b97Asc0GTPmQ=
      -----END ENCRYPTED PRIVATE KEY-----
      """
    #expect(throws: OpenSSLError.self) { try Ed25519SigningKey(pem: encrypted) }
  }
}
