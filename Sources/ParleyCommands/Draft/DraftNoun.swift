import ArgumentParser

/// `parley draft`.
package struct DraftNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "draft", "Prepare a dispute before it is on record",
    [DraftNew.self, DraftFile.self, DraftDiscard.self, DraftReturn.self, DraftCure.self])

  package init() {}
}
