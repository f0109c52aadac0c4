import ArgumentParser

/// `parley admin`.
struct AdminNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "admin", "People, panel, keys and clock (administrators)",
    [
      AdminInvite.self, AdminUserNoun.self, AdminOrganizationNoun.self, AdminPanelNoun.self,
      AdminKeyNoun.self, AdminClockNoun.self,
    ])
}
