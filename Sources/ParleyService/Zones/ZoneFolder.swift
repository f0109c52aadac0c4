import Foundation
package import ParleyDomain

/// The system's folder of compiled zones.
package struct ZoneFolder: Sendable {
  /// Why a zone cannot be had.
  package enum Fault: Error, Hashable, Sendable {
    case unknownZone(String)
    case unreadable(String, reason: String)
  }

  private let root: String

  package init(root: String = "/usr/share/zoneinfo") {
    self.root = root
  }

  /// The zone with this IANA name. Refuses a name that is none (no path tricks), and one the system
  /// does not have: its package of time zones is then missing or old.
  package func zone(_ name: String) throws(Fault) -> Zone {
    let allowed = name.utf8.allSatisfy { byte in
      (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57)
        || byte == 95 || byte == 45 || byte == 43 || byte == 47
    }
    guard allowed, (1...64).contains(name.utf8.count), !name.hasPrefix("/"), !name.hasSuffix("/")
    else { throw .unknownZone(name) }
    guard let data = FileManager.default.contents(atPath: "\(root)/\(name)") else {
      throw .unknownZone(name)
    }
    do {
      return try ZoneFile.zone(named: name, from: [UInt8](data))
    } catch {
      throw .unreadable(name, reason: error.reason)
    }
  }
}
