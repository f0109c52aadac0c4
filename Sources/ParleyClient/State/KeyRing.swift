import Foundation

/// The keys of one server that receipts are believed to be signed with.
///
/// The first list that is seen is taken at its word, as the certificate is that was shown first; from
/// then on a new key is believed only where a known one endorsed it. A server that lost its key, or
/// another one in its place, cannot make itself believed again.
package struct KeyRing: Sendable {
  private let file: PrivateFile

  package init(file: PrivateFile) {
    self.file = file
  }

  /// The keys; none before the first list was seen. Throws where the file cannot be read.
  package func keys() throws -> [TrustedKey] {
    guard let bytes = try file.read() else { return [] }
    do {
      return try JSONDecoder().decode([TrustedKey].self, from: Data(bytes))
    } catch {
      throw PrivateFile.Fault(path: file.path, reason: "not a file of keys")
    }
  }

  /// Takes a list of the server's keys, and answers those believed now. A repeat changes nothing.
  package func learn(_ listed: [TrustedKey]) throws -> [TrustedKey] {
    try file.locked {
      let known = try keys()
      let extended = known.isEmpty ? listed : known.extended(by: listed)
      guard extended.count > known.count else { return known }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try file.write(Array(try encoder.encode(extended)))
      return extended
    }
  }
}
