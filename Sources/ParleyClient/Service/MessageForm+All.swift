import ParleyWire

extension MessageForm {
  /// The message types of every procedure. A test walks all procedures.
  static let all: [Procedure: MessageForm] = [
    session, disputes, procedure, exhibits, docket, evidence, negotiation, mediation, neutrals,
    arbitration,
    legal, administration,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  private static let session: [Procedure: MessageForm] = [
    .enrol: MessageForm(
      Parley_V1_EnrolRequest.self, Parley_V1_EnrolResponse.self),
    .getSession: MessageForm(
      Parley_V1_GetSessionRequest.self, Parley_V1_GetSessionResponse.self),
    .listSessions: MessageForm(
      Parley_V1_ListSessionsRequest.self, Parley_V1_ListSessionsResponse.self),
    .revokeSession: MessageForm(
      Parley_V1_RevokeSessionRequest.self, Parley_V1_RevokeSessionResponse.self),
    .signOut: MessageForm(
      Parley_V1_SignOutRequest.self, Parley_V1_SignOutResponse.self),
    .createSignInCode: MessageForm(
      Parley_V1_CreateSignInCodeRequest.self, Parley_V1_CreateSignInCodeResponse.self),
    .getLimits: MessageForm(
      Parley_V1_GetLimitsRequest.self, Parley_V1_Limits.self),
  ]

  private static let disputes: [Procedure: MessageForm] = [
    .createDispute: MessageForm(
      Parley_V1_CreateDisputeRequest.self, Parley_V1_DisputeChange.self),
    .fileDispute: MessageForm(
      Parley_V1_FileDisputeRequest.self, Parley_V1_DisputeChange.self),
    .discardDraft: MessageForm(
      Parley_V1_DiscardDraftRequest.self, Parley_V1_DisputeChange.self),
    .markDeficient: MessageForm(
      Parley_V1_MarkDeficientRequest.self, Parley_V1_DisputeChange.self),
    .cureDeficiency: MessageForm(
      Parley_V1_CureDeficiencyRequest.self, Parley_V1_DisputeChange.self),
    .getDispute: MessageForm(
      Parley_V1_GetDisputeRequest.self, Parley_V1_Dispute.self),
    .listDisputes: MessageForm(
      Parley_V1_ListDisputesRequest.self, Parley_V1_ListDisputesResponse.self),
    .withdrawDispute: MessageForm(
      Parley_V1_WithdrawDisputeRequest.self, Parley_V1_DisputeChange.self),
    .closeDispute: MessageForm(
      Parley_V1_CloseDisputeRequest.self, Parley_V1_DisputeChange.self),
    .writeOff: MessageForm(
      Parley_V1_WriteOffRequest.self, Parley_V1_DisputeChange.self),
    .assignOwner: MessageForm(
      Parley_V1_AssignOwnerRequest.self, Parley_V1_DisputeChange.self),
    .inviteParty: MessageForm(
      Parley_V1_InvitePartyRequest.self, Parley_V1_InvitePartyResponse.self),
  ]

  private static let procedure: [Procedure: MessageForm] = [
    .contestRecorded: MessageForm(
      Parley_V1_ContestRecordedRequest.self, Parley_V1_DisputeChange.self),
    .ruleOnContest: MessageForm(
      Parley_V1_RuleOnContestRequest.self, Parley_V1_DisputeChange.self),
    .sealExhibit: MessageForm(
      Parley_V1_SealExhibitRequest.self, Parley_V1_DisputeChange.self),
    .unsealExhibit: MessageForm(
      Parley_V1_UnsealExhibitRequest.self, Parley_V1_DisputeChange.self),
    .strikeExhibit: MessageForm(
      Parley_V1_StrikeExhibitRequest.self, Parley_V1_DisputeChange.self),
    .proposeWaiver: MessageForm(
      Parley_V1_ProposeWaiverRequest.self, Parley_V1_DisputeChange.self),
    .signWaiver: MessageForm(
      Parley_V1_SignWaiverRequest.self, Parley_V1_DisputeChange.self),
    .withdrawWaiver: MessageForm(
      Parley_V1_WithdrawWaiverRequest.self, Parley_V1_DisputeChange.self),
    .publishNote: MessageForm(
      Parley_V1_PublishNoteRequest.self, Parley_V1_DisputeChange.self),
    .requestErasure: MessageForm(
      Parley_V1_RequestErasureRequest.self, Parley_V1_DisputeChange.self),
    .grantErasure: MessageForm(
      Parley_V1_GrantErasureRequest.self, Parley_V1_DisputeChange.self),
    .refuseErasure: MessageForm(
      Parley_V1_RefuseErasureRequest.self, Parley_V1_DisputeChange.self),
    .placeHold: MessageForm(
      Parley_V1_PlaceHoldRequest.self, Parley_V1_DisputeChange.self),
    .liftHold: MessageForm(
      Parley_V1_LiftHoldRequest.self, Parley_V1_DisputeChange.self),
    .extendDeadline: MessageForm(
      Parley_V1_ExtendDeadlineRequest.self, Parley_V1_DisputeChange.self),
    .amendClaim: MessageForm(
      Parley_V1_AmendClaimRequest.self, Parley_V1_DisputeChange.self),
    .amendParty: MessageForm(
      Parley_V1_AmendPartyRequest.self, Parley_V1_DisputeChange.self),
    .reopenDispute: MessageForm(
      Parley_V1_ReopenDisputeRequest.self, Parley_V1_DisputeChange.self),
  ]

  private static let exhibits: [Procedure: MessageForm] = [
    .linkExhibit: MessageForm(
      Parley_V1_LinkExhibitRequest.self, Parley_V1_DisputeChange.self),
    .objectToExhibit: MessageForm(
      Parley_V1_ObjectToExhibitRequest.self, Parley_V1_DisputeChange.self),
    .withdrawExhibitObjection: MessageForm(
      Parley_V1_WithdrawExhibitObjectionRequest.self, Parley_V1_DisputeChange.self),
    .ruleOnExhibit: MessageForm(
      Parley_V1_RuleOnExhibitRequest.self, Parley_V1_DisputeChange.self),
    .noticeDeficiency: MessageForm(
      Parley_V1_NoticeDeficiencyRequest.self, Parley_V1_DisputeChange.self),
    .registerContract: MessageForm(
      Parley_V1_RegisterContractRequest.self, Parley_V1_RegisteredContract.self),
    .getContract: MessageForm(
      Parley_V1_GetContractRequest.self, Parley_V1_RegisteredContract.self),
    .listContracts: MessageForm(
      Parley_V1_ListContractsRequest.self, Parley_V1_ListContractsResponse.self),
    .changeContractForm: MessageForm(
      Parley_V1_ChangeContractFormRequest.self, Parley_V1_DisputeChange.self),
    .listContacts: MessageForm(
      Parley_V1_ListContactsRequest.self, Parley_V1_ListContactsResponse.self),
    .listCustody: MessageForm(
      Parley_V1_ListCustodyRequest.self, Parley_V1_ListCustodyResponse.self),
  ]

  private static let docket: [Procedure: MessageForm] = [
    .searchEntries: MessageForm(
      Parley_V1_SearchEntriesRequest.self, Parley_V1_SearchEntriesResponse.self),
    .listEntries: MessageForm(
      Parley_V1_ListEntriesRequest.self, Parley_V1_ListEntriesResponse.self),
    .getEntry: MessageForm(
      Parley_V1_GetEntryRequest.self, Parley_V1_Entry.self),
    .watch: MessageForm(
      Parley_V1_WatchRequest.self, Parley_V1_WatchResponse.self),
    .listDeadlines: MessageForm(
      Parley_V1_ListDeadlinesRequest.self, Parley_V1_ListDeadlinesResponse.self),
    .simulateDeadline: MessageForm(
      Parley_V1_SimulateDeadlineRequest.self, Parley_V1_Deadline.self),
    .verifyDocket: MessageForm(
      Parley_V1_VerifyDocketRequest.self, Parley_V1_VerifyDocketResponse.self),
    .listHeads: MessageForm(
      Parley_V1_ListHeadsRequest.self, Parley_V1_ListHeadsResponse.self),
    .listKeys: MessageForm(
      Parley_V1_ListKeysRequest.self, Parley_V1_ListKeysResponse.self),
    .listReads: MessageForm(
      Parley_V1_ListReadsRequest.self, Parley_V1_ListReadsResponse.self),
    .getDocument: MessageForm(
      Parley_V1_GetDocumentRequest.self, Parley_V1_Document.self),
    .listDocuments: MessageForm(
      Parley_V1_ListDocumentsRequest.self, Parley_V1_ListDocumentsResponse.self),
  ]

  private static let evidence: [Procedure: MessageForm] = [
    .uploadExhibit: MessageForm(
      Parley_V1_UploadExhibitRequest.self, Parley_V1_UploadExhibitResponse.self),
    .queryUpload: MessageForm(
      Parley_V1_QueryUploadRequest.self, Parley_V1_QueryUploadResponse.self),
    .exportBundle: MessageForm(
      Parley_V1_ExportBundleRequest.self, Parley_V1_ExportBundleResponse.self),
    .downloadExhibit: MessageForm(
      Parley_V1_DownloadExhibitRequest.self, Parley_V1_DownloadExhibitResponse.self),
    .checkEmails: MessageForm(
      Parley_V1_CheckEmailsRequest.self, Parley_V1_CheckEmailsResponse.self),
    .listExhibits: MessageForm(
      Parley_V1_ListExhibitsRequest.self, Parley_V1_ListExhibitsResponse.self),
    .listCalls: MessageForm(
      Parley_V1_ListCallsRequest.self, Parley_V1_ListCallsResponse.self),
    .logCall: MessageForm(
      Parley_V1_LogCallRequest.self, Parley_V1_DisputeChange.self),
    .addNote: MessageForm(
      Parley_V1_AddNoteRequest.self, Parley_V1_DisputeChange.self),
    .getQuote: MessageForm(
      Parley_V1_GetQuoteRequest.self, Parley_V1_Quote.self),
    .postPayment: MessageForm(
      Parley_V1_PostPaymentRequest.self, Parley_V1_DisputeChange.self),
    .postCharge: MessageForm(
      Parley_V1_PostChargeRequest.self, Parley_V1_DisputeChange.self),
    .getAging: MessageForm(Parley_V1_GetAgingRequest.self, Parley_V1_Aging.self),
    .reversePosting: MessageForm(
      Parley_V1_ReversePostingRequest.self, Parley_V1_DisputeChange.self),
    .listPostings: MessageForm(
      Parley_V1_ListPostingsRequest.self, Parley_V1_ListPostingsResponse.self),
    .reversePayment: MessageForm(
      Parley_V1_ReversePaymentRequest.self, Parley_V1_DisputeChange.self),
    .reportPayment: MessageForm(
      Parley_V1_ReportPaymentRequest.self, Parley_V1_DisputeChange.self),
    .listPayments: MessageForm(
      Parley_V1_ListPaymentsRequest.self, Parley_V1_ListPaymentsResponse.self),
  ]

  private static let negotiation: [Procedure: MessageForm] = [
    .sendReminder: MessageForm(
      Parley_V1_SendReminderRequest.self, Parley_V1_DisputeChange.self),
    .serveDemand: MessageForm(
      Parley_V1_ServeDemandRequest.self, Parley_V1_DisputeChange.self),
    .respond: MessageForm(
      Parley_V1_RespondRequest.self, Parley_V1_DisputeChange.self),
    .stateContactWishes: MessageForm(
      Parley_V1_StateContactWishesRequest.self, Parley_V1_DisputeChange.self),
    .declareImpasse: MessageForm(
      Parley_V1_DeclareImpasseRequest.self, Parley_V1_DisputeChange.self),
    .makeOffer: MessageForm(
      Parley_V1_MakeOfferRequest.self, Parley_V1_DisputeChange.self),
    .acceptOffer: MessageForm(
      Parley_V1_AcceptOfferRequest.self, Parley_V1_DisputeChange.self),
    .rejectOffer: MessageForm(
      Parley_V1_RejectOfferRequest.self, Parley_V1_DisputeChange.self),
    .withdrawOffer: MessageForm(
      Parley_V1_WithdrawOfferRequest.self, Parley_V1_DisputeChange.self),
    .getOffer: MessageForm(
      Parley_V1_GetOfferRequest.self, Parley_V1_Offer.self),
    .listOffers: MessageForm(
      Parley_V1_ListOffersRequest.self, Parley_V1_ListOffersResponse.self),
    .getAgreement: MessageForm(
      Parley_V1_GetAgreementRequest.self, Parley_V1_Agreement.self),
    .getAgreementComparison: MessageForm(
      Parley_V1_GetAgreementComparisonRequest.self, Parley_V1_AgreementComparison.self),
    .signAgreement: MessageForm(
      Parley_V1_SignAgreementRequest.self, Parley_V1_DisputeChange.self),
    .electRemedy: MessageForm(
      Parley_V1_ElectRemedyRequest.self, Parley_V1_DisputeChange.self),
    .openBidding: MessageForm(
      Parley_V1_OpenBiddingRequest.self, Parley_V1_DisputeChange.self),
    .consentBidding: MessageForm(
      Parley_V1_ConsentBiddingRequest.self, Parley_V1_DisputeChange.self),
    .declineBidding: MessageForm(
      Parley_V1_DeclineBiddingRequest.self, Parley_V1_DisputeChange.self),
    .placeBid: MessageForm(
      Parley_V1_PlaceBidRequest.self, Parley_V1_DisputeChange.self),
    .getBidding: MessageForm(
      Parley_V1_GetBiddingRequest.self, Parley_V1_Bidding.self),
    .listBiddings: MessageForm(
      Parley_V1_ListBiddingsRequest.self, Parley_V1_ListBiddingsResponse.self),
    .reinstatePlan: MessageForm(
      Parley_V1_ReinstatePlanRequest.self, Parley_V1_DisputeChange.self),
  ]

  private static let mediation: [Procedure: MessageForm] = [
    .proposeMediation: MessageForm(
      Parley_V1_ProposeMediationRequest.self, Parley_V1_DisputeChange.self),
    .consentMediation: MessageForm(
      Parley_V1_ConsentMediationRequest.self, Parley_V1_DisputeChange.self),
    .declineMediation: MessageForm(
      Parley_V1_DeclineMediationRequest.self, Parley_V1_DisputeChange.self),
    .withdrawMediation: MessageForm(
      Parley_V1_WithdrawMediationRequest.self, Parley_V1_DisputeChange.self),
    .declareMediationImpasse: MessageForm(
      Parley_V1_DeclareMediationImpasseRequest.self, Parley_V1_DisputeChange.self),
    .reportMediation: MessageForm(
      Parley_V1_ReportMediationRequest.self, Parley_V1_DisputeChange.self),
    .scheduleSession: MessageForm(
      Parley_V1_ScheduleSessionRequest.self, Parley_V1_DisputeChange.self),
    .openSession: MessageForm(
      Parley_V1_OpenSessionRequest.self, Parley_V1_DisputeChange.self),
    .adjournSession: MessageForm(
      Parley_V1_AdjournSessionRequest.self, Parley_V1_DisputeChange.self),
    .endSession: MessageForm(
      Parley_V1_EndSessionRequest.self, Parley_V1_DisputeChange.self),
    .openCaucus: MessageForm(
      Parley_V1_OpenCaucusRequest.self, Parley_V1_DisputeChange.self),
    .endCaucus: MessageForm(
      Parley_V1_EndCaucusRequest.self, Parley_V1_DisputeChange.self),
    .addMediationNote: MessageForm(
      Parley_V1_AddMediationNoteRequest.self, Parley_V1_DisputeChange.self),
    .getGroundRules: MessageForm(
      Parley_V1_GetGroundRulesRequest.self, Parley_V1_Document.self),
  ]

  private static let neutrals: [Procedure: MessageForm] = [
    .consentMedArb: MessageForm(
      Parley_V1_ConsentMedArbRequest.self, Parley_V1_DisputeChange.self),
    .nominateNeutral: MessageForm(
      Parley_V1_NominateNeutralRequest.self, Parley_V1_DisputeChange.self),
    .recuseNeutral: MessageForm(
      Parley_V1_RecuseNeutralRequest.self, Parley_V1_DisputeChange.self),
    .declineNomination: MessageForm(
      Parley_V1_DeclineNominationRequest.self, Parley_V1_DisputeChange.self),
    .discloseConflicts: MessageForm(
      Parley_V1_DiscloseConflictsRequest.self, Parley_V1_DisputeChange.self),
    .objectToNeutral: MessageForm(
      Parley_V1_ObjectToNeutralRequest.self, Parley_V1_DisputeChange.self),
    .ruleOnObjection: MessageForm(
      Parley_V1_RuleOnObjectionRequest.self, Parley_V1_DisputeChange.self),
    .waiveConflict: MessageForm(
      Parley_V1_WaiveConflictRequest.self, Parley_V1_DisputeChange.self),
    .appointNeutral: MessageForm(
      Parley_V1_AppointNeutralRequest.self, Parley_V1_DisputeChange.self),
  ]

  private static let arbitration: [Procedure: MessageForm] = [
    .fileCounterclaim: MessageForm(
      Parley_V1_FileCounterclaimRequest.self, Parley_V1_DisputeChange.self),
    .replyCounterclaim: MessageForm(
      Parley_V1_ReplyCounterclaimRequest.self, Parley_V1_DisputeChange.self),
    .withdrawCounterclaim: MessageForm(
      Parley_V1_WithdrawCounterclaimRequest.self, Parley_V1_DisputeChange.self),
    .demandArbitration: MessageForm(
      Parley_V1_DemandArbitrationRequest.self, Parley_V1_DisputeChange.self),
    .answerDemand: MessageForm(
      Parley_V1_AnswerDemandRequest.self, Parley_V1_DisputeChange.self),
    .setAsideAward: MessageForm(
      Parley_V1_SetAsideAwardRequest.self, Parley_V1_DisputeChange.self),
    .requestDefault: MessageForm(
      Parley_V1_RequestDefaultRequest.self, Parley_V1_DisputeChange.self),
    .issueOrder: MessageForm(
      Parley_V1_IssueOrderRequest.self, Parley_V1_DisputeChange.self),
    .closeRecord: MessageForm(
      Parley_V1_CloseRecordRequest.self, Parley_V1_DisputeChange.self),
    .reopenRecord: MessageForm(
      Parley_V1_ReopenRecordRequest.self, Parley_V1_DisputeChange.self),
    .addDeliberationNote: MessageForm(
      Parley_V1_AddDeliberationNoteRequest.self, Parley_V1_DisputeChange.self),
    .agreeAwardBound: MessageForm(
      Parley_V1_AgreeAwardBoundRequest.self, Parley_V1_DisputeChange.self),
    .issueAward: MessageForm(
      Parley_V1_IssueAwardRequest.self, Parley_V1_DisputeChange.self),
    .correctAward: MessageForm(
      Parley_V1_CorrectAwardRequest.self, Parley_V1_DisputeChange.self),
    .requestConsentAward: MessageForm(
      Parley_V1_RequestConsentAwardRequest.self, Parley_V1_DisputeChange.self),
    .issueConsentAward: MessageForm(
      Parley_V1_IssueConsentAwardRequest.self, Parley_V1_DisputeChange.self),
    .declineConsentAward: MessageForm(
      Parley_V1_DeclineConsentAwardRequest.self, Parley_V1_DisputeChange.self),
  ]

  private static let legal: [Procedure: MessageForm] = [
    .assessPath: MessageForm(
      Parley_V1_AssessPathRequest.self, Parley_V1_DisputeChange.self),
    .referCollections: MessageForm(
      Parley_V1_ReferCollectionsRequest.self, Parley_V1_DisputeChange.self),
    .recallCollections: MessageForm(
      Parley_V1_RecallCollectionsRequest.self, Parley_V1_DisputeChange.self),
    .referCounsel: MessageForm(
      Parley_V1_ReferCounselRequest.self, Parley_V1_DisputeChange.self),
    .recordFiling: MessageForm(
      Parley_V1_RecordFilingRequest.self, Parley_V1_DisputeChange.self),
    .recordService: MessageForm(
      Parley_V1_RecordServiceRequest.self, Parley_V1_DisputeChange.self),
    .recordDismissal: MessageForm(
      Parley_V1_RecordDismissalRequest.self, Parley_V1_DisputeChange.self),
    .recordJudgment: MessageForm(
      Parley_V1_RecordJudgmentRequest.self, Parley_V1_DisputeChange.self),
    .recordRenewal: MessageForm(
      Parley_V1_RecordRenewalRequest.self, Parley_V1_DisputeChange.self),
    .recordEnforcement: MessageForm(
      Parley_V1_RecordEnforcementRequest.self, Parley_V1_DisputeChange.self),
    .recordSatisfaction: MessageForm(
      Parley_V1_RecordSatisfactionRequest.self, Parley_V1_DisputeChange.self),
  ]

  private static let administration: [Procedure: MessageForm] = [
    .addRelation: MessageForm(
      Parley_V1_AddRelationRequest.self, Parley_V1_Relation.self),
    .endRelation: MessageForm(
      Parley_V1_EndRelationRequest.self, Parley_V1_Relation.self),
    .listRelations: MessageForm(
      Parley_V1_ListRelationsRequest.self, Parley_V1_ListRelationsResponse.self),
    .listApprovals: MessageForm(
      Parley_V1_ListApprovalsRequest.self, Parley_V1_ListApprovalsResponse.self),
    .grantApproval: MessageForm(
      Parley_V1_GrantApprovalRequest.self, Parley_V1_DisputeChange.self),
    .refuseApproval: MessageForm(
      Parley_V1_RefuseApprovalRequest.self, Parley_V1_DisputeChange.self),
    .createOrganization: MessageForm(
      Parley_V1_CreateOrganizationRequest.self, Parley_V1_Organization.self),
    .listOrganizations: MessageForm(
      Parley_V1_ListOrganizationsRequest.self, Parley_V1_ListOrganizationsResponse.self),
    .createInvitation: MessageForm(
      Parley_V1_CreateInvitationRequest.self, Parley_V1_CreateInvitationResponse.self),
    .listMembers: MessageForm(
      Parley_V1_ListMembersRequest.self, Parley_V1_ListMembersResponse.self),
    .closeMember: MessageForm(
      Parley_V1_CloseMemberRequest.self, Parley_V1_CloseMemberResponse.self),
    .addToPanel: MessageForm(
      Parley_V1_AddToPanelRequest.self, Parley_V1_PanelMember.self),
    .removeFromPanel: MessageForm(
      Parley_V1_RemoveFromPanelRequest.self, Parley_V1_RemoveFromPanelResponse.self),
    .listPanel: MessageForm(
      Parley_V1_ListPanelRequest.self, Parley_V1_ListPanelResponse.self),
    .getClock: MessageForm(
      Parley_V1_GetClockRequest.self, Parley_V1_Clock.self),
    .advanceClock: MessageForm(
      Parley_V1_AdvanceClockRequest.self, Parley_V1_Clock.self),
    .rotateKey: MessageForm(
      Parley_V1_RotateKeyRequest.self, Parley_V1_SigningKey.self),
  ]
}
