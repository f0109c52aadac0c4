import ArgumentParser

/// `parley draft`.
struct DraftNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "draft", "Prepare a dispute before it is on record",
    [DraftNew.self, DraftFile.self, DraftDiscard.self, DraftReturn.self, DraftCure.self])
}
