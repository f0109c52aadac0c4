"""A plan that is not performed: who signed what, what is late in time, and what follows on default."""

import pytest

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import euros


def money(cents: int):
    return euros(cents // 100, cents % 100)


@pytest.fixture
def plan(office):
    """10,000.00 in three instalments, agreed and signed: 5 days of grace, 10 to cure, acceleration."""
    items = [{"number": 1, "reference": f"PLAN-{office.now.timestamp()}", "due_date": office.day(-40),
              "amount": euros(10_000)}]
    case = Case.filed(office, items=items)
    client = case.invite_client()
    terms = {
        "kind": "OFFER_KIND_PLAN",
        "amount": euros(10_000),
        "schedule": [
            {"due_date": office.day(day), "amount": money(cents)}
            for day, cents in ((10, 333_333), (40, 333_333), (70, 333_334))
        ],
        "expires_in_days": 10,
        "default_clause": {"grace_days": 5, "cure_days": 10, "remedy": "REMEDY_ACCELERATE"},
    }
    offer = case.act(client, "MakeOffer", terms=terms).created
    etag = case.broker.do("GetOffer", name=offer).etag
    case.act(case.broker, "AcceptOffer", offer=offer, etag=etag)
    agreement = client.do("GetAgreement", name=f"{case.name}/agreement")
    assert "within 10 days of the default" in agreement.text
    sign = {"authority": "AUTHORITY_OFFICER", "etag": agreement.etag}
    other = case.broker.refused(
        "SignAgreement", name=case.name, sha256="0" * 64, signer_name="A Broker", **sign
    )
    assert other.reason == "SIGNATURE_HASH_MISMATCH"
    for who in (case.broker, client):
        case.act(who, "SignAgreement", sha256=agreement.sha256, signer_name="A Name", **sign)
    assert settlement(case) == "PERFORMING"
    return case


def settlement(case) -> str:
    return stubs.enum_name("SettlementState", case.dispute.settlement_state)


def pay(case, cents: int, reference: str):
    return case.act(
        case.broker,
        "PostPayment",
        amount=money(cents),
        value_date=case.office.day(0),
        method="PAYMENT_METHOD_BANK_TRANSFER",
        bank_reference=reference,
    )


def elect(case, remedy="REMEDY_ACCELERATE"):
    return case.broker.refused("ElectRemedy", name=case.name, remedy=remedy, etag=case.etag)


def test_late_within_the_grace_is_in_time_and_twice_is_a_credit(plan):
    office = plan.office
    pay(plan, 333_333, "one")
    office.advance(days=44)
    pay(plan, 333_333, "two")
    office.advance(days=3)
    assert settlement(plan) == "PERFORMING"
    pay(plan, 333_334, "three")
    again = plan.broker.refused(
        "PostPayment",
        name=plan.name,
        amount=money(333_334),
        value_date=office.day(0),
        method="PAYMENT_METHOD_BANK_TRANSFER",
        bank_reference="three",
    )
    assert again.code in (StatusCode.ALREADY_EXISTS, StatusCode.FAILED_PRECONDITION)
    assert plan.status == "CLOSED"


def test_the_rest_falls_due_once_the_time_to_cure_is_over(plan):
    office = plan.office
    assert elect(plan).reason == "NOT_IN_DEFAULT"
    pay(plan, 333_333, "first")
    office.advance(days=46)
    assert settlement(plan) == "DEFAULTED"
    refusal = elect(plan)
    assert refusal.code == StatusCode.FAILED_PRECONDITION
    assert refusal.reason == "CURE_PERIOD_RUNNING" and refusal.metadata["earliest_time"]
    assert plan.client.refused(
        "ElectRemedy", name=plan.name, remedy="REMEDY_ACCELERATE", etag=plan.seen_by(plan.client).etag
    ).code == StatusCode.PERMISSION_DENIED
    office.advance(days=11)
    assert elect(plan, "REMEDY_REINSTATE").reason == "REMEDY_NOT_AGREED"
    plan.act(plan.broker, "ElectRemedy", remedy="REMEDY_ACCELERATE", etag=plan.etag)
    assert (plan.quote().units, plan.quote().nanos) == (6_666, 670_000_000)
    pay(plan, 666_667, "rest")
    assert plan.status == "CLOSED"
    assert stubs.enum_name("Outcome", plan.dispute.outcome) == "SETTLED_PERFORMED"


def test_cured_in_time_the_plan_goes_on(plan):
    plan.office.advance(days=16)
    assert settlement(plan) == "DEFAULTED"
    pay(plan, 333_333, "late")
    assert settlement(plan) == "PERFORMING"
    assert elect(plan).reason == "NOT_IN_DEFAULT"
