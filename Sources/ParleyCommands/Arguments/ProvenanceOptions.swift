import ArgumentParser
import ParleyClient

/// Where a file comes from, and what it is of another exhibit.
struct ProvenanceOptions: ParsableArguments {
  @Option(help: "Who collected it.") var collectedBy: String?
  @Option(help: "When it was collected.") var collectedAt: Moment?
  @Option(help: "How: original, copy, scan, screenshot, export, received, other.")
  var method: CollectionChoice?
  @Option(help: "Of a recording: all-parties, one-party or announced.")
  var consent: ConsentChoice?
  @Option(help: "The exhibit it is a new version of.") var replaces: ExhibitReference?
  @Option(help: "The exhibit it is a translation of.") var translationOf: ExhibitReference?
  @Option(help: "The exhibit it is a redacted copy of.") var redactedFrom: ExhibitReference?
  @Option(help: "Who made the translation or copy.") var madeBy: String?
  @Option(help: "Of a translation: into which language.") var language: String?
  @Flag(help: "Whoever made it vouches for it in writing.") var certified = false

  init() {}

  mutating func validate() throws {
    let kinds = [replaces, translationOf, redactedFrom].compactMap { $0 }
    if kinds.count > 1 {
      throw ValidationError("Say one of --replaces, --translation-of and --redacted-from.")
    }
    let isMade = translationOf != nil || redactedFrom != nil
    if isMade, madeBy == nil { throw ValidationError("Say who made it: --made-by.") }
    if !isMade, madeBy != nil || certified {
      throw ValidationError("--made-by and --certified go with a translation or a redacted copy.")
    }
    if (translationOf == nil) != (language == nil) {
      throw ValidationError("--translation-of and --language go together.")
    }
  }

  var isRendition: Bool { replaces != nil || translationOf != nil || redactedFrom != nil }

  /// Where it comes from; nil where nothing is said.
  var provenance: PlainValue? {
    guard collectedBy != nil || collectedAt != nil || method != nil || consent != nil else {
      return nil
    }
    return .fields([
      "collector": .text(of: collectedBy), "collectTime": collectedAt?.time,
      "method": method?.wire, "consent": consent?.wire,
    ])
  }

  /// What it is of another exhibit; nil where of none.
  func rendition(_ dispute: DisputeID) -> PlainValue? {
    let stated: (String, ExhibitReference)? =
      replaces.map { ("NEW_VERSION", $0) } ?? translationOf.map { ("TRANSLATION", $0) }
      ?? redactedFrom.map { ("REDACTED_COPY", $0) }
    guard let (kind, original) = stated else { return nil }
    return .fields([
      "kind": .text("RENDITION_KIND_" + kind), "original": original.name(dispute),
      "maker": .text(of: madeBy), "certified": certified ? .bool(true) : nil,
      "language": .text(of: language),
    ])
  }
}
