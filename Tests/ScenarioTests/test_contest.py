"""Acts recorded for a party that joins later, and contests them; counterclaims; med-arb."""

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import euros

LETTER = b"%PDF-1.7 a letter on paper"
CONTRACT = b"%PDF-1.7 contract of brokerage"


def recorded(case, **changes) -> dict:
    letter = case.exhibit(case.broker, LETTER, "Letter", kind="EXHIBIT_KIND_STATEMENT", **changes)
    return {"side": "SIDE_RESPONDENT", "exhibit": letter.name, "received_time": case.office.now}


def states(dispute) -> dict:
    return {
        each.name.rsplit("/", 1)[-1]: stubs.enum_name("RecordedState", each.state)
        for each in dispute.recorded_acts
    }


def kinds(dispute) -> set:
    return {stubs.enum_name("DeadlineKind", each.kind) for each in dispute.deadlines}


def test_a_recorded_answer_is_shown_to_the_party_that_joins_and_contested(office):
    case = Case.filed(office)
    case.demand()
    case.contest(case.broker, recorded_for=recorded(case))
    assert states(case.dispute) == {"case-1": "STANDING"}
    assert "RECORDED_CONTEST" not in kinds(case.dispute)
    client = case.invite_client()
    seen = case.seen_by(client)
    assert states(seen) == {"case-1": "STANDING"}
    assert seen.recorded_acts[0].HasField("contest_by_time")
    assert seen.recorded_acts[0].recorder == case.broker.member
    assert "RECORDED_CONTEST" in kinds(seen)
    act = {"recorded_act": seen.recorded_acts[0].name, "reason": "We wrote no letter."}
    assert case.broker.refused("ContestRecorded", name=case.name, **act).code == (
        StatusCode.PERMISSION_DENIED
    )
    case.act(client, "ContestRecorded", **act)
    assert case.status == "DEMAND_SERVED"
    after = case.dispute
    assert states(after) == {"case-1": "TAKEN_BACK"}
    assert after.recorded_acts[0].contest_reason == "We wrote no letter."
    assert not after.items[0].HasField("answer")
    entry = next(each for each in case.entries() if each.event == "RECORDED_ACT_CONTESTED")
    assert entry.transition.rule == "T31" and "taken back" in entry.title


def test_after_seven_days_what_was_recorded_stands(office):
    case = Case.filed(office)
    case.demand()
    case.contest(case.broker, recorded_for=recorded(case))
    client = case.invite_client()
    name = case.seen_by(client).recorded_acts[0].name
    office.advance(days=8)
    refusal = client.refused("ContestRecorded", name=case.name, recorded_act=name, reason="No.")
    assert (refusal.code, refusal.reason) == (
        StatusCode.FAILED_PRECONDITION,
        "CONTEST_PERIOD_OVER",
    )
    assert "CONTEST_PERIOD_ENDED" in case.events()
    assert case.status == "CONTESTED"


def test_a_recorded_offer_is_contested_out_of_the_arbitrators_sight(office):
    case = Case.filed(office)
    contract = case.exhibit(case.broker, CONTRACT, "Contract")
    case.demand()
    paper = recorded(case, compartment="SETTLEMENT")
    case.offer(case.broker, 600, recorded_for=paper)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    client = case.invite_client()
    assert states(case.seen_by(client)) == {"settlement-1": "STANDING"}
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    case.appoint(office.arbitrator)
    assert not case.seen_by(office.arbitrator).recorded_acts
    assert "SETTLEMENT_CONTEST" not in kinds(case.seen_by(office.arbitrator))
    assert not [each for each in case.entries(office.arbitrator) if "CONTEST" in each.event]


def test_what_binds_waits_for_the_ruling_of_another_administrator(office):
    case = Case.filed(office)
    case.demand()
    offer = case.offer(case.broker, 1000)
    paper = recorded(case, compartment="SETTLEMENT")
    administrator = office.administrator
    terms = case.broker.do("GetOffer", name=offer)
    case.act(
        administrator, "AcceptOffer", offer=offer, etag=terms.etag, recorded_for=paper
    )
    client = case.invite_client()
    name = case.seen_by(client).recorded_acts[0].name
    assert not case.seen_by(administrator).recorded_acts
    case.act(client, "ContestRecorded", recorded_act=name, reason="Nobody asked us.")
    seen = case.seen_by(administrator)
    assert states(seen) == {"settlement-1": "CONTESTED"}
    assert seen.recorded_acts[0].contest_reason == ""
    ruling = {"recorded_act": name, "upheld": True, "reason": "The signature is forged."}
    refusal = administrator.refused("RuleOnContest", name=case.name, **ruling)
    assert refusal.reason == "OWN_RECORDING"
    other = office.join("ROLE_ADMINISTRATOR", f"Ada Second {case.name[-4:]}")
    case.act(other, "RuleOnContest", **ruling)
    assert states(case.dispute) == {"settlement-1": "SET_ASIDE"}
    assert stubs.enum_name("SettlementState", case.dispute.settlement_state) == "NONE"


