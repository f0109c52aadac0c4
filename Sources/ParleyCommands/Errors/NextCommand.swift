import ParleyClient

/// The one table from an action to the command that does it: what the `Next:` line shows.
enum NextCommand {
  /// The command for an action on a dispute; nil for an action that this version does not know.
  /// What only the user can fill in is written with an example.
  static func line(_ action: String, dispute: DisputeID?) -> String? {
    let bare = action.hasPrefix("ACTION_") ? String(action.dropFirst(7)) : action
    guard let words = table[bare] else { return nil }
    guard words.contains("ID") else { return "parley \(words)" }
    guard let dispute else { return nil }
    return "parley " + words.replacing("ID", with: dispute.description)
  }

  private static let table: [String: String] = [
    intake, negotiation, mediation, neutrals, arbitration, legal, procedure,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  private static let intake: [String: String] = [
    "CREATE_DISPUTE": "draft new --help",
    "FILE_DISPUTE": "draft file ID",
    "DISCARD_DRAFT": "draft discard ID",
    "MARK_DEFICIENT": "draft return ID --reason 'The contract is missing.'",
    "CURE_DEFICIENCY": "draft cure ID",
    "ADD_EXHIBIT": "evidence add ID contract.pdf --kind contract",
    "LOG_CALL": "call log ID --out --outcome reached --at '2026-11-24 10:00'",
    "ADD_NOTE": "note add ID --text 'To be remembered.'",
    "ASSIGN_OWNER": "assign ID members/5c1d",
    "INVITE_PARTY": "invite ID --side client --name NAME --email ADDRESS",
    "JOIN_DISPUTE": "auth login",
    "GRANT_APPROVAL": "approval list ID",
    "REFUSE_APPROVAL": "approval list ID",
  ]

  private static let negotiation: [String: String] = [
    "SEND_REMINDER": "reminder send ID --by email",
    "SERVE_DEMAND": "demand serve ID --grace 14d --reminded reminder:1 --pay 'By transfer.'",
    "RESPOND": "respond ID --admit all",
    "STATE_CONTACT_WISHES": "reminder wishes ID --not telephone",
    "DECLARE_IMPASSE": "impasse ID",
    "MAKE_OFFER": "offer make ID --help",
    "ACCEPT_OFFER": "offer list ID",
    "REJECT_OFFER": "offer list ID",
    "WITHDRAW_OFFER": "offer list ID",
    "SIGN_AGREEMENT": "agreement show ID",
    "AGREE_AWARD_BOUND": "arbitration bound ID --help",
    "OPEN_BIDDING": "bid open ID --help",
    "CONSENT_BIDDING": "bid status ID --terms",
    "DECLINE_BIDDING": "bid decline ID",
    "PLACE_BID": "bid place ID",
    "ELECT_REMEDY": "plan elect ID --help",
    "REINSTATE_PLAN": "plan reinstate ID",
    "POST_PAYMENT": "money post ID --help",
    "REPORT_PAYMENT": "money report ID --help",
  ]

  private static let mediation: [String: String] = [
    "PROPOSE_MEDIATION": "mediation propose ID",
    "CONSENT_MEDIATION": "mediation consent ID",
    "DECLINE_MEDIATION": "mediation decline ID",
    "WITHDRAW_MEDIATION": "mediation withdraw ID",
    "DECLARE_MEDIATION_IMPASSE": "mediation impasse ID",
    "REPORT_MEDIATION": "mediation report ID --occurred --attending claimant,respondent",
    "SCHEDULE_SESSION": "session schedule ID --at 2026-12-07T10:00:00Z",
    "OPEN_SESSION": "session open ID 1 --attending claimant,respondent",
    "ADJOURN_SESSION": "session adjourn ID 1",
    "END_SESSION": "session end ID 1",
    "OPEN_CAUCUS": "session caucus open ID 1 --with respondent",
    "END_CAUCUS": "session caucus end ID 1",
    "ADD_MEDIATION_NOTE": "mediation note ID --shared --text 'To be remembered.'",
  ]

  private static let neutrals: [String: String] = [
    "NOMINATE_NEUTRAL": "admin panel list",
    "DECLINE_NOMINATION": "mediation decline-nomination ID",
    "DISCLOSE_CONFLICTS": "mediation disclose ID --none",
    "OBJECT_TO_NEUTRAL": "mediation object ID --ground relationship",
    "RULE_ON_OBJECTION": "mediation rule ID --denied",
    "WAIVE_CONFLICT": "mediation waive ID",
    "APPOINT_NEUTRAL": "show ID",
  ]

  private static let arbitration: [String: String] = [
    "DEMAND_ARBITRATION": "arbitration demand ID --help",
    "ANSWER_DEMAND": "arbitration answer ID --contest all",
    "REQUEST_DEFAULT": "arbitration default ID",
    "ISSUE_ORDER": "arbitration order ID --help",
    "CLOSE_RECORD": "arbitration close-record ID",
    "REOPEN_RECORD": "arbitration reopen-record ID --reason 'New evidence came to light.'",
    "ADD_DELIBERATION_NOTE": "arbitration note ID --text 'To be weighed.'",
    "ISSUE_AWARD": "arbitration award ID --help",
    "CORRECT_AWARD": "arbitration correct ID --help",
    "REQUEST_CONSENT_AWARD": "arbitration ask-agreed ID",
    "ISSUE_CONSENT_AWARD": "arbitration award-agreed ID --help",
    "DECLINE_CONSENT_AWARD": "arbitration decline-agreed ID --reason 'Why not.'",
  ]

  private static let procedure: [String: String] = [
    "PLACE_HOLD": "hold place ID --help",
    "LIFT_HOLD": "hold list ID",
    "EXTEND_DEADLINE": "deadline list ID",
    "AMEND_CLAIM": "amend claim ID --help",
    "AMEND_PARTY": "amend party ID --help",
    "SEAL_EXHIBIT": "evidence seal ID E-1 --reason 'A trade secret.'",
    "UNSEAL_EXHIBIT": "evidence unseal ID E-1 --reason 'It is public by now.'",
    "STRIKE_EXHIBIT": "evidence strike ID E-1 --reason 'Privileged.'",
    "CHANGE_CONTRACT_FORM": "contract form ID --help",
    "LINK_EXHIBIT": "evidence link ID E-1 --item 1",
    "OBJECT_TO_EXHIBIT": "evidence object ID E-1 --ground relevance --reason 'Another contract.'",
    "WITHDRAW_EXHIBIT_OBJECTION": "evidence withdraw-objection ID --help",
    "RULE_ON_EXHIBIT": "evidence list ID",
    "NOTICE_DEFICIENCY": "evidence deficient ID E-1 --help",
    "PROPOSE_WAIVER": "waiver propose ID --whole",
    "SIGN_WAIVER": "waiver sign ID 1",
    "WITHDRAW_WAIVER": "waiver withdraw ID 1",
    "PUBLISH_NOTE": "evidence add ID --from note:1 --title 'From our own notes'",
    "REQUEST_ERASURE": "erasure request ID --help",
    "GRANT_ERASURE": "erasure grant ID case-1",
    "REFUSE_ERASURE": "erasure refuse ID case-1",
    "REOPEN_DISPUTE": "reopen ID --reason 'The promise was not kept.'",
    "REVERSE_PAYMENT": "money list ID",
    "POST_CHARGE": "money charge ID --help",
    "REVERSE_POSTING": "money statement ID",
    "SET_ASIDE_AWARD": "arbitration set-aside ID --help",
    "RECUSE_NEUTRAL": "arbitration recuse ID",
    "CONSENT_MED_ARB": "arbitration med-arb ID E-4",
    "FILE_COUNTERCLAIM": "arbitration counterclaim ID --help",
    "REPLY_COUNTERCLAIM": "arbitration reply ID --help",
    "WITHDRAW_COUNTERCLAIM": "arbitration withdraw-counterclaim ID",
    "CONTEST_RECORDED": "contest list ID",
    "RULE_ON_CONTEST": "contest list ID",
  ]

  private static let legal: [String: String] = [
    "ASSESS_PATH": "legal assess ID --choice collections --reason 'Two demands unanswered.'",
    "REFER_COLLECTIONS": "legal collections ID --share 15 --agency 'Fair Recoveries'",
    "RECALL_COLLECTIONS": "legal recall ID",
    "REFER_COUNSEL": "legal counsel ID --counsel 'M. Reis'",
    "RECORD_FILING": "legal file ID --help",
    "RECORD_SERVICE": "legal serve ID --help",
    "RECORD_DISMISSAL": "legal dismiss ID --help",
    "RECORD_JUDGMENT": "legal judgment ID --help",
    "RECORD_RENEWAL": "legal renew ID --help",
    "RECORD_ENFORCEMENT": "legal enforce ID --help",
    "RECORD_SATISFACTION": "legal satisfy ID --help",
    "WRITE_OFF": "write-off ID --reason 'Costs exceed the claim.'",
    "WITHDRAW_DISPUTE": "withdraw ID",
    "CLOSE_DISPUTE": "close ID --outcome duplicate-or-error --reason 'Filed twice.'",
  ]
}
