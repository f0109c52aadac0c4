import ParleyClient

extension Desk {
  /// What was known when a question was put: only that counts against its answer, since the answers
  /// to two commands at once may be heard in either order.
  struct Known {
    /// The highest receipt of each chain of the dispute the command is about.
    var highest: [String: KeptReceipt] = [:]
    /// The keys that were out of use.
    var retired: Set<String> = []
  }

  func known(of dispute: DisputeID? = nil) throws -> Known {
    Known(
      highest: try (dispute ?? subject).map { try shelf.highest(of: $0.canonical) } ?? [:],
      retired: try shelf.keyRing.keys().retired)
  }

  /// Checks the signatures of receipts, compares them with those kept, and keeps them. Throws the
  /// first fault or regression; the receipts are kept all the same, as evidence.
  func keep(
    _ receipts: [PlainValue], known: Known = Known(), areHeads: Bool = false
  ) async throws {
    let received = receipts.compactMap { KeptReceipt($0) }
    guard !received.isEmpty else { return }
    let keys = try await keys(for: received)
    var faults: [ReceiptFault] = []
    var sound: [KeptReceipt] = []
    for receipt in received {
      guard let fault = ReceiptFault.of(receipt, keys: keys, retired: known.retired) else {
        sound.append(receipt)
        continue
      }
      try shelf.setAside(receipt)
      faults.append(fault)
    }
    let regressions = try shelf.take(sound, before: known.highest, areHeads: areHeads)
    if let first = regressions.first { throw first }
    if let first = faults.first { throw first }
  }

  /// The keys believed to sign receipts: asks the server where a receipt names another, or none is
  /// known yet.
  func keys(for receipts: [KeptReceipt]) async throws -> [TrustedKey] {
    let keys = try shelf.keyRing.keys()
    let names = Set(keys.map(\.id))
    guard keys.isEmpty || receipts.contains(where: { !names.contains($0.keyID) }) else {
      return keys
    }
    return try await learnKeys().believed
  }

  /// Asks for the server's keys, and learns those that are to be believed.
  func learnKeys() async throws -> (listed: [PlainValue], believed: [TrustedKey]) {
    let listed = try await askAll(.listKeys, .fields([:]), items: "keys")
    return (listed, try shelf.keyRing.learn(listed.compactMap { TrustedKey($0) }))
  }

  /// Compares the heads the server signs now with the receipts kept, and keeps them. Throws where the
  /// record is shorter or another than it was, or no longer shown to whom it was shown.
  func checkHeads(_ dispute: DisputeID) async throws {
    let known = try known(of: dispute)
    let shown = try shelf.sight(of: dispute.canonical, by: member)
    let heads: [PlainValue]
    do {
      heads = try await askAll(
        .listHeads, .fields(["parent": .text(dispute.name)]), items: "heads")
    } catch let refusal as ServiceRefusal where refusal.code == .notFound {
      guard !hasChanged else {
        // An act may end its author's own sight, as a mediator's report does.
        try shelf.noteSight([], of: dispute.canonical, by: member)
        compared.insert(dispute)
        return
      }
      try Self.checkShown([], shown: shown, known, as: isNeutral ? .ended : .gone)
      throw refusal
    }
    try await keep(heads, known: known, areHeads: true)
    let chains = Set(heads.compactMap { KeptReceipt($0)?.compartment })
    try Self.checkShown(chains, shown: shown, known)
    try shelf.noteSight(chains, of: dispute.canonical, by: member)
    compared.insert(dispute)
  }

  /// Throws where a chain that was shown to this member, and that a receipt is kept of, is not shown.
  private static func checkShown(
    _ chains: Set<String>, shown: Set<String>, _ known: Known,
    as kind: ReceiptRegression.Kind = .gone
  ) throws {
    let gone = shown.subtracting(chains).sorted().lazy.compactMap { known.highest[$0] }.first
    if let gone { throw ReceiptRegression(kind: kind, kept: gone, received: nil) }
  }

  /// Compares the unsigned heads of whatever disputes an answer shows with the receipts kept. What
  /// contradicts them is asked for again, signed, and told at the end of the command.
  func compareHeads(in reply: PlainValue) async {
    for shown in [reply] + reply.list("disputes") {
      let heads = shown.list("heads")
      guard !heads.isEmpty, let id = DisputeID(shown.text("name")) else { continue }
      do {
        guard try contradicts(heads, id) else {
          // The one the command is about is asked for signed heads in any case.
          if id != subject { compared.insert(id) }
          continue
        }
        try await checkHeads(id)
      } catch {
        doubts.append(error)
      }
    }
    // Elsewhere a dispute is only named: what is not compared yet is, at the end.
    guard subject == nil else { return }
    named.formUnion(reply.list("deadlines").compactMap { DisputeID(ofResource: $0.text("name")) })
    named.formUnion(reply.list("results").compactMap { DisputeID($0.text("dispute")) })
  }

  private func contradicts(_ heads: [PlainValue], _ dispute: DisputeID) throws -> Bool {
    let kept = try shelf.receipts(of: dispute.canonical)
    guard !kept.isEmpty else { return false }
    let shown = heads.compactMap { KeptReceipt(unsigned: $0, of: dispute) }
    let sight = try shelf.sight(of: dispute.canonical, by: member)
    if !sight.isSubset(of: shown.map(\.compartment)) { return true }
    return shown.contains { head in
      kept.contains { receipt in
        receipt.compartment == head.compartment
          && (receipt.sequence > head.sequence
            || receipt.sequence == head.sequence && receipt.head != head.head)
      }
    }
  }

  /// Ends a command: whatever dispute it was about, or showed, has been compared with the receipts
  /// kept of it. Every command goes through here, so none has to think of it. Throws what was found.
  func conclude() async throws {
    guard isConnected else { return }
    if let subject, !compared.contains(subject) { try await checkHeads(subject) }
    try await compareNamed()
    if let first = doubts.first { throw first }
  }

  /// Compares the disputes that were only named and that receipts are kept of: by the list of all
  /// that the caller sees, 200 to a call.
  private func compareNamed() async throws {
    func rest() throws -> [DisputeID] {
      try named.subtracting(compared).filter { try !shelf.highest(of: $0.canonical).isEmpty }
    }
    try await compareList { try rest().isEmpty }
  }

  /// Compares all disputes the caller sees, page by page, until `isEnough`.
  func compareList(until isEnough: () throws -> Bool = { false }) async throws {
    var page = PlainValue.fields(["pageSize": .whole(200)])
    while try !isEnough() {
      let token = try await ask(.listDisputes, page).text("nextPageToken")
      if token.isEmpty { return }
      page = page.setting("pageToken", to: .text(token))
    }
  }

  /// Whether whoever is signed in sees disputes as a neutral alone: as long as the task lasts.
  private var isNeutral: Bool {
    guard let roles = session?.roles, !roles.isEmpty else { return false }
    return Set(roles).isSubset(of: ["ROLE_MEDIATOR", "ROLE_ARBITRATOR"])
  }

  /// Whom sight is noted for.
  private var member: String { session?.member ?? "token" }
}
