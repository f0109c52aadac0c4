/// An open way to a server: what commands call, and what tests stand in for.
package protocol ServiceChannel: Sendable {
  /// Asks once and waits for the answer. Throws `ServiceRefusal`, also where the server cannot be
  /// reached.
  func call(_ procedure: Procedure, _ request: PlainValue) async throws -> PlainValue

  /// Follows a watch, handing over each message as it comes, until the server ends it or `take`
  /// answers false. Throws `ServiceRefusal`.
  func watch(_ request: PlainValue, take: @escaping (PlainValue) async throws -> Bool) async throws

  /// Puts a file in evidence. Throws `ServiceRefusal`, with code `unavailable` where the connection
  /// broke: what was stored stays, and the upload can be resumed.
  func upload(_ upload: ExhibitUpload) async throws -> PlainValue

  /// Has a file of e-mails read, handing over what was understood and the contents as they come.
  /// Throws `ServiceRefusal`.
  func checkEmails(
    _ file: SourceFile, in dispute: String?, withContents: Bool,
    take: @escaping (EmailPiece) throws -> Void
  ) async throws

  /// Takes the bytes of an exhibit from an offset on, each piece checked. Throws `ServiceRefusal`.
  func download(
    _ exhibit: String, from offset: Int64, take: @escaping (ExhibitPiece) throws -> Void
  ) async throws

  /// Has a bundle made and takes its bytes, each piece checked. Throws `ServiceRefusal`.
  func exportBundle(
    _ request: PlainValue, take: @escaping (BundlePiece) throws -> Void
  ) async throws

  /// Lets running calls end, then closes. A repeat does nothing.
  func close() async
}

/// A piece of the answer about a file of e-mails.
package enum EmailPiece: Sendable {
  /// An e-mail, understood or refused.
  case email(PlainValue)
  /// Contents of the e-mail before: of an attachment by its number, of itself under 0.
  case content(attachment: Int, offset: Int64, bytes: [UInt8])
}

/// A piece of an exhibit on its way down.
package struct ExhibitPiece: Sendable {
  /// The exhibit; in the first piece only.
  package let exhibit: PlainValue?
  package let offset: Int64
  package let bytes: [UInt8]

  package init(exhibit: PlainValue?, offset: Int64, bytes: [UInt8]) {
    self.exhibit = exhibit
    self.offset = offset
    self.bytes = bytes
  }
}

/// A piece of a bundle on its way down.
package struct BundlePiece: Sendable {
  /// What the bundle is; in the first piece only.
  package let bundle: PlainValue?
  package let offset: Int64
  package let bytes: [UInt8]

  package init(bundle: PlainValue?, offset: Int64, bytes: [UInt8]) {
    self.bundle = bundle
    self.offset = offset
    self.bytes = bytes
  }
}
