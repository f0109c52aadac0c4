/// Every procedure of the service, by its full name.
package enum Procedure: String, CaseIterable, Hashable, Sendable {
  // Session
  case enrol = "parley.v1.SessionService/Enrol"
  case getSession = "parley.v1.SessionService/GetSession"
  case listSessions = "parley.v1.SessionService/ListSessions"
  case revokeSession = "parley.v1.SessionService/RevokeSession"
  case signOut = "parley.v1.SessionService/SignOut"
  case createSignInCode = "parley.v1.SessionService/CreateSignInCode"
  case getLimits = "parley.v1.SessionService/GetLimits"
  // Dispute
  case createDispute = "parley.v1.DisputeService/CreateDispute"
  case fileDispute = "parley.v1.DisputeService/FileDispute"
  case discardDraft = "parley.v1.DisputeService/DiscardDraft"
  case markDeficient = "parley.v1.DisputeService/MarkDeficient"
  case cureDeficiency = "parley.v1.DisputeService/CureDeficiency"
  case getDispute = "parley.v1.DisputeService/GetDispute"
  case listDisputes = "parley.v1.DisputeService/ListDisputes"
  case withdrawDispute = "parley.v1.DisputeService/WithdrawDispute"
  case closeDispute = "parley.v1.DisputeService/CloseDispute"
  case writeOff = "parley.v1.DisputeService/WriteOff"
  case assignOwner = "parley.v1.DisputeService/AssignOwner"
  case inviteParty = "parley.v1.DisputeService/InviteParty"
  // Procedure
  case placeHold = "parley.v1.ProcedureService/PlaceHold"
  case liftHold = "parley.v1.ProcedureService/LiftHold"
  case extendDeadline = "parley.v1.ProcedureService/ExtendDeadline"
  case amendClaim = "parley.v1.ProcedureService/AmendClaim"
  case amendParty = "parley.v1.ProcedureService/AmendParty"
  case reopenDispute = "parley.v1.ProcedureService/ReopenDispute"
  case contestRecorded = "parley.v1.ProcedureService/ContestRecorded"
  case ruleOnContest = "parley.v1.ProcedureService/RuleOnContest"
  // Docket
  case searchEntries = "parley.v1.DocketService/SearchEntries"
  case listEntries = "parley.v1.DocketService/ListEntries"
  case getEntry = "parley.v1.DocketService/GetEntry"
  case watch = "parley.v1.DocketService/Watch"
  case listDeadlines = "parley.v1.DocketService/ListDeadlines"
  case simulateDeadline = "parley.v1.DocketService/SimulateDeadline"
  case verifyDocket = "parley.v1.DocketService/VerifyDocket"
  case listHeads = "parley.v1.DocketService/ListHeads"
  case listKeys = "parley.v1.DocketService/ListKeys"
  case listReads = "parley.v1.DocketService/ListReads"
  // Document
  case getDocument = "parley.v1.DocumentService/GetDocument"
  case listDocuments = "parley.v1.DocumentService/ListDocuments"
  // Bundle
  case exportBundle = "parley.v1.BundleService/ExportBundle"
  // Evidence
  case uploadExhibit = "parley.v1.EvidenceService/UploadExhibit"
  case queryUpload = "parley.v1.EvidenceService/QueryUpload"
  case downloadExhibit = "parley.v1.EvidenceService/DownloadExhibit"
  case checkEmails = "parley.v1.EvidenceService/CheckEmails"
  case listExhibits = "parley.v1.EvidenceService/ListExhibits"
  case listCalls = "parley.v1.EvidenceService/ListCalls"
  case listContacts = "parley.v1.EvidenceService/ListContacts"
  case logCall = "parley.v1.EvidenceService/LogCall"
  case sealExhibit = "parley.v1.EvidenceService/SealExhibit"
  case unsealExhibit = "parley.v1.EvidenceService/UnsealExhibit"
  case strikeExhibit = "parley.v1.EvidenceService/StrikeExhibit"
  case linkExhibit = "parley.v1.EvidenceService/LinkExhibit"
  case objectToExhibit = "parley.v1.EvidenceService/ObjectToExhibit"
  case withdrawExhibitObjection = "parley.v1.EvidenceService/WithdrawExhibitObjection"
  case ruleOnExhibit = "parley.v1.EvidenceService/RuleOnExhibit"
  case noticeDeficiency = "parley.v1.EvidenceService/NoticeDeficiency"
  case listCustody = "parley.v1.EvidenceService/ListCustody"
  case addNote = "parley.v1.EvidenceService/AddNote"
  // Contract
  case registerContract = "parley.v1.ContractService/RegisterContract"
  case getContract = "parley.v1.ContractService/GetContract"
  case listContracts = "parley.v1.ContractService/ListContracts"
  case changeContractForm = "parley.v1.ContractService/ChangeContractForm"
  // Secrecy
  case proposeWaiver = "parley.v1.SecrecyService/ProposeWaiver"
  case signWaiver = "parley.v1.SecrecyService/SignWaiver"
  case withdrawWaiver = "parley.v1.SecrecyService/WithdrawWaiver"
  case publishNote = "parley.v1.SecrecyService/PublishNote"
  case requestErasure = "parley.v1.SecrecyService/RequestErasure"
  case grantErasure = "parley.v1.SecrecyService/GrantErasure"
  case refuseErasure = "parley.v1.SecrecyService/RefuseErasure"
  // Negotiation
  case sendReminder = "parley.v1.NegotiationService/SendReminder"
  case serveDemand = "parley.v1.NegotiationService/ServeDemand"
  case respond = "parley.v1.NegotiationService/Respond"
  case stateContactWishes = "parley.v1.NegotiationService/StateContactWishes"
  case declareImpasse = "parley.v1.NegotiationService/DeclareImpasse"
  case makeOffer = "parley.v1.NegotiationService/MakeOffer"
  case acceptOffer = "parley.v1.NegotiationService/AcceptOffer"
  case rejectOffer = "parley.v1.NegotiationService/RejectOffer"
  case withdrawOffer = "parley.v1.NegotiationService/WithdrawOffer"
  case getOffer = "parley.v1.NegotiationService/GetOffer"
  case listOffers = "parley.v1.NegotiationService/ListOffers"
  case getAgreement = "parley.v1.NegotiationService/GetAgreement"
  case getAgreementComparison = "parley.v1.NegotiationService/GetAgreementComparison"
  case signAgreement = "parley.v1.NegotiationService/SignAgreement"
  case electRemedy = "parley.v1.NegotiationService/ElectRemedy"
  case reinstatePlan = "parley.v1.NegotiationService/ReinstatePlan"
  // Bidding
  case openBidding = "parley.v1.BiddingService/OpenBidding"
  case consentBidding = "parley.v1.BiddingService/ConsentBidding"
  case declineBidding = "parley.v1.BiddingService/DeclineBidding"
  case placeBid = "parley.v1.BiddingService/PlaceBid"
  case getBidding = "parley.v1.BiddingService/GetBidding"
  case listBiddings = "parley.v1.BiddingService/ListBiddings"
  // Money
  case getQuote = "parley.v1.MoneyService/GetQuote"
  case postPayment = "parley.v1.MoneyService/PostPayment"
  case reversePayment = "parley.v1.MoneyService/ReversePayment"
  case reportPayment = "parley.v1.MoneyService/ReportPayment"
  case listPayments = "parley.v1.MoneyService/ListPayments"
  case postCharge = "parley.v1.MoneyService/PostCharge"
  case reversePosting = "parley.v1.MoneyService/ReversePosting"
  case getAging = "parley.v1.MoneyService/GetAging"
  case listPostings = "parley.v1.MoneyService/ListPostings"
  // Mediation
  case proposeMediation = "parley.v1.MediationService/ProposeMediation"
  case consentMediation = "parley.v1.MediationService/ConsentMediation"
  case declineMediation = "parley.v1.MediationService/DeclineMediation"
  case withdrawMediation = "parley.v1.MediationService/WithdrawMediation"
  case declareMediationImpasse = "parley.v1.MediationService/DeclareMediationImpasse"
  case reportMediation = "parley.v1.MediationService/ReportMediation"
  case scheduleSession = "parley.v1.MediationService/ScheduleSession"
  case openSession = "parley.v1.MediationService/OpenSession"
  case adjournSession = "parley.v1.MediationService/AdjournSession"
  case endSession = "parley.v1.MediationService/EndSession"
  case openCaucus = "parley.v1.MediationService/OpenCaucus"
  case endCaucus = "parley.v1.MediationService/EndCaucus"
  case addMediationNote = "parley.v1.MediationService/AddMediationNote"
  case getGroundRules = "parley.v1.MediationService/GetGroundRules"
  // Neutral
  case nominateNeutral = "parley.v1.NeutralService/NominateNeutral"
  case recuseNeutral = "parley.v1.NeutralService/RecuseNeutral"
  case consentMedArb = "parley.v1.NeutralService/ConsentMedArb"
  case declineNomination = "parley.v1.NeutralService/DeclineNomination"
  case discloseConflicts = "parley.v1.NeutralService/DiscloseConflicts"
  case objectToNeutral = "parley.v1.NeutralService/ObjectToNeutral"
  case ruleOnObjection = "parley.v1.NeutralService/RuleOnObjection"
  case waiveConflict = "parley.v1.NeutralService/WaiveConflict"
  case appointNeutral = "parley.v1.NeutralService/AppointNeutral"
  // Arbitration
  case demandArbitration = "parley.v1.ArbitrationService/DemandArbitration"
  case answerDemand = "parley.v1.ArbitrationService/AnswerDemand"
  case requestDefault = "parley.v1.ArbitrationService/RequestDefault"
  case setAsideAward = "parley.v1.ArbitrationService/SetAsideAward"
  case fileCounterclaim = "parley.v1.ArbitrationService/FileCounterclaim"
  case replyCounterclaim = "parley.v1.ArbitrationService/ReplyCounterclaim"
  case withdrawCounterclaim = "parley.v1.ArbitrationService/WithdrawCounterclaim"
  case issueOrder = "parley.v1.ArbitrationService/IssueOrder"
  case closeRecord = "parley.v1.ArbitrationService/CloseRecord"
  case reopenRecord = "parley.v1.ArbitrationService/ReopenRecord"
  case addDeliberationNote = "parley.v1.ArbitrationService/AddDeliberationNote"
  case agreeAwardBound = "parley.v1.ArbitrationService/AgreeAwardBound"
  case issueAward = "parley.v1.ArbitrationService/IssueAward"
  case correctAward = "parley.v1.ArbitrationService/CorrectAward"
  case requestConsentAward = "parley.v1.ArbitrationService/RequestConsentAward"
  case issueConsentAward = "parley.v1.ArbitrationService/IssueConsentAward"
  case declineConsentAward = "parley.v1.ArbitrationService/DeclineConsentAward"
  // Legal
  case assessPath = "parley.v1.LegalService/AssessPath"
  case referCollections = "parley.v1.LegalService/ReferCollections"
  case recallCollections = "parley.v1.LegalService/RecallCollections"
  case referCounsel = "parley.v1.LegalService/ReferCounsel"
  case recordFiling = "parley.v1.LegalService/RecordFiling"
  case recordService = "parley.v1.LegalService/RecordService"
  case recordDismissal = "parley.v1.LegalService/RecordDismissal"
  case recordJudgment = "parley.v1.LegalService/RecordJudgment"
  case recordRenewal = "parley.v1.LegalService/RecordRenewal"
  case recordEnforcement = "parley.v1.LegalService/RecordEnforcement"
  case recordSatisfaction = "parley.v1.LegalService/RecordSatisfaction"
  // Approval
  case listApprovals = "parley.v1.ApprovalService/ListApprovals"
  case grantApproval = "parley.v1.ApprovalService/GrantApproval"
  case refuseApproval = "parley.v1.ApprovalService/RefuseApproval"
  // Admin
  case createOrganization = "parley.v1.AdminService/CreateOrganization"
  case listOrganizations = "parley.v1.AdminService/ListOrganizations"
  case createInvitation = "parley.v1.AdminService/CreateInvitation"
  case listMembers = "parley.v1.AdminService/ListMembers"
  case closeMember = "parley.v1.AdminService/CloseMember"
  case addToPanel = "parley.v1.AdminService/AddToPanel"
  case removeFromPanel = "parley.v1.AdminService/RemoveFromPanel"
  case listPanel = "parley.v1.AdminService/ListPanel"
  case addRelation = "parley.v1.AdminService/AddRelation"
  case endRelation = "parley.v1.AdminService/EndRelation"
  case listRelations = "parley.v1.AdminService/ListRelations"
  case getClock = "parley.v1.AdminService/GetClock"
  case advanceClock = "parley.v1.AdminService/AdvanceClock"
  case rotateKey = "parley.v1.AdminService/RotateKey"

  /// The service, `parley.v1.DisputeService`.
  package var service: String { String(rawValue.prefix { $0 != "/" }) }

  /// The method, `FileDispute`.
  package var method: String { String(rawValue.drop { $0 != "/" }.dropFirst()) }

  /// Whether its request must name the etag of the dispute: it binds people, so it is refused when
  /// the dispute has changed since it was looked at.
  package var namesEtag: Bool {
    switch self {
    case .withdrawDispute, .closeDispute, .writeOff, .demandArbitration, .issueAward,
      .correctAward, .referCollections, .referCounsel, .setAsideAward, .amendClaim, .amendParty,
      .reopenDispute, .reversePayment, .reversePosting, .electRemedy, .reinstatePlan,
      .requestConsentAward,
      .issueConsentAward, .declineConsentAward,
      .agreeAwardBound:
      true
    default: false
    }
  }
}
