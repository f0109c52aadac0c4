/// The names that files of a bundle have: plain, relative, the same on every system.
package enum BundlePath {
  package static let manifest = "manifest.json"
  package static let signature = "manifest.sig"
  package static let keys = "docket/keys.json"
  package static let heads = "docket/heads.json"
  package static let docketFolder = "docket/"
  package static let exhibitFolder = "exhibits/"

  /// The file with the entries of one chain.
  package static func chain(_ compartment: String) -> String {
    "\(docketFolder)\(compartment).jsonl"
  }

  /// The compartment whose chain a file holds; nil for any other file.
  package static func compartment(ofChain path: String) -> String? {
    guard path.hasPrefix(docketFolder), path.hasSuffix(".jsonl") else { return nil }
    return String(path.dropFirst(docketFolder.utf8.count).dropLast(6))
  }

  /// Whether a path may stand in a bundle: letters, digits, `.`, `_` and `-` between single slashes; no
  /// part that begins with a dot or a hyphen, so neither `..` nor a hidden file nor something that a
  /// command takes for an option.
  package static func isSafe(_ path: String) -> Bool {
    guard (1...BundleLimits.pathBytesMax).contains(path.utf8.count) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-")
      else { return false }
      return part.utf8.allSatisfy(isPlain)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
