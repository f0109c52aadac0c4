import ArgumentParser

/// `parley admin key`.
struct AdminKeyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "key", "Keys that receipts are signed with", [AdminKeyList.self, AdminKeyRotate.self])
}
