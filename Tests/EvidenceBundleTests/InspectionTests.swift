import DocketChain
import EvidenceBundle
import OpenSSLKit
import Testing

struct InspectionTests {
  let sample: SampleBundle

  init() throws {
    sample = try SampleBundle()
  }

  private func defects(_ change: (inout SampleBundle) -> Void) throws -> [BundleDefect] {
    var changed = sample
    change(&changed)
    return try inspect(changed.bytes).defects
  }

  @Test func aSoundOneHasNoDefect() throws {
    for pieces in [Int.max, 1, 511, 513] {
      let found = try inspect(sample.bytes, pieces: pieces)
      #expect(found.defects.isEmpty)
      #expect(found.soundCount == SampleBundle.files.count)
      #expect(found.key == sample.key.publicKey)
      #expect(found.manifest?.dispute == "7k3qm2xw")
    }
  }

  @Test func aPartIsKnownByTheManifestItBeginsWith() throws {
    func hash(_ bytes: [UInt8]) throws -> SHA256Digest? {
      var rest = bytes[...]
      return try BegunBundle.manifestHash { count in
        let piece = Array(rest.prefix(min(count, 100)))
        rest = rest.dropFirst(piece.count)
        return piece
      }
    }
    let whole = sample.bytes
    let manifest = sample.entries[0].content
    let end = FileHeader.byteCount + manifest.count
    #expect(try hash(whole) == SHA256.hash(manifest))
    #expect(try hash(Array(whole.prefix(end))) == SHA256.hash(manifest))
    for part in [whole.prefix(end - 1), whole.prefix(511), whole.prefix(0), whole.dropFirst(512)] {
      #expect(try hash(Array(part)) == nil)
    }
    // Another's manifest is another's, and what is none is nothing to go on from.
    #expect(try hash(SampleBundle(seed: 9).bytes) != SHA256.hash(manifest))
    var changed = whole
    changed[FileHeader.byteCount + 1] = UInt8(ascii: " ")
    #expect(try hash(changed) == nil)
  }

  @Test func marksAreThereOnlyWhereThereIsSomethingToSay() throws {
    let plain = BundleManifest.Exhibit(
      bates: "CLM-E-000001", label: "E-1", compartment: "CASE", path: "exhibits/a.txt",
      mediaType: "text/plain")
    let marked = BundleManifest.Exhibit(
      bates: "CLM-E-000002", label: "E-2", compartment: "CASE", path: "exhibits/b.txt",
      mediaType: "text/plain",
      marks: [
        .init(code: "RULED_OUT", objection: 3), .init(code: "REPLACED", exhibit: "E-4"),
      ])
    let manifest = BundleManifest(
      dispute: "7k3qm2xw", reader: .init(member: "members/1", standings: ["CLAIMANT"]),
      profile: "generic-2026.1", recordTime: "2026-11-07T09:15:02Z", compartments: ["CASE"],
      heads: [], publicKey: "00", exhibits: [plain, marked],
      files: ["exhibits/a.txt", "exhibits/b.txt"].map { .init(path: $0, size: 0, sha256: "00") })
    let bytes = try manifest.bytes()
    #expect(BundleManifest(bytes: bytes) == manifest)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""marks":[{"code":"RULED_OUT","objection":3},"#))
    #expect(text.contains(#"{"code":"REPLACED","exhibit":"E-4"}]"#))
    #expect(text.split(separator: "marks").count == 2)
  }

  @Test func itsSizeIsKnownBefore() throws {
    let sizes = sample.entries.map { Int64($0.content.count) }
    #expect(FileHeader.archiveBytes(sizes) == Int64(sample.bytes.count))
  }

  @Test func everyFlippedByteIsFound() throws {
    // Few files, so that every byte can be tried: headers, padding, manifest, signature, contents.
    let files = [("a.txt", "first"), ("b.txt", "")]
    let archive = try SampleBundle(files: files).bytes
    #expect(try inspect(archive).defects.isEmpty)
    for index in archive.indices where index % 512 < 180 || index % 7 == 0 {
      var flipped = archive
      flipped[index] ^= 0x01
      #expect(try !inspect(flipped).defects.isEmpty, "byte \(index)")
    }
  }

  @Test func everyTruncationIsFound() throws {
    let archive = sample.bytes
    for count in stride(from: 0, to: archive.count, by: 501) {
      #expect(try !inspect(Array(archive[..<count])).defects.isEmpty, "\(count) bytes")
    }
    #expect(try !inspect(Array(archive.dropLast())).defects.isEmpty)
    let cut = try inspect(Array(archive[..<(archive.count - 3000)])).defects
    #expect(cut.contains { if case .cutOff = $0 { true } else { false } })
    #expect(cut.contains(.missing(path: "exhibits/RSP-E-000002.txt")))
  }

  @Test func aChangedFileIsNamed() throws {
    let found = try defects { $0.entries[5].content[3] = 1 }
    #expect(found == [.changed(path: "exhibits/CLM-E-000001.txt")])
  }

