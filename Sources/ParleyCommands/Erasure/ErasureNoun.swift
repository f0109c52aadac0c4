import ArgumentParser

/// `parley erasure`.
struct ErasureNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "erasure", "Erase words, by two persons",
    [ErasureRequest.self, ErasureGrant.self, ErasureRefuse.self])
}
