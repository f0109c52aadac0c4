/// Why the other end of a connection is believed to be the server.
package enum ServerTrust: Codable, Hashable, Sendable {
  /// Its certificate has this SHA-256 fingerprint, in hexadecimal.
  case pinned(fingerprint: String)
  /// Its certificate leads to one of the authorities in this file.
  case authority(file: String)
  /// Its certificate leads to one of the authorities of the system.
  case system
  /// It is on this machine, and nothing is encrypted.
  case cleartext
}
