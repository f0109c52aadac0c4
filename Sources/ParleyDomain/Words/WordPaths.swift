/// The wording each act takes: one table. What is not in it is refused.
package enum WordPaths {
  package static func of(_ action: Action) -> [WordPath] { table[action] ?? [] }

  private static let table: [Action: [WordPath]] = [
    .createDispute: [
      WordPath("claimant.name", WordLimits.name),
      WordPath("claimant.contact", WordLimits.name),
      WordPath("claimant.email", WordLimits.line),
      WordPath("claimant.phone", WordLimits.line),
      WordPath("claimant.address", WordLimits.address),
      WordPath("respondent.name", WordLimits.name, required: true),
      WordPath("respondent.contact", WordLimits.name),
      WordPath("respondent.email", WordLimits.line),
      WordPath("respondent.phone", WordLimits.line),
      WordPath("respondent.address", WordLimits.address),
      WordPath("item.N.number", WordLimits.name, required: true),
      WordPath("item.N.description", WordLimits.reason),
      WordPath("clause.N.reference", WordLimits.line),
      WordPath("limitation.source", WordLimits.reason),
      WordPath("caption", WordLimits.line),
    ],
    .discardDraft: [reason("discard")],
    .markDeficient: [reason("deficiency", required: true)],
    .cureDeficiency: [
      WordPath("respondent.email", WordLimits.line),
      WordPath("respondent.phone", WordLimits.line),
      WordPath("respondent.address", WordLimits.address),
      WordPath("cure.text", WordLimits.reason),
    ],
    .addExhibit: [
      WordPath("exhibit.title", WordLimits.line, required: true),
      WordPath("exhibit.source", WordLimits.line),
      WordPath("exhibit.fileName", WordLimits.name),
      WordPath("exhibit.messageId", WordLimits.address),
      WordPath("exhibit.inReplyTo", WordLimits.address),
      WordPath("exhibit.from", WordLimits.address),
      WordPath("exhibit.to", WordLimits.address),
      WordPath("exhibit.date", WordLimits.line),
      WordPath("exhibit.subject", WordLimits.address),
      WordPath("exhibit.collectedBy", WordLimits.name),
      WordPath("exhibit.madeBy", WordLimits.name),
      WordPath("exhibit.language", WordLimits.name),
      WordPath("exhibit.lateReason", WordLimits.reason),
    ],
    .logCall: [
      WordPath("call.text", WordLimits.text, required: true),
      WordPath("call.participants", WordLimits.line),
      WordPath("call.number", CallDigits.max),
      WordPath("call.offer", WordLimits.reason),
    ],
    .addNote: [WordPath("note.text", WordLimits.text, required: true)],
    .sealExhibit: [reason("seal", required: true)],
    .unsealExhibit: [reason("seal", required: true)],
    .strikeExhibit: [reason("seal", required: true)],
    .objectToExhibit: [reason("exhibitObjection", required: true)],
    .withdrawExhibitObjection: [reason("exhibitWithdrawal", required: true)],
    .ruleOnExhibit: [reason("exhibitRuling", required: true)],
    .noticeDeficiency: [reason("exhibitDeficiency", required: true)],
    .proposeWaiver: [reason("waiver")],
    .publishNote: [
      WordPath("exhibit.title", WordLimits.line, required: true),
      WordPath("exhibit.source", WordLimits.line),
    ],
    .requestErasure: [reason("erasure", required: true)],
    .refuseErasure: [reason("erasure")],
    .sendReminder: [WordPath("reminder.text", WordLimits.text)],
    .serveDemand: [
      WordPath("demand.instructions", WordLimits.text, required: true),
      WordPath("demand.waiver", WordLimits.reason),
      WordPath("demand.graceReason", WordLimits.reason),
    ],
    .respond: [WordPath("answer.N.ground", WordLimits.text)],
    .stateContactWishes: [WordPath("contact.text", WordLimits.reason)],
    .declareImpasse: [reason("impasse")],
    .makeOffer: [WordPath("offer.conditions", WordLimits.text)],
    .acceptOffer: [WordPath("agreement.text", WordLimits.document, required: true)],
    .rejectOffer: [reason("rejection")],
    .openBidding: [
      WordPath("bidding.text", WordLimits.document, required: true),
      WordPath("signature.name", WordLimits.name, required: true),
    ],
    .consentBidding: [WordPath("signature.name", WordLimits.name, required: true)],
    .declineBidding: [reason("bidding")],
    .signAgreement: [WordPath("signature.name", WordLimits.name, required: true)],
    .postPayment: [
      WordPath("payment.payer", WordLimits.name), WordPath("payment.rateSource", WordLimits.line),
    ],
    .reportPayment: [WordPath("payment.note", WordLimits.reason)],
    .proposeMediation: [WordPath("mediation.message", WordLimits.text)],
    .declineMediation: [reason("decline")],
    .withdrawMediation: [reason("withdrawal")],
    .declareMediationImpasse: [reason("impasse")],
    .scheduleSession: [WordPath("session.place", WordLimits.line)],
    .addMediationNote: [WordPath("note.text", WordLimits.text, required: true)],
    .declineNomination: [reason("nomination")],
    .discloseConflicts: [WordPath("disclosure.text", WordLimits.text)],
    .objectToNeutral: [reason("objection")],
    .ruleOnObjection: [reason("ruling")],
    .demandArbitration: [
      WordPath("arbitration.relief", WordLimits.text, required: true),
      WordPath("arbitration.mediationWaiver", WordLimits.reason),
    ],
    .answerDemand: [WordPath("answer.N.ground", WordLimits.text)],
    .issueOrder: [WordPath("order.text", WordLimits.text, required: true)],
    .reopenRecord: [reason("record", required: true)],
    .addDeliberationNote: [WordPath("note.text", WordLimits.text, required: true)],
    .issueAward: [WordPath("award.text", WordLimits.document, required: true)],
    .issueConsentAward: [WordPath("award.text", WordLimits.document, required: true)],
    .declineConsentAward: [reason("consentAward", required: true)],
    .correctAward: [
      WordPath("award.text", WordLimits.document, required: true),
      WordPath("award.correction", WordLimits.reason),
    ],
    .assessPath: [reason("assessment", required: true)],
    .referCollections: [
      WordPath("referral.agency", WordLimits.name, required: true), reason("referral"),
    ],
    .recallCollections: [reason("recall")],
    .referCounsel: [
      WordPath("referral.counsel", WordLimits.name, required: true), reason("referral"),
    ],
    .recordFiling: court + [WordPath("court.arbitrationWaiver", WordLimits.reason)],
    .recordService: [WordPath("court.server", WordLimits.name)],
    .recordDismissal: [WordPath("court.reason", WordLimits.reason)],
    .recordJudgment: court,
    .recordRenewal: [WordPath("court.reference", WordLimits.line)],
    .recordEnforcement: [WordPath("court.reference", WordLimits.line)],
    .recordSatisfaction: [WordPath("court.reference", WordLimits.line)],
    .changeContractForm: [reason("contractForm", required: true)],
    .writeOff: [reason("writeOff", required: true)],
    .withdrawDispute: [reason("withdrawal")],
    .closeDispute: [WordPath("close.basis", WordLimits.reason, required: true)],
    .inviteParty: [
      WordPath("invitation.name", WordLimits.name), WordPath("invitation.email", WordLimits.line),
    ],
    .joinDispute: [WordPath("person.name", WordLimits.name)],
    .refuseApproval: [reason("approval")],
    .reversePayment: [reason("reversal", required: true)],
    .postCharge: [reason("charge", required: true)],
    .reversePosting: [reason("postingReversal", required: true)],
    .recuseNeutral: [reason("recusal")],
    .setAsideAward: [
      WordPath("answer.N.ground", WordLimits.text), reason("setAside", required: true),
    ],
    .placeHold: [
      WordPath("hold.basis", WordLimits.reason, required: true),
      WordPath("hold.reference", WordLimits.line),
    ],
    .liftHold: [reason("hold", required: true)],
    .extendDeadline: [reason("extension", required: true)],
    .amendClaim: [
      WordPath("item.N.number", WordLimits.name, required: true),
      WordPath("item.N.description", WordLimits.reason), reason("amendment", required: true),
    ],
    .amendParty: [
      WordPath("respondent.name", WordLimits.name),
      WordPath("respondent.contact", WordLimits.name),
      WordPath("respondent.email", WordLimits.line),
      WordPath("respondent.phone", WordLimits.line),
      WordPath("respondent.address", WordLimits.address), reason("amendment", required: true),
    ],
    .reopenDispute: [reason("reopening", required: true)],
    .contestRecorded: [reason("contest", required: true)],
    .ruleOnContest: [reason("contestRuling", required: true)],
    .fileCounterclaim: [WordPath("counterclaim.ground", WordLimits.text, required: true)],
    .replyCounterclaim: [WordPath("counterclaim.reply", WordLimits.text)],
    .withdrawCounterclaim: [WordPath("counterclaim.withdrawal", WordLimits.reason)],
  ]

  private static let court = [
    WordPath("court.name", WordLimits.name, required: true),
    WordPath("court.number", WordLimits.name, required: true),
  ]

  private static func reason(_ act: String, required: Bool = false) -> WordPath {
    WordPath(act + ".reason", WordLimits.reason, required: required)
  }
}

