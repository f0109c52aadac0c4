import OpenSSLKit
import ParleyDomain
import ParleyStore
import Testing

/// The store's clock: every kind at its boundary, and a year of a case.
struct YearTests {
  private let id = DisputeID("7k3qm2xw")

  private func deadline(_ office: Office, _ name: String) throws -> Deadline {
    let dispute = try office.journal.dispute(id).dispute
    return try #require(
      (dispute.deadlines + dispute.alerts).first { $0.kind.name == name }, "\(name)")
  }

  private func entries(_ office: Office) throws -> [DocketEntry] {
    try office.journal.read { try $0.entries(of: id, in: Set(Compartment.all)) }
  }

  /// How each kind comes to run, through the store.
  private func begin(_ name: String, _ office: Office) async throws {
    func offer(_ by: Actor) async throws {
      let today = Zone.utc.date(at: office.clock.now)
      let amount = try office.journal.dispute(id).dispute.balance
      let terms = OfferTerms(
        kind: .lumpSum, amount: amount,
        schedule: [Instalment(number: 1, due: today.adding(days: 5), amount: amount)],
        expiresInDays: 10)
      try await office.file(id, .makeOffer(terms), by: by)
    }
    let agreement = DocumentHash(bytes: [1])
    switch name {
    case "GRACE": try await office.served(id)
    case "LIMITATION_ALERT_180": try await office.draft(id)
    case "OFFER_EXPIRY_1":
      try await office.filed(id)
      try await offer(People.broker)
    case "SIGNING", "INSTALMENT_1":
      try await office.filed(id)
      try await offer(People.client)
      try await office.file(id, .acceptOffer(number: 1, agreement: agreement))
      guard name == "INSTALMENT_1" else { return }
      let signature = Signature(document: agreement, authority: .principal)
      try await office.file(id, .signAgreement(signature))
      try await office.file(id, .signAgreement(signature), by: People.client)
    default:
      try await office.served(id)
      office.clock.advance(days: 20)
      try await office.journal.fireDue()
      if name == "MEDIATION_CONSENT" {
        try await office.file(id, .proposeMediation)
      } else {
        try await demandArbitration(office)
      }
    }
  }

  private func demandArbitration(_ office: Office) async throws {
    let bytes = Array("A contract".utf8)
    let hash = try #require(DocumentHash(hex: SHA256.hash(bytes).hex))
    let upload = try office.journal.evidence.begin(
      UploadDeclaration(
        dispute: id, compartment: .caseFile, member: People.broker.member, hash: hash,
        byteCount: Int64(bytes.count), begunAt: office.clock.now))
    try upload.write(bytes, at: 0)
    try upload.finish()
    let contract = ExhibitOffer(
      kind: .contract, compartment: .caseFile, hash: hash, byteCount: Int64(bytes.count),
      mediaType: "text/plain", items: [1], madeForMediation: false)
    try await office.file(id, .addExhibit(contract))
    try await office.file(
      id,
      .demandArbitration(
        ArbitrationDemand(
          basis: .contractClause, agreement: ExhibitID(compartment: .caseFile, number: 1),
          mediationFirst: .notRequired, feeReference: "FEE-1")))
  }

  @Test(arguments: [
    "GRACE", "OFFER_EXPIRY_1", "SIGNING", "INSTALMENT_1", "MEDIATION_CONSENT", "ANSWER",
    "LIMITATION_ALERT_180",
  ]) func itFiresAtItsMomentAndOnce(name: String) async throws {
    try await withOffice { office in
      try await begin(name, office)
      let due = try deadline(office, name).dueAt
      office.clock.move(to: due.adding(milliseconds: -1000))
      try await office.journal.fireDue()
      let before = try entries(office).count
      office.clock.move(to: due)
      try await office.journal.fireDue()
      let fired = try entries(office).filter { $0.entry.effectiveAt == due }
      #expect(!fired.isEmpty)
      #expect(try entries(office).count == before + fired.count)
      #expect(fired.allSatisfy { $0.entry.actor == nil })
      office.clock.move(to: due.adding(milliseconds: 1000))
      try await office.journal.fireDue()
      #expect(try entries(office).count == before + fired.count)
    }
  }

  /// A claim that nobody answers, a year long, day by day: what the clock did by itself, and when.
  @Test func aYearOfACase() async throws {
    try await withOffice { office in
      let clock = ContinuousClock()
      let began = clock.now
      try await office.served(id)
      let grace = try deadline(office, "GRACE").dueAt
      var answer: Instant?
      for day in 1...365 {
        office.clock.advance(days: 1)
        try await office.journal.fireDue()
        if day == 30 { try await office.file(id, .proposeMediation) }
        if day == 50 {
          try await demandArbitration(office)
          answer = try deadline(office, "ANSWER").dueAt
        }
      }
      let took = clock.now - began
      let clockEntries = try entries(office).filter { $0.entry.actor == nil }
      let events = clockEntries.map(\.entry.event)
      #expect(
        events.map { "\($0)".prefix { $0 != "(" } } == [
          "graceExpired", "mediationLapsed", "answerLapsed",
        ])
      #expect(clockEntries.first?.entry.effectiveAt == grace)
      #expect(clockEntries.last?.entry.effectiveAt == answer)
      let dispute = try office.journal.dispute(id).dispute
      #expect(dispute.caseFile.status == .defaultEligible)
      #expect(try office.journal.verifyAll().isEmpty)
      // The docket alone gives the same dispute.
      let all = try entries(office)
      let first = try #require(all.first)
      var folded = try #require(Dispute(id: id, first: first.entry, filedAt: first.filedAt))
      for entry in all.dropFirst() { folded.evolve(entry.entry, filedAt: entry.filedAt) }
      #expect(folded == dispute)
      print("a year of a case took \(took)")
    }
  }
}
