import ArgumentParser

/// How a call ended, as options name them.
enum CallOutcomeChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case reached
  case noAnswer = "no-answer"
  case voicemail, refused
  static let prefix = "CALL_OUTCOME"
}
