/// Something about an archive that is not as its manifest, or the format, has it.
package enum BundleDefect: Hashable, Sendable {
  /// It does not begin with a manifest and its signature.
  case noManifest
  /// The manifest is not of this format, or not in its canonical form.
  case manifestUnreadable
  /// The signature is not that of the key which the manifest names.
  case signatureWrong
  /// The archive ends too early; the file in which it does, or behind which.
  case cutOff(path: String)
  /// Something stands behind the end.
  case trailingBytes
  /// The header before or of a file says something else than it was written with.
  case headerAltered(path: String)
  /// The size of a file cannot be read, or is beyond the limit; nothing behind it can be looked at.
  case sizeUnreadable(path: String)
  case pathUnsafe(path: String)
  case notAFile(path: String, kind: String)
  case duplicate(path: String)
  /// Not named by the manifest.
  case added(path: String)
  /// Named by the manifest and not there.
  case missing(path: String)
  /// Its bytes are not those that were signed.
  case changed(path: String)
  /// It holds the bytes of another file.
  case swapped(path: String, with: String)
  /// It stands where another file is due.
  case outOfPlace(path: String)
}

extension BundleDefect: CustomStringConvertible {
  /// One sentence: what is the matter, by its path.
  package var description: String {
    switch self {
    case .noManifest: "it does not begin with a manifest and its signature: this is no bundle"
    case .manifestUnreadable: "manifest.json is not a manifest as it was written"
    case .signatureWrong:
      "manifest.sig does not fit manifest.json: the manifest was changed or replaced"
    case .cutOff(let path): "the archive is cut off at \(Self.shown(path))"
    case .trailingBytes: "something was added behind the end of the archive"
    case .headerAltered(let path): "the header of \(Self.shown(path)) was changed"
    case .sizeUnreadable(let path):
      "the size of \(Self.shown(path)) is none that a bundle has; nothing behind it was looked at"
    case .pathUnsafe(let path):
      "\(Self.shown(path)) would be written elsewhere or hidden: do not extract this archive"
    case .notAFile(let path, let kind):
      "\(Self.shown(path)) is \(kind) and not a file: do not extract this archive"
    case .duplicate(let path): "\(Self.shown(path)) is there twice"
    case .added(let path): "\(Self.shown(path)) was added: the manifest does not name it"
    case .missing(let path): "\(Self.shown(path)) is missing"
    case .changed(let path): "\(Self.shown(path)) was changed: its bytes are not those signed"
    case .swapped(let path, let other):
      "\(Self.shown(path)) was swapped: it holds the bytes of \(Self.shown(other))"
    case .outOfPlace(let path): "\(Self.shown(path)) stands where another file is due"
    }
  }

  /// A path that somebody else chose, harmless to show: what is not plain is written as `\u{…}`.
  static func shown(_ path: String) -> String {
    path.unicodeScalars.prefix(120).map { scalar in
      (0x21...0x7e).contains(scalar.value) && scalar != "\\"
        ? String(scalar)
        : "\\u{\(String(scalar.value, radix: 16))}"
    }.joined()
  }
}
