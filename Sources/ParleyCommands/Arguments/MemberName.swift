import ParleyClient

/// A member as people type it, `5c1d` or `members/5c1d`.
enum MemberName {
  static func value(_ typed: String) -> PlainValue {
    .text(typed.hasPrefix("members/") ? typed : "members/" + typed)
  }
}
