import ArgumentParser

/// How a reminder or demand is sent, as options name them.
enum ChannelChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case email, telephone, letter, message
  static let prefix = "CHANNEL"
}
