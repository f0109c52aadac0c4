package import ParleyDomain

/// What a reader of a bundle has to know of an exhibit beside the file: what became of it in the
/// proceedings, and what it is of another one. A file alone looks the same whether it was ruled out or not.
package enum ExhibitMark: Hashable, Sendable {
  /// Filed after the time for evidence, or tendered when the record was closed.
  case late
  /// Not for everybody's eyes; whoever hands the bundle on must know.
  case sealed
  /// No party reads it any more.
  case struck
  /// A newer version took its place.
  case replaced(by: ExhibitID)
  /// It is made of another one; nil where that is not in the sight of the reader.
  case made(RenditionKind, of: ExhibitID?, certified: Bool)
  /// A translation or a redacted copy was made of it.
  case rendered(RenditionKind, as: ExhibitID)
  /// An objection was sustained: the award does not consider it.
  case ruledOut(objection: Int, ExhibitObjectionGround)
  case overObjection(Int, ExhibitObjectionGround)
  /// Considered for the purpose of the ruling alone.
  case limited(objection: Int, ExhibitObjectionGround)
  /// The ruling is outstanding; nil for what the rules themselves hold against it, which keeps it out
  /// until then.
  case objected(Int, ExhibitObjectionGround, by: Side?)
  /// The side took its objection back.
  case objectionWithdrawn(Int, ExhibitObjectionGround)
  /// The award names it among what it considered.
  case considered
}

extension ExhibitMark {
  /// The marks of an exhibit, in a fixed order: of it, of what it is to others, of what was said against
  /// it. `dispute` is what the reader sees of the chosen parts, `others` the exhibits in the bundle.
  package static func marks(
    of exhibit: Exhibit, in dispute: Dispute, others: [Exhibit]
  ) -> [ExhibitMark] {
    var marks: [ExhibitMark] = exhibit.late ? [.late] : []
    switch dispute.caseFile.seals[exhibit.id] {
    case .sealed: marks.append(.sealed)
    case .struck: marks.append(.struck)
    case nil: break
    }
    if let number = exhibit.supersededBy {
      marks.append(
        .replaced(by: ExhibitID(compartment: exhibit.id.compartment, number: number)))
    }
    if let rendition = exhibit.offer.rendition {
      let original = rendition.original ?? dispute.original(of: exhibit.id)
      marks.append(.made(rendition.kind, of: original, certified: rendition.certified))
    }
    for other in others {
      guard let rendition = other.offer.rendition, rendition.kind != .newVersion,
        (rendition.original ?? dispute.original(of: other.id)) == exhibit.id
      else { continue }
      marks.append(.rendered(rendition.kind, as: other.id))
    }
    if exhibit.id.compartment == .caseFile {
      marks += dispute.caseFile.exhibitObjections.filter { $0.exhibit == exhibit.id }.map(Self.init)
    }
    if let award = dispute.caseFile.arbitration?.award, award.considered.contains(exhibit.id) {
      marks.append(.considered)
    }
    return marks
  }

  private init(_ objection: ExhibitObjection) {
    let (number, ground) = (objection.number, objection.ground)
    guard objection.withdrawnAt == nil else {
      self = .objectionWithdrawn(number, ground)
      return
    }
    switch objection.ruling {
    case .sustained: self = .ruledOut(objection: number, ground)
    case .overruled: self = .overObjection(number, ground)
    case .limited: self = .limited(objection: number, ground)
    case nil: self = .objected(number, ground, by: objection.by)
    }
  }

  /// The name programs know it by; never changed.
  package var code: String {
    switch self {
    case .late: "LATE"
    case .sealed: "SEALED"
    case .struck: "STRUCK"
    case .replaced: "REPLACED"
    case .made(let kind, _, _): kind.rawValue
    case .rendered(.translation, _): "TRANSLATED"
    case .rendered: "REDACTED"
    case .ruledOut: "RULED_OUT"
    case .overObjection: "ADMITTED_OVER_OBJECTION"
    case .limited: "LIMITED"
    case .objected(_, _, let by): by == nil ? "PENDING" : "OBJECTED"
    case .objectionWithdrawn: "OBJECTION_WITHDRAWN"
    case .considered: "CONSIDERED"
    }
  }

  /// The other exhibit, where there is one.
  package var exhibit: ExhibitID? {
    switch self {
    case .replaced(let id), .rendered(_, let id): id
    case .made(_, let original, _): original
    default: nil
    }
  }

  /// The number of the objection, where there is one.
  package var objection: Int? {
    switch self {
    case .ruledOut(let number, _), .overObjection(let number, _), .limited(let number, _),
      .objected(let number, _, _), .objectionWithdrawn(let number, _):
      number
    default: nil
    }
  }

  /// What the index says; `cited` answers how it names another exhibit.
  package func text(_ cited: (ExhibitID) -> String) -> String {
    switch self {
    case .late: "late"
    case .sealed: "SEALED"
    case .struck: "STRUCK from the record"
    case .replaced(let newer): "REPLACED by \(cited(newer))"
    case .made(let kind, let original, let certified):
      DocketSentence.lower(kind.rawValue) + (original.map { " of \(cited($0))" } ?? "")
        + (certified ? ", certified" : "")
    case .rendered(let kind, let made): "\(DocketSentence.lower(kind.rawValue)): \(cited(made))"
    case .ruledOut(let number, let ground): "RULED OUT: \(Self.said(number, ground)) sustained"
    case .overObjection(let number, let ground):
      "admitted over \(Self.said(number, ground))"
    case .limited(let number, let ground):
      "for one purpose alone, on \(Self.said(number, ground))"
    case .objected(let number, let ground, let by):
      by.map {
        "\(Self.said(number, ground)) of the \(DocketSentence.lower($0.rawValue)) not ruled on"
      }
        ?? "OUT until it is ruled on: \(Self.said(number, ground))"
    case .objectionWithdrawn(let number, let ground):
      "\(Self.said(number, ground)) taken back"
    case .considered: "considered by the award"
    }
  }

  private static func said(_ number: Int, _ ground: ExhibitObjectionGround) -> String {
    "objection \(number) (\(DocketSentence.lower(ground.rawValue)))"
  }
}

extension Dispute {
  /// The exhibit of another compartment that one was made of, as far as it is seen.
  fileprivate func original(of made: ExhibitID) -> ExhibitID? {
    if case .exhibit(let id) = source(of: made)?.of { id } else { nil }
  }
}
