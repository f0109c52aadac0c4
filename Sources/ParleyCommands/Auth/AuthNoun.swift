import ArgumentParser

/// `parley auth`.
package struct AuthNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "auth", "Sign in and out; see and end sessions",
    [
      AuthLogin.self, AuthStatus.self, AuthSwitch.self, AuthSessions.self, AuthRevoke.self,
      AuthLogout.self,
    ])

  package init() {}
}
