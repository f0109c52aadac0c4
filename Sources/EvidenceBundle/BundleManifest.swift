import Foundation

/// What a bundle holds and what it was made of. Its bytes are canonical JSON: members in the order of
/// their names, no space, one line; so one manifest has one hash.
package struct BundleManifest: Codable, Hashable, Sendable {
  package static let format = "parley-bundle-1"

  /// A file beside the manifest and its signature, in the order of the archive.
  package struct File: Codable, Hashable, Sendable {
    package let path: String
    package let size: Int64
    /// 64 lower-case hexadecimal digits.
    package let sha256: String

    package init(path: String, size: Int64, sha256: String) {
      self.path = path
      self.size = size
      self.sha256 = sha256
    }
  }

  /// What became of an exhibit, or what it is of another one: what `index.html` says in words.
  package struct Mark: Codable, Hashable, Sendable {
    /// `RULED_OUT`, `REPLACED`, `TRANSLATION`, …
    package let code: String
    /// The label of the other exhibit, where the mark names one.
    package let exhibit: String?
    /// The number of the objection, where the mark is about one.
    package let objection: Int?

    package init(code: String, exhibit: String? = nil, objection: Int? = nil) {
      self.code = code
      self.exhibit = exhibit
      self.objection = objection
    }
  }

  /// An exhibit under its Bates number.
  package struct Exhibit: Codable, Hashable, Sendable {
    package let bates: String
    /// As the docket calls it, `E-1`.
    package let label: String
    package let compartment: String
    /// The file; its SHA-256 is the one that the docket entry names.
    package let path: String
    package let mediaType: String
    /// Nil where there is nothing to say.
    package let marks: [Mark]?

    package init(
      bates: String, label: String, compartment: String, path: String, mediaType: String,
      marks: [Mark] = []
    ) {
      self.marks = marks.isEmpty ? nil : marks
      self.bates = bates
      self.label = label
      self.compartment = compartment
      self.path = path
      self.mediaType = mediaType
    }
  }

  /// How far one chain had come, signed; as a receipt says it.
  package struct Head: Codable, Hashable, Sendable {
    package let compartment: String
    package let sequence: UInt64
    /// Hexadecimal.
    package let head: String
    package let keyID: String
    /// Hexadecimal.
    package let signature: String

    package init(
      compartment: String, sequence: UInt64, head: String, keyID: String, signature: String
    ) {
      self.compartment = compartment
      self.sequence = sequence
      self.head = head
      self.keyID = keyID
      self.signature = signature
    }
  }

  /// Whose sight it was made by.
  package struct Reader: Codable, Hashable, Sendable {
    /// `members/{id}`.
    package let member: String
    package let standings: [String]

    package init(member: String, standings: [String]) {
      self.member = member
      self.standings = standings
    }
  }

  package let format: String
  /// The dispute's id in its canonical form.
  package let dispute: String
  package let reader: Reader
  /// The rule profile of the dispute.
  package let profile: String
  /// When the last entry it holds was filed, RFC 3339: the moment it stands for.
  package let recordTime: String
  /// The compartments that were chosen; the heads are those of their chains.
  package let compartments: [String]
  package let heads: [Head]
  /// The 32 bytes of the key that signed this manifest, in hexadecimal.
  package let publicKey: String
  package let exhibits: [Exhibit]
  package let files: [File]

  package init(
    dispute: String, reader: Reader, profile: String, recordTime: String, compartments: [String],
    heads: [Head], publicKey: String, exhibits: [Exhibit], files: [File]
  ) {
    format = Self.format
    self.dispute = dispute
    self.reader = reader
    self.profile = profile
    self.recordTime = recordTime
    self.compartments = compartments
    self.heads = heads
    self.publicKey = publicKey
    self.exhibits = exhibits
    self.files = files
  }

  /// The canonical bytes, a line feed at the end.
  package func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// Reads a manifest. Nil where the bytes are not one, not in canonical form, name a path twice or one
  /// that may not stand in a bundle, or say more than is known of this format.
  package init?(bytes: [UInt8]) {
    guard bytes.count <= BundleLimits.manifestBytesMax,
      let read = try? JSONDecoder().decode(BundleManifest.self, from: Data(bytes)),
      read.format == Self.format, let again = try? read.bytes(), again == bytes
    else { return nil }
    let paths = Set(read.files.map(\.path))
    let own: Set<String> = [BundlePath.manifest, BundlePath.signature]
    guard paths.count == read.files.count, paths.isDisjoint(with: own),
      paths.allSatisfy(BundlePath.isSafe), read.exhibits.allSatisfy({ paths.contains($0.path) }),
      read.files.allSatisfy({ (0...BundleLimits.fileBytesMax).contains($0.size) })
    else { return nil }
    self = read
  }
}
