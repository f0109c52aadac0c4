/// One identity signed in at one server.
package struct SessionRecord: Codable, Hashable, Sendable {
  /// Host and port, `localhost:8443`.
  package let server: String
  /// Resource name of the member, `members/5c1d`.
  package let member: String
  package let displayName: String
  package let roles: [String]
  package let token: String
  /// RFC 3339.
  package let expireTime: String
  package let trust: ServerTrust

  package init(
    server: String, member: String, displayName: String, roles: [String], token: String,
    expireTime: String, trust: ServerTrust
  ) {
    self.server = server
    self.member = member
    self.displayName = displayName
    self.roles = roles
    self.token = token
    self.expireTime = expireTime
    self.trust = trust
  }

  /// The last part of the member's name: what people type to choose an identity.
  package var shortMember: String {
    member.split(separator: "/").last.map(String.init) ?? member
  }
}
