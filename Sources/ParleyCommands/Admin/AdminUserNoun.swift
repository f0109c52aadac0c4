import ArgumentParser

/// `parley admin user`.
struct AdminUserNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "user", "People with an account",
    [AdminUserList.self, AdminUserCode.self, AdminUserClose.self])
}