  @Test func swappedContentsAreNamed() throws {
    let found = try defects {
      let (first, second) = ($0.entries[5].content, $0.entries[6].content)
      $0.entries[5] = .init("exhibits/CLM-E-000001.txt", second)
      $0.entries[6] = .init("exhibits/RSP-E-000001.txt", first)
    }
    #expect(
      found == [
        .swapped(path: "exhibits/CLM-E-000001.txt", with: "exhibits/RSP-E-000001.txt"),
        .swapped(path: "exhibits/RSP-E-000001.txt", with: "exhibits/CLM-E-000001.txt"),
      ])
  }

  @Test func swappedEntriesAreNamed() throws {
    let found = try defects { $0.entries.swapAt(5, 6) }
    #expect(
      found == [
        .outOfPlace(path: "exhibits/RSP-E-000001.txt"),
        .outOfPlace(path: "exhibits/CLM-E-000001.txt"),
      ])
  }

  @Test func whatWasAddedTakenAwayOrDoubledIsNamed() throws {
    #expect(
      try defects { $0.entries.append(.init("exhibits/CLM-E-000009.txt", [1])) }
        == [.added(path: "exhibits/CLM-E-000009.txt")])
    #expect(
      try defects { $0.entries.remove(at: 6) } == [.missing(path: "exhibits/RSP-E-000001.txt")])
    #expect(
      try defects { $0.entries.append($0.entries[6]) }
        == [.duplicate(path: "exhibits/RSP-E-000001.txt")])
    #expect(try inspect(sample.bytes + [1]).defects == [.trailingBytes])
  }

  @Test(arguments: [
    "../x", "/etc/passwd", "a/../../x", ".hidden", "-rf", "a//b", "a/", "..", "c:\\x", "a b",
    "exhibits/é",
  ])
  func pathsThatLeadElsewhereAreNamed(_ path: String) throws {
    let found = try defects {
      $0.entries.append(.init("x", [1]))
      $0.entries[$0.entries.count - 1].header = SampleBundle.header(path, size: 1) { _ in }
    }
    #expect(found == [.pathUnsafe(path: path)])
    #expect("\(found)".contains("do not extract"))
  }

  @Test(arguments: [
    ("1", "a hard link"), ("2", "a symbolic link"), ("3", "a device"), ("5", "a folder"),
    ("6", "a pipe"), ("x", "no plain file"), ("L", "no plain file"),
  ])
  func whatIsNoFileIsNamed(_ flag: String, _ kind: String) throws {
    let found = try defects {
      $0.entries.insert(.init("exhibits/link", []), at: 4)
      $0.entries[4].header = SampleBundle.header("exhibits/link", size: 0) { bytes in
        bytes[156] = flag.utf8.first ?? 0
        for (index, byte) in "../../etc/passwd".utf8.enumerated() { bytes[157 + index] = byte }
      }
    }
    #expect(found == [.notAFile(path: "exhibits/link", kind: kind)])
  }

  @Test func aLinkInThePlaceOfAFileIsNamed() throws {
    let found = try defects {
      $0.entries[6].content = []
      $0.entries[6].header = SampleBundle.header("exhibits/RSP-E-000001.txt", size: 0) {
        $0[156] = UInt8(ascii: "2")
      }
    }
    #expect(
      found == [
        .notAFile(path: "exhibits/RSP-E-000001.txt", kind: "a symbolic link"),
        .missing(path: "exhibits/RSP-E-000001.txt"),
      ])
  }

  @Test func headersSayNothingElse() throws {
    let found = try defects {
      $0.entries[6].header = SampleBundle.header("exhibits/RSP-E-000001.txt", size: 5) {
        $0[136 + 10] = UInt8(ascii: "7")
      }
    }
    #expect(found == [.headerAltered(path: "exhibits/RSP-E-000001.txt")])
  }

  @Test func sizesOfOtherFormatsAreRefused() throws {
    let found = try defects {
      $0.entries[6].header = SampleBundle.header("exhibits/RSP-E-000001.txt", size: 5) {
        $0[124] = 0x80
      }
    }
    #expect(found == [.sizeUnreadable(path: "exhibits/RSP-E-000001.txt")])
  }

  @Test func aReplacedManifestIsNamed() throws {
    let other = try SampleBundle(seed: 9)
    // Of another key, with the old signature: it does not fit.
    #expect(
      try defects { $0.entries[0] = other.entries[0] } == [.signatureWrong])
    // With its own signature it agrees with itself; whose key it is, others must say.
    let forged = try inspect(other.bytes)
    #expect(forged.defects.isEmpty && forged.key != sample.key.publicKey)
  }

  @Test func whatIsNoBundleIsSaidToBeNone() throws {
    for bytes in [[], Array("%PDF-1.7".utf8), [UInt8](repeating: 0, count: 4096)] {
      #expect(try inspect(bytes).defects == [.noManifest])
    }
  }

  @Test func theManifestIsCanonical() throws {
    let manifest = SampleBundle.manifest(sample.key, SampleBundle.files)
    let bytes = try manifest.bytes()
    #expect(BundleManifest(bytes: bytes) == manifest)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\"compartments\":[\"CASE\"],\"dispute\":\"7k3qm2xw\",\"exhibits\":[]"))
    #expect(text.hasSuffix("}\n") && text.filter { $0 == "\n" }.count == 1)
    for (old, new) in [
      ("{\"comp", "{ \"comp"), ("\"dispute\"", "\"extra\":1,\"dispute\""),
      ("bundle-1", "bundle-2"), ("exhibits/RSP-E-000001", "exhibits/RSP-E-000002"),
      ("\"index.html\"", "\"../index.html\""), ("\"index.html\"", "\"manifest.sig\""),
    ] {
      #expect(BundleManifest(bytes: Array(text.replacing(old, with: new).utf8)) == nil, "\(new)")
    }
  }

  @Test func aDefectShowsNoControls() {
    let shown = BundleDefect.pathUnsafe(path: "a\u{1b}[2J/../\u{202e}x").description
    #expect(shown.hasPrefix("a\\u{1b}[2J/../\\u{202e}x would"))
  }
}
