import ArgumentParser

/// `parley context`.
struct ContextNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "context", "Named pairs of server and identity", [ContextList.self, ContextUse.self])
}