@pytest.fixture
def answered(office) -> Case:
    case = Case.filed(office)
    contract = case.exhibit(case.broker, CONTRACT, "Contract")
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    return case


def test_a_counterclaim_above_the_claim_leaves_the_claimant_owing(answered):
    case, office = answered, answered.office
    claim = {"amount": euros(5000), "ground": "The goods arrived broken."}
    assert case.broker.refused("FileCounterclaim", name=case.name, **claim).code == (
        StatusCode.PERMISSION_DENIED
    )
    case.act(case.client, "FileCounterclaim", **claim)
    assert "REPLY" in kinds(case.dispute)
    case.act(case.broker, "ReplyCounterclaim", admitted_amount=euros(100), text="Some were.")
    filed = case.dispute.arbitration.counterclaims[0]
    assert filed.ground == "The goods arrived broken."
    assert stubs.enum_name("CounterclaimState", filed.state) == "ADMITTED_IN_PART"
    case.appoint(office.arbitrator)
    case.hear(office.arbitrator)
    item = case.dispute.items[0]
    award = {
        "items": [{"item": 1, "disposition": "DISPOSITION_GRANTED", "amount": item.amount}],
        "pay_by_date": office.day(30),
        "form": "AWARD_FORM_REASONED",
        "text": "Both are right, one of them more so.",
        "etag": case.seen_by(office.arbitrator).etag,
    }
    refusal = office.arbitrator.refused("IssueAward", name=case.name, **award)
    assert refusal.reason == "COUNTERCLAIM_UNDECIDED"
    award["counterclaim"] = {"disposition": "DISPOSITION_GRANTED", "amount": euros(5000)}
    case.act(office.arbitrator, "IssueAward", **award)
    made = case.dispute.arbitration.award
    assert made.due_to_claimant.units == 0
    due = made.due_to_respondent
    assert (due.units * 100 + due.nanos // 10_000_000) == 500_000 - (
        item.amount.units * 100 + item.amount.nanos // 10_000_000
    )
    quote = case.broker.do("GetQuote", name=f"{case.name}/quote")
    assert (quote.balance.units, quote.balance.nanos) == (-due.units, -due.nanos)
    office.advance(days=21)
    assert stubs.enum_name("Outcome", case.dispute.outcome) == "CLAIM_DENIED"
    brief = case.client.do("GetDocument", name=f"{case.name}/documents/brief").text
    assert "due to the respondent" in brief


def test_the_mediator_arbitrates_only_with_the_consent_of_both(office):
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    contract = case.exhibit(case.broker, CONTRACT, "Contract")
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=16)
    both = office.join("ROLE_MEDIATOR", f"Bea Both {case.name[-4:]}")
    office.administrator.do("AddToPanel", member=both.member, seats=["SEAT_MEDIATOR"])
    case.act(case.broker, "ProposeMediation")
    rules = case.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
    for party in (case.broker, client):
        case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
    case.appoint(both)
    case.act(
        both,
        "AddMediationNote",
        kind="MEDIATION_NOTE_KIND_OWN",
        text="They would take half.",
    )
    case.act(both, "DeclareMediationImpasse")
    case.act(both, "ReportMediation", occurred=True, terminated=True)
    paper = case.exhibit(client, b"%PDF-1.7 we agree to med-arb", "Consent")
    case.act(case.broker, "ConsentMedArb", paper_exhibit=paper.name)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_ATTEMPTED")
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    code = office.invite("ROLE_ARBITRATOR", "Bea Both")
    both.do("Enrol", code=code, display_name="Bea Both", label="outside test")
    office.administrator.do("AddToPanel", member=both.member, seats=["SEAT_ARBITRATOR"])
    refusal = office.administrator.refused(
        "NominateNeutral", name=case.name, member=both.member
    )
    assert refusal.reason == "MEDIATOR_OF_SAME_MATTER"
    assert refusal.metadata["next_action"] == "CONSENT_MED_ARB"
    assert refusal.metadata["next_actor"] == "RESPONDENT"
    case.act(client, "ConsentMedArb", paper_exhibit=paper.name)
    assert len(case.dispute.med_arb_consents) == 2
    case.appoint(both)
    seen = str(case.entries(both)) + str(case.seen_by(both))
    assert "They would take half." not in seen
    compartments = {
        stubs.enum_name("Compartment", each.compartment) for each in case.entries(both)
    }
    assert compartments == {"CASE"}
