/// How a debtor may be contacted, where a rule binds whoever collects: data, dated and sourced. A
/// first-party creditor of a business is bound by none of them in the tables that come along.
package struct ContactRules: Hashable, Sendable {
  /// Whom the rules bind.
  package struct Scope: Hashable, Sendable {
    package let debtor: DebtorKind
    package let collector: CollectorKind
    /// Countries, or countries with a subdivision.
    package let jurisdictions: [String]
    package let source: String

    package init(
      debtor: DebtorKind, collector: CollectorKind, jurisdictions: [String], source: String
    ) {
      self.debtor = debtor
      self.collector = collector
      self.jurisdictions = jurisdictions
      self.source = source
    }
  }

  /// Name and version: `contact-us-2026`.
  package let name: String
  package let scopes: [Scope]
  /// How many calls in ``callWindowDays`` consecutive days.
  package let callsMax: RuleProfile.Sourced
  package let callWindowDays: Int
  /// Days without a call after a conversation, whose own day is the first.
  package let quietDays: RuleProfile.Sourced
  /// When contact begins and ends on a day of the debtor, in minutes after midnight.
  package let opensMinutes: Int
  package let closesMinutes: Int
  package let hoursSource: String
  package let optOutSource: String
  package let ceaseSource: String

  package init(
    name: String, scopes: [Scope], callsMax: RuleProfile.Sourced, callWindowDays: Int,
    quietDays: RuleProfile.Sourced, opensMinutes: Int, closesMinutes: Int, hoursSource: String,
    optOutSource: String, ceaseSource: String
  ) {
    self.name = name
    self.scopes = scopes
    self.callsMax = callsMax
    self.callWindowDays = callWindowDays
    self.quietDays = quietDays
    self.opensMinutes = opensMinutes
    self.closesMinutes = closesMinutes
    self.hoursSource = hoursSource
    self.optOutSource = optOutSource
    self.ceaseSource = ceaseSource
  }

  /// Whether they bind whoever collects this claim.
  package func bind(_ opening: DisputeOpening) -> Bool {
    let country = opening.jurisdiction.split(separator: "-").first.map(String.init) ?? ""
    return scopes.contains { scope in
      scope.debtor == opening.debtorKind && scope.collector == opening.collectorKind
        && (scope.jurisdictions.contains(opening.jurisdiction)
          || scope.jurisdictions.contains(country))
    }
  }
}

/// What the respondent said of being contacted.
package struct ContactWishes: Hashable, Sendable {
  /// Ways that are not to be used.
  package let optedOut: Set<Channel>
  /// No more contact for payment at all.
  package let ceases: Bool

  package init(optedOut: Set<Channel> = [], ceases: Bool = false) {
    self.optedOut = optedOut
    self.ceases = ceases
  }
}
