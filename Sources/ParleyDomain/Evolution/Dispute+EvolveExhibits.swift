extension Dispute {
  /// Keeps an exhibit, and lets it take the place of the one it is a version of.
  mutating func add(_ exhibit: Exhibit, _ entry: Entry) {
    let place = exhibit.id.compartment
    var added = exhibit
    if let rendition = exhibit.offer.rendition, let original = rendition.original {
      if rendition.kind == .newVersion {
        added.version = (self.exhibit(original)?.version ?? 0) + 1
        change(original) { $0.supersededBy = exhibit.id.number }
      }
      note(rendition.kind, of: original, as: exhibit.id, entry)
      cure(original, by: rendition.kind, entry)
    }
    records[place, default: CompartmentRecords()].exhibits.append(added)
    if exhibit.offer.tendered {
      caseFile.exhibitObjections.append(
        ExhibitObjection(
          number: caseFile.exhibitObjections.count + 1, exhibit: exhibit.id, ground: .late,
          by: nil, at: entry.effectiveAt))
    }
  }

  /// What stands in one compartment about exhibits of any.
  mutating func applySource(_ entry: Entry) {
    let place = entry.compartment
    func source(_ made: ExhibitID, _ origin: ExhibitSource.Origin) -> ExhibitSource {
      ExhibitSource(made: made, of: origin, at: entry.effectiveAt, by: entry.actor)
    }
    switch entry.event {
    case .notePublished(let note, let exhibit):
      records[place, default: CompartmentRecords()].sources.append(source(exhibit, .note(note)))
    case .renditionFiled(let kind, let original, let exhibit):
      records[place, default: CompartmentRecords()].sources
        .append(source(exhibit, .exhibit(original)))
      note(kind, of: original, as: exhibit, entry)
    case .exhibitLinked(let id, let items):
      change(id) {
        $0.items = items
        $0.steps.append(CustodyStep(.linked, by: entry))
      }
    default: break
    }
  }

  /// What the case file tells of its exhibits.
  mutating func applyExhibit(_ entry: Entry) {
    let at = entry.effectiveAt
    switch entry.event {
    case .contractFormChanged(let old, let form):
      caseFile.formChanges.append(FormChange(from: old, to: form, at: at))
    case .exhibitObjected(let id, let ground, let number, let by):
      caseFile.exhibitObjections.append(
        ExhibitObjection(number: number, exhibit: id, ground: ground, by: by, at: at))
      step(.objected, id, entry)
    case .exhibitObjectionWithdrawn(let id, let number, _):
      changeObjection(number) { $0.withdrawnAt = at }
      step(.objectionWithdrawn, id, entry)
    case .exhibitRuled(let id, let number, let ruling):
      changeObjection(number) {
        $0.ruling = ruling
        $0.ruledAt = at
      }
      step(.ruled, id, entry)
    case .deficiencyNoticed(let id, let lack, let number, let cureBy):
      caseFile.deficiencies.append(
        ExhibitDeficiency(number: number, exhibit: id, lack: lack, at: at, cureBy: cureBy))
      let filer = exhibit(id).flatMap { author(of: $0).side?.turn }
      run(
        .exhibitCure(number), until: cureBy, waitsOn: [filer ?? .administrator], rule: "E10",
        from: entry)
      step(.foundDeficient, id, entry)
    case .exhibitDeficiencyLapsed(let number):
      guard let lapsed = caseFile.deficiencies.first(where: { $0.number == number }) else {
        return
      }
      settle(lapsed, as: .lapsed, entry)
      caseFile.exhibitObjections.append(
        ExhibitObjection(
          number: caseFile.exhibitObjections.count + 1, exhibit: lapsed.exhibit,
          ground: .deficient, by: nil, at: at))
    default: break
    }
  }

  mutating func changeObjection(_ number: Int, _ change: (inout ExhibitObjection) -> Void) {
    for index in caseFile.exhibitObjections.indices
    where caseFile.exhibitObjections[index].number == number {
      change(&caseFile.exhibitObjections[index])
    }
  }

  mutating func seal(_ id: ExhibitID, _ seal: Seal?, _ entry: Entry) {
    caseFile.seals[id] = seal
    let act: CustodyStep.Act =
      switch seal {
      case .sealed: .sealed
      case .struck: .struck
      case nil: .unsealed
      }
    step(act, id, entry)
  }

  /// A new version supplies what was lacking; a translation, where that was.
  private mutating func cure(_ id: ExhibitID, by kind: RenditionKind, _ entry: Entry) {
    for deficiency in caseFile.deficiencies
    where deficiency.exhibit == id && deficiency.state == .open {
      guard kind == .newVersion || kind == .translation && deficiency.lack == .translation else {
        continue
      }
      settle(deficiency, as: .cured, entry)
    }
  }

  private mutating func settle(
    _ deficiency: ExhibitDeficiency, as state: ExhibitDeficiency.State, _ entry: Entry
  ) {
    for index in caseFile.deficiencies.indices
    where caseFile.deficiencies[index].number == deficiency.number {
      caseFile.deficiencies[index].state = state
    }
    stop { $0 == .exhibitCure(deficiency.number) }
    step(state == .cured ? .deficiencyCured : .deficiencyLapsed, deficiency.exhibit, entry)
  }

  private mutating func note(
    _ kind: RenditionKind, of original: ExhibitID, as made: ExhibitID, _ entry: Entry
  ) {
    let act: CustodyStep.Act =
      switch kind {
      case .newVersion: .superseded
      case .translation: .translated
      case .redactedCopy: .redacted
      }
    change(original) { $0.steps.append(CustodyStep(act, by: entry, exhibit: made)) }
  }

  private mutating func step(_ act: CustodyStep.Act, _ id: ExhibitID, _ entry: Entry) {
    change(id) { $0.steps.append(CustodyStep(act, by: entry)) }
  }

  private mutating func change(_ id: ExhibitID, _ change: (inout Exhibit) -> Void) {
    guard var held = records[id.compartment] else { return }
    for index in held.exhibits.indices where held.exhibits[index].id == id {
      change(&held.exhibits[index])
    }
    records[id.compartment] = held
  }
}
