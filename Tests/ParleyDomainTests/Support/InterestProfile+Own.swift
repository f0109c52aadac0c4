import ParleyDomain
import ParleyProfiles

extension InterestProfile {
  /// The interest profiles of the program.
  static let own: [String: InterestProfile] =
    (try? ProfileShelf(tables: ProfileShelf.ownTables))?.interest ?? [:]
}
