import ArgumentParser

/// `parley admin`.
package struct AdminNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "admin", "People, panel, keys and clock (administrators)",
    [
      AdminInvite.self, AdminUserNoun.self, AdminOrganizationNoun.self, AdminPanelNoun.self,
      AdminKeyNoun.self, AdminClockNoun.self,
    ])

  package init() {}
}

/// `parley admin user`.
package struct AdminUserNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "user", "People with an account", [AdminUserList.self])

  package init() {}
}

/// `parley admin organization`.
package struct AdminOrganizationNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "organization", "Brokerages and the institution",
    [AdminOrganizationAdd.self, AdminOrganizationList.self])

  package init() {}
}

/// `parley admin panel`.
package struct AdminPanelNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "panel", "The panel of neutrals",
    [AdminPanelAdd.self, AdminPanelRemove.self, AdminPanelList.self])

  package init() {}
}

/// `parley admin key`.
package struct AdminKeyNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "key", "Keys that receipts are signed with", [AdminKeyList.self])

  package init() {}
}

/// `parley admin clock`.
package struct AdminClockNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "clock", "The server's clock", [AdminClockShow.self, AdminClockAdvance.self])

  package init() {}
}
