"""An award on agreed terms: what the arbitrator learns of a settlement, and when."""

import pytest

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import euros

CONTRACT = b"%PDF-1.7 the contract of brokerage, with its clause"
SECRET = "condition-godwit"
REJECTED = "rejected-condition-turnstone"


@pytest.fixture
def settled(office):
    """Constituted; one offer rejected, the next signed by both, all out of the arbitrator's sight."""
    items = [
        {
            "number": 1,
            "reference": f"AGREED-{office.now.timestamp()}",
            "due_date": office.day(-40),
            "amount": euros(1000),
        }
    ]
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",), items=items)
    contract = case.exhibit(case.broker, CONTRACT, "Contract of brokerage")
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=15)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    case.appoint(office.arbitrator)
    refused = case.offer(client, 850, conditions=REJECTED)
    case.act(case.broker, "RejectOffer", offer=refused)
    offer = case.offer(client, 900, conditions=SECRET)
    etag = case.broker.do("GetOffer", name=offer).etag
    case.act(case.broker, "AcceptOffer", offer=offer, etag=etag)
    agreement = client.do("GetAgreement", name=f"{case.name}/agreement")
    for who in (case.broker, client):
        case.act(
            who,
            "SignAgreement",
            sha256=agreement.sha256,
            signer_name="A Name",
            authority="AUTHORITY_OFFICER",
            etag=agreement.etag,
        )
    case.agreement = agreement
    return case


def ask(case, who):
    return case.act(who, "RequestConsentAward", etag=case.seen_by(who).etag)


def all_seen(case, who) -> str:
    """Everything this reader gets of the dispute and of its docket."""
    return "\n".join(str(each) for each in [case.seen_by(who), *case.entries(who)])


def issue(case, arbitrator):
    return case.act(
        arbitrator,
        "IssueConsentAward",
        text="By consent of the parties it is awarded as they agreed.",
        etag=case.seen_by(arbitrator).etag,
    )


def test_the_arbitrator_learns_the_agreement_and_nothing_else_once_all_have_asked(settled, office):
    case, arbitrator = settled, office.arbitrator
    before = all_seen(case, arbitrator)
    refusal = arbitrator.refused(
        "IssueConsentAward", name=case.name, text="x", etag=case.seen_by(arbitrator).etag
    )
    assert refusal.reason == "CONSENT_AWARD_NOT_REQUESTED"
    ask(case, case.broker)
    assert all_seen(case, arbitrator) == before
    again = case.broker.refused("RequestConsentAward", name=case.name, etag=case.dispute.etag)
    assert again.reason == "CONSENT_AWARD_ASKED"
    ask(case, case.client)
    seen = case.seen_by(arbitrator)
    agreed = seen.arbitration.consent_award
    assert agreed.amount.units == 900
    assert agreed.text == case.agreement.text
    assert agreed.agreement_sha256 == case.agreement.sha256
    assert [payment.amount.units for payment in agreed.schedule] == [900]
    shown = arbitrator.do("GetDocument", name=f"{case.name}/documents/agreed-terms")
    assert shown.text == agreed.text and shown.sha256 == agreed.agreement_sha256
    text = all_seen(case, arbitrator)
    # The conditions are part of what was signed; the offer that was rejected is nobody's business.
    assert SECRET in text and REJECTED not in text


def test_it_is_awarded_paid_and_satisfied(settled, office):
    case, arbitrator = settled, office.arbitrator
    ask(case, case.client)
    ask(case, case.broker)
    issue(case, arbitrator)
    assert case.status == "AWARD_ISSUED"
    award = case.seen_by(arbitrator).arbitration.award
    assert stubs.enum_name("AwardForm", award.form) == "CONSENT"
    assert award.total.units == award.due_to_claimant.units == 900
    assert not award.items
    for who in (arbitrator, case.broker, case.client):
        assert who.do("GetQuote", name=f"{case.name}/quote").balance.units == 900
    case.act(
        case.broker,
        "PostPayment",
        amount=euros(900),
        value_date=office.day(0),
        method="PAYMENT_METHOD_BANK_TRANSFER",
        bank_reference="AGREED-1",
    )
    office.advance(days=40)
    dispute = case.dispute
    assert stubs.enum_name("Status", dispute.status) == "CLOSED"
    assert stubs.enum_name("Outcome", dispute.outcome) == "AWARD_SATISFIED"


def test_declined_the_settlement_goes_on(settled, office):
    case, arbitrator = settled, office.arbitrator
    ask(case, case.client)
    ask(case, case.broker)
    case.act(
        arbitrator,
        "DeclineConsentAward",
        reason="It binds somebody who is no party.",
        etag=case.seen_by(arbitrator).etag,
    )
    assert not case.seen_by(arbitrator).arbitration.HasField("consent_award")
    assert stubs.enum_name("SettlementState", case.dispute.settlement_state) == "PERFORMING"
    ask(case, case.client)


def test_sums_of_an_award_by_consent_are_not_typed_in(settled, office):
    case, arbitrator = settled, office.arbitrator
    case.hear(arbitrator)
    refusal = arbitrator.refused(
        "IssueAward",
        name=case.name,
        items=[{"item": 1, "disposition": "DISPOSITION_GRANTED", "amount": euros(1000)}],
        pay_by_date=office.day(30),
        form="AWARD_FORM_CONSENT",
        text="As agreed.",
        etag=case.seen_by(arbitrator).etag,
    )
    assert refusal.bad_fields == ["form"]
