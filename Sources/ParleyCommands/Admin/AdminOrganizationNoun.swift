import ArgumentParser

/// `parley admin organization`.
struct AdminOrganizationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "organization", "Brokerages and the institution",
    [AdminOrganizationAdd.self, AdminOrganizationList.self])
}
