import ParleyClient

/// How a sign-in code is shown.
enum SignInCode {
  static func report(_ reply: PlainValue, _ desk: Desk) -> ChangeReport {
    let code = reply.text("code")
    return ChangeReport(
      code.isEmpty ? "The code was made before." : "Code \(code) for parley auth login.",
      consequence: "To be used once, until \(desk.times.due(reply.text("expireTime"))).",
      value: reply, id: code)
  }
}
