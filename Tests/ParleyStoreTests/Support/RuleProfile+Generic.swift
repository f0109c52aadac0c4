import ParleyDomain
import ParleyProfiles

extension RuleProfile {
  /// The standard profile of the program.
  static let generic: RuleProfile = {
    let shelf = try? ProfileShelf(tables: ProfileShelf.ownTables)
    guard let profile = shelf?.profiles[ProfileShelf.standard] else {
      preconditionFailure("the tables of the program cannot be read")
    }
    return profile
  }()
}
