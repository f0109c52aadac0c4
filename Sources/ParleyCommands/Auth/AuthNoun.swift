import ArgumentParser

/// `parley auth`.
struct AuthNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "auth", "Sign in and out; see and end sessions",
    [
      AuthLogin.self, AuthStatus.self, AuthSwitch.self, AuthCode.self, AuthSessions.self,
      AuthRevoke.self, AuthLogout.self,
    ])
}
