import ArgumentParser

/// `parley evidence`.
package struct EvidenceNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "evidence", "Files in evidence", [EvidenceAdd.self, EvidenceList.self, EvidenceGet.self])

  package init() {}
}