extension Command {
  /// The paths this command takes, numbers filled in.
  package var wordPaths: [WordPath] {
    WordPaths.of(action).flatMap { path in
      path.isNumbered ? numbers(of: path).map(path.numbered) : [path]
    }
  }

  private func numbers(of path: WordPath) -> [Int] {
    switch self {
    case .createDispute(let opening):
      path.path.hasPrefix("clause.")
        ? Array(1..<(opening.clauses.count + 1)) : opening.items.map(\.number)
    case .respond(let answers), .answerDemand(let answers), .setAsideAward(let answers):
      answers.map(\.item)
    case .amendClaim(let amendment): amendment.items.map(\.number)
    default: []
    }
  }
}

extension Filing {
  /// What is wrong with the wording: a path nobody asked for, one that is missing, empty, too long
  /// or given twice, or control characters.
  var wordProblems: [FieldProblem] {
    let paths = Dictionary(
      command.wordPaths.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var problems: [FieldProblem] = []
    for word in words {
      guard let path = paths[word.path] else {
        problems.append(FieldProblem(word.path, "This command takes no such text."))
        continue
      }
      if !seen.insert(word.path).inserted {
        problems.append(FieldProblem(word.path, "Give this text once."))
      }
      if let problem = path.problem(with: word.text) {
        problems.append(FieldProblem(word.path, problem))
      }
    }
    for path in command.wordPaths where path.isRequired && !seen.contains(path.path) {
      problems.append(FieldProblem(path.path, "This text is required."))
    }
    return problems
  }
}

extension WordPath {
  fileprivate func problem(with text: String) -> String? {
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return "Must not be empty." }
    // Scalars bound the length as well: one character may be made of any number of them.
    if text.count > charactersMax || text.unicodeScalars.count > charactersMax * 4 {
      return "Must be at most \(charactersMax) characters."
    }
    let isLong = charactersMax >= WordLimits.address
    let hasControl = text.unicodeScalars.contains {
      $0.properties.generalCategory == .control && !(isLong && ($0 == "\n" || $0 == "\t"))
    }
    return hasControl ? "Must not hold control characters." : nil
  }
}
