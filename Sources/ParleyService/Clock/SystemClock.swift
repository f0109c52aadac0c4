import Foundation
package import ParleyDomain

/// Real time. Sessions, codes and logs go by it also where a development clock moves the cases.
package enum SystemClock {
  package static func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
