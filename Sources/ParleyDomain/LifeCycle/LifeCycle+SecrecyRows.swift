extension LifeCycle {
  /// Waiver, publication and erasure. Whether a mediation has begun, and who exactly may grant an
  /// erasure, hangs on what it is about.
  static let secrecyRows: [Row] = [
    row(.proposeWaiver, "W1", by: .parties, stays: .open),
    row(.signWaiver, "W2", by: Set<Standing>.parties.union([.mediator]), stays: .open),
    row(.withdrawWaiver, "W3", by: .parties, stays: .open),
    row(.publishNote, "E6", by: .parties, stays: .open),
    row(
      .requestErasure, "X1",
      by: Set<Standing>.parties.union([.mediator, .arbitrator, .administrator]),
      stays: .erasable),
    row(
      .grantErasure, "X2",
      by: Set<Standing>.parties.union([.supervisor, .mediator, .administrator]),
      stays: .erasable),
    row(
      .refuseErasure, "X3",
      by: Set<Standing>.parties.union([.supervisor, .mediator, .administrator]),
      stays: Set<Status>.open.union([.closed])),
  ]
}

extension Set<Status> {
  /// Nothing is erased while somebody decides, or may still be asked to correct what was decided, on
  /// the record as it is, and none while a court has the matter before judgment.
  static let erasable = open.union([.closed]).subtracting([
    .recordClosed, .awardIssued, .courtFiled, .courtServed,
  ])
}
