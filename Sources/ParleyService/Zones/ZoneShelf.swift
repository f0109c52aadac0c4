package import ParleyDomain
import Synchronization

/// The zones that disputes name, each read once.
package final class ZoneShelf: Sendable {
  private let folder: ZoneFolder
  private let held = Mutex<[String: Zone]>([:])

  package init(folder: ZoneFolder = ZoneFolder()) {
    self.folder = folder
  }

  /// The zone of this IANA name. Nil for none, and for one that the system does not have (any more):
  /// the office's zone then stands in for it.
  package func zone(_ name: String?) -> Zone? {
    guard let name else { return nil }
    if let zone = held.withLock({ $0[name] }) { return zone }
    guard let zone = try? folder.zone(name) else { return nil }
    held.withLock { zones in
      // There are some 600 names in all; more would be none of the system's.
      if zones.count < ServiceLimits.zonesHeldMax { zones[name] = zone }
    }
    return zone
  }
}
