import ArgumentParser

/// How a file was collected, as options name it.
enum CollectionChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case original, copy, scan, screenshot, export, received, other
  static let prefix = "COLLECTION_METHOD"
}

/// On what consent a conversation was recorded.
enum ConsentChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case allParties = "all-parties"
  case oneParty = "one-party"
  case announced
  static let prefix = "RECORDING_CONSENT"
}

/// Why an exhibit is not to be considered.
enum ExhibitGroundChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case relevance, authenticity, privilege, hearsay, late, incomplete
  case unlawfullyObtained = "unlawfully-obtained"
  case deficient, other
  static let prefix = "EXHIBIT_OBJECTION_GROUND"
}

/// What an exhibit lacks.
enum LackChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case illegible, incomplete, translation, source, certification, other
  static let prefix = "EXHIBIT_LACK"
}
