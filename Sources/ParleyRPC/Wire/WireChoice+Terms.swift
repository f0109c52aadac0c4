import ParleyDomain
import ParleyWire

// One line for each choice of the contract that is a term of the domain.

extension Parley_V1_Side: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Side>()
}

extension Parley_V1_Stage: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Stage>()
}

extension Parley_V1_Status: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Status>()
}

extension Parley_V1_HoldKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.HoldKind>()
}

extension Parley_V1_Outcome: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Outcome>()
}

extension Parley_V1_AwardBoundKind: WireChoice {
  static let table = ChoiceTable<Self, AwardBound.Kind>()
}
extension Parley_V1_EarningsPeriod: WireChoice {
  static let table = ChoiceTable<Self, GarnishmentTable.Period>()
}
extension Parley_V1_AgeBucket: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.AgeBucket>()
}
extension Parley_V1_BidRounding: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.BidRounding>()
}
extension Parley_V1_SettlementState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.SettlementState>()
}

extension Parley_V1_Turn: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Turn>()
}

extension Parley_V1_Standing: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Standing>()
}

extension Parley_V1_Seat: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Seat>()
}

extension Parley_V1_DebtorKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.DebtorKind>()
}

extension Parley_V1_CollectorKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.CollectorKind>()
}

extension Parley_V1_ContractForm: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ContractForm>()
}

extension Parley_V1_ContractType: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ContractType>()
}

extension Parley_V1_CollectionMethod: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.CollectionMethod>()
}

extension Parley_V1_RecordingConsent: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.RecordingConsent>()
}

extension Parley_V1_RenditionKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.RenditionKind>()
}

extension Parley_V1_ExhibitObjectionGround: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ExhibitObjectionGround>()
}

extension Parley_V1_ExhibitRuling: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ExhibitRuling>()
}

extension Parley_V1_ExhibitLack: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ExhibitLack>()
}

extension Parley_V1_ExhibitDeficiencyState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ExhibitDeficiency.State>()
}

extension Parley_V1_RecordStanding: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.RecordStanding>()
}

extension Parley_V1_CustodyAct: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.CustodyStep.Act>()
}

extension Parley_V1_TermsComparison: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.TermsComparison>()
}

extension Parley_V1_PromiseState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.CallPromise.State>()
}

extension Parley_V1_Clause: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Clause>()
}

extension Parley_V1_OfferKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.OfferKind>()
}

extension Parley_V1_Remedy: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Remedy>()
}

extension Parley_V1_AnswerKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.AnswerKind>()
}

extension Parley_V1_ItemStanding: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ItemStanding>()
}

extension Parley_V1_Channel: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Channel>()
}

extension Parley_V1_Direction: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Direction>()
}

extension Parley_V1_RelationKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.RelationKind>()
}

extension Parley_V1_RecordedState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.RecordedEntry.State>()
}

extension Parley_V1_CounterclaimState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Counterclaim.State>()
}

extension Parley_V1_Action: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Action>()
}

extension Parley_V1_NeutralState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Neutral.Step>()
}

extension Parley_V1_MediationSessionState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.MediationSession.Step>()
}

extension Parley_V1_ArbitrationBasis: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ArbitrationBasis>()
}

extension Parley_V1_MediationFirst: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.MediationFirst>()
}

extension Parley_V1_OrderKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.OrderKind>()
}

extension Parley_V1_Disposition: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Disposition>()
}

extension Parley_V1_AwardForm: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.AwardForm>()
}

extension Parley_V1_PathChoice: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.PathChoice>()
}

extension Parley_V1_EnforcementKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.EnforcementKind>()
}

extension Parley_V1_ApprovalState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ApprovalRequest.Step>()
}

extension Parley_V1_OfferState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Offer.Step>()
}

extension Parley_V1_Authority: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Authority>()
}

extension Parley_V1_ObjectionGround: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ObjectionGround>()
}

extension Parley_V1_ExhibitKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ExhibitKind>()
}

extension Parley_V1_NoteKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.NoteKind>()
}

extension Parley_V1_Author: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Author>()
}

extension Parley_V1_WaiverState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Waiver.Step>()
}

extension Parley_V1_ErasureState: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Erasure.Step>()
}

extension Parley_V1_ErasureBasis: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.ErasureBasis>()
}

extension Parley_V1_CallOutcome: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.CallOutcome>()
}

extension Parley_V1_ChargeKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Charge.Kind>()
}

extension Parley_V1_LedgerAccount: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.LedgerAccount>()
}

extension Parley_V1_PostingKind: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Posting.Kind>()
}

extension Parley_V1_PaymentMethod: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.PaymentMethod>()
}

extension Parley_V1_Role: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Role>()
}

extension Parley_V1_Compartment: WireChoice {
  static let table = ChoiceTable<Self, ParleyDomain.Compartment>(ParleyDomain.Compartment.all) {
    $0.code
  }
}

extension Parley_V1_LimitationStart: WireChoice {
  static let table = ChoiceTable<Self, LimitationRow.Start>()
}

extension Parley_V1_LimitationRestart: WireChoice {
  static let table = ChoiceTable<Self, LimitationRow.Restart>()
}

extension Parley_V1_Confidence: WireChoice {
  static let table = ChoiceTable<Self, LimitationRow.Confidence>()
}
