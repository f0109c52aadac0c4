import ArgumentParser

/// `parley context`.
package struct ContextNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "context", "Named pairs of server and identity", [ContextList.self, ContextUse.self])

  package init() {}
}
