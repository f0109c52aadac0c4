import DocketChain
import OpenSSLKit

/// Goes through an archive from its beginning to its end.
struct BundleInspector {
  private(set) var found = BundleInspection()
  private let source: PieceSource
  private let docket: (String, [UInt8]) throws -> Void
  private var order: [String] = []
  private var seen: Set<String> = []
  private var docketBytes = 0

  init(source: PieceSource, docket: @escaping (String, [UInt8]) throws -> Void) {
    self.source = source
    self.docket = docket
  }

  /// What became of one step through the archive.
  private enum Step {
    case goOn
    case end
    /// Nothing behind can be made sense of.
    case lost
  }

  mutating func run() throws {
    guard let manifest = try takeManifest() else { return }
    let files = Dictionary(
      manifest.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      manifest.files.map { ($0.sha256, $0.path) }, uniquingKeysWith: { first, _ in first })
    var step = Step.goOn
    while case .goOn = step {
      step = try next(manifest, files, places)
    }
    if case .end = step { try checkEnd() }
    let present = Set(order)
    let due = manifest.files.map(\.path).filter(present.contains)
    for (path, expected) in zip(order, due) where path != expected {
      found.defects.append(.outOfPlace(path: path))
    }
    let isUnread = found.defects.contains {
      if case .sizeUnreadable = $0 { true } else { false }
    }
    for file in manifest.files where !isUnread && !present.contains(file.path) {
      found.defects.append(.missing(path: file.path))
    }
  }

  // MARK: The manifest

  /// The first two files. Without them nothing can be said of the others.
  private mutating func takeManifest() throws -> BundleManifest? {
    guard let bytes = try takeFirst(BundlePath.manifest, max: BundleLimits.manifestBytesMax),
      let signature = try takeFirst(BundlePath.signature, max: 64)
    else { return nil }
    guard let manifest = BundleManifest(bytes: bytes) else {
      found.defects.append(.manifestUnreadable)
      return nil
    }
    found.manifest = manifest
    let signed = SignedManifest(
      disputeID: manifest.dispute, manifest: SHA256.hash(bytes), signature: signature)
    if let raw = Hex.decode(manifest.publicKey), let key = try? Ed25519PublicKey(raw: raw),
      signed.verify(key)
    {
      found.key = key
    } else {
      found.defects.append(.signatureWrong)
    }
    return manifest
  }

  private mutating func takeFirst(_ path: String, max: Int) throws -> [UInt8]? {
    let header = ReadHeader(try source.take(FileHeader.byteCount))
    guard let header, header.path == path, let size = header.size, size <= Int64(max),
      header.isCanonical
    else {
      found.defects.append(.noManifest)
      return nil
    }
    let bytes = try source.take(Int(size))
    let padding = try source.take(FileHeader.padding(after: size))
    guard bytes.count == Int(size), padding.count == FileHeader.padding(after: size) else {
      found.defects.append(.cutOff(path: path))
      return nil
    }
    if padding.contains(where: { $0 != 0 }) { found.defects.append(.headerAltered(path: path)) }
    return bytes
  }

  // MARK: The files

  private mutating func next(
    _ manifest: BundleManifest, _ files: [String: BundleManifest.File], _ places: [String: String]
  ) throws -> Step {
    let block = try source.take(FileHeader.byteCount)
    let due = order.count < manifest.files.count ? manifest.files[order.count] : nil
    let last = order.last ?? BundlePath.signature
    guard block.count == FileHeader.byteCount else {
      found.defects.append(.cutOff(path: due?.path ?? last))
      return .lost
    }
    if block.allSatisfy({ $0 == 0 }) { return .end }
    guard let header = ReadHeader(block) else {
      // Its sum does not fit: where the manifest says what is due here, that is what it was.
      found.defects.append(.headerAltered(path: due?.path ?? last))
      guard let due else { return .lost }
      return try take(due.path, size: due.size, as: due, places)
    }
    let path = header.path
    guard let size = header.size else {
      found.defects.append(.sizeUnreadable(path: path))
      return .lost
    }
    if !BundlePath.isSafe(path) {
      found.defects.append(.pathUnsafe(path: path))
    } else if case .other(let kind) = header.kind {
      found.defects.append(.notAFile(path: path, kind: kind))
    } else if seen.contains(path) || path == BundlePath.manifest || path == BundlePath.signature {
      found.defects.append(.duplicate(path: path))
    } else if files[path] == nil {
      found.defects.append(.added(path: path))
    } else {
      if !header.isCanonical { found.defects.append(.headerAltered(path: path)) }
      return try take(path, size: size, as: files[path], places)
    }
    return try take(path, size: size, as: nil, places)
  }

  /// Reads the bytes of a file, and holds them against the manifest where they are one of its files.
  private mutating func take(
    _ path: String, size: Int64, as file: BundleManifest.File?, _ places: [String: String]
  ) throws -> Step {
    let hasher = SHA256Hasher()
    let isDocket = file != nil && path.hasPrefix(BundlePath.docketFolder)
    var rest = size
    while rest > 0 {
      let piece = try source.take(Int(min(rest, Int64(BundleLimits.pieceBytes))))
      guard !piece.isEmpty else {
        found.defects.append(.cutOff(path: path))
        return .lost
      }
      rest -= Int64(piece.count)
      hasher.update(piece)
      if isDocket {
        docketBytes += piece.count
        if docketBytes <= BundleLimits.docketBytesMax { try docket(path, piece) }
      }
    }
    let padding = try source.take(FileHeader.padding(after: size))
    guard padding.count == FileHeader.padding(after: size) else {
      found.defects.append(.cutOff(path: path))
      return .lost
    }
    if padding.contains(where: { $0 != 0 }) { found.defects.append(.headerAltered(path: path)) }
    guard let file else { return .goOn }
    seen.insert(path)
    order.append(path)
    let digest = hasher.finish().hex
    if digest == file.sha256, size == file.size, docketBytes <= BundleLimits.docketBytesMax {
      found.soundCount += 1
    } else if let other = places[digest], other != path {
      found.defects.append(.swapped(path: path, with: other))
    } else {
      found.defects.append(.changed(path: path))
    }
    return .goOn
  }

  /// Behind the first block of zeros comes a second and nothing else.
  private mutating func checkEnd() throws {
    let second = try source.take(FileHeader.byteCount)
    guard second.count == FileHeader.byteCount else {
      found.defects.append(.cutOff(path: order.last ?? BundlePath.signature))
      return
    }
    let isClean = try second.allSatisfy { $0 == 0 } && source.take(1).isEmpty
    if !isClean { found.defects.append(.trailingBytes) }
  }
}
