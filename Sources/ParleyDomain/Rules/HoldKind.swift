/// Why a dispute, or part of what is done in it, has to wait.
package enum HoldKind: String, CaseIterable, Sendable {
  /// By the institution or the claimant's supervisor, for a reason of their own.
  case administrative = "ADMIN"
  /// A debt respite for individuals, such as the Breathing Space of England and Wales.
  case breathingSpace = "BREATHING_SPACE"
  /// A stay by insolvency proceedings, such as 11 USC 362.
  case insolvencyStay = "INSOLVENCY_STAY"
  /// The parties agreed in writing that limitation does not run.
  case tollingAgreement = "TOLLING_AGREEMENT"
  /// The parties agreed in writing to let the matter rest.
  case partyStay = "PARTY_STAY"
  case deceased = "DECEASED"
  case fraudReview = "FRAUD_REVIEW"
  /// The seat of a neutral fell vacant; placed and lifted by Parley itself.
  case neutralVacancy = "NEUTRAL_VACANCY"
  /// What is on record has to be kept whole.
  case litigationHold = "LITIGATION_HOLD"
}

/// What holds block, by kind of act.
package enum CommandClass: String, CaseIterable, Sendable {
  /// Asking the respondent for payment.
  case contact = "CONTACT"
  /// Interest, fees and charges.
  case accrue = "ACCRUE"
  /// Taking the matter to the next forum.
  case escalate = "ESCALATE"
  case enforce = "ENFORCE"
  /// Reporting to credit bureaus.
  case report = "REPORT"
  /// Removing words from the record.
  case erase = "ERASE"
}

extension HoldKind {
  /// The kinds of act that this hold blocks while it lasts.
  package var blocks: Set<CommandClass> {
    switch self {
    case .administrative: [.contact, .escalate]
    case .breathingSpace, .insolvencyStay: [.contact, .accrue, .escalate, .enforce, .report]
    case .partyStay: [.escalate, .enforce]
    case .deceased: [.contact, .escalate, .enforce, .report]
    case .fraudReview: [.contact, .escalate, .enforce, .report]
    case .litigationHold: [.erase]
    case .tollingAgreement, .neutralVacancy: []
    }
  }

  /// Whether the clocks of the stage, and instalments, stand still while it lasts.
  package var stopsClocks: Bool {
    switch self {
    case .administrative, .breathingSpace, .insolvencyStay, .partyStay, .deceased, .fraudReview,
      .neutralVacancy:
      true
    case .tollingAgreement, .litigationHold: false
    }
  }

  /// Whether limitation stands still too. Only what the law or the parties say stops it; no filing
  /// with an institution is assumed to.
  package var stopsLimitation: Bool { self == .tollingAgreement || self == .insolvencyStay }

  /// Whether it rests on a paper signed by the parties.
  var needsDocument: Bool { self == .tollingAgreement || self == .partyStay }

  /// What somebody is told whose act it blocks.
  var precondition: Precondition {
    switch self {
    case .administrative: .holdAdministrative
    case .breathingSpace: .holdBreathingSpace
    case .insolvencyStay: .holdInsolvency
    case .partyStay: .holdPartyStay
    case .deceased: .holdDeceased
    case .fraudReview: .holdFraudReview
    case .litigationHold: .holdLitigation
    case .tollingAgreement, .neutralVacancy: .holdAdministrative
    }
  }
}

extension Action {
  /// The kind of act, where holds block it.
  package var commandClass: CommandClass? {
    switch self {
    case .sendReminder, .serveDemand: .contact
    case .proposeMediation, .demandArbitration, .requestDefault, .referCollections, .referCounsel,
      .recordFiling:
      .escalate
    case .recordEnforcement: .enforce
    case .postCharge: .accrue
    case .requestErasure, .grantErasure: .erase
    default: nil
    }
  }
}
