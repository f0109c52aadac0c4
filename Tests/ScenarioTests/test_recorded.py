"""A respondent who never signs in: from the filing to the award by recorded acts."""

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case

LETTER = b"%PDF-1.7 a letter on paper, signed by the respondent"


@pytest.fixture(scope="module")
def awarded(office) -> Case:
    case = Case.filed(office)
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    letter = case.exhibit(case.broker, LETTER, "Letter", kind="EXHIBIT_KIND_STATEMENT")
    act = {
        "side": "SIDE_RESPONDENT",
        "exhibit": letter.name,
        "received_time": office.now,
    }
    case.demand()
    case.contest(case.broker, recorded_for=act)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(
        office.administrator,
        "AnswerDemand",
        answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}],
        recorded_for=act,
    )
    case.appoint(office.arbitrator)
    case.hear(office.arbitrator)
    case.award(office.arbitrator, 1200, 50)
    case.letter = letter.name
    return case


def test_it_comes_to_an_award_and_nobody_but_the_recorded_spoke_for_the_respondent(awarded):
    assert awarded.status == "AWARD_ISSUED"
    dispute = awarded.dispute
    assert dispute.arbitration.award.total == dispute.balance
    assert not dispute.arbitration.by_default
    sides = [stubs.enum_name("Standing", each.standing) for each in dispute.people]
    assert "RESPONDENT" not in sides


def test_each_recorded_act_is_marked_and_no_other_is(awarded):
    marked = [each for each in awarded.entries() if each.HasField("recorded_for")]
    assert [each.event for each in marked] == ["RESPONDED", "DEMAND_ANSWERED"]
    for entry in marked:
        assert entry.recorded_for.side == 2
        assert entry.recorded_for.exhibit == awarded.letter
    assert [each.actor for each in marked] == [
        awarded.broker.member,
        awarded.office.administrator.member,
    ]


def test_the_award_becomes_final_and_then_unpaid_by_the_clock(awarded):
    awarded.office.advance(days=21)
    assert awarded.status == "AWARD_FINAL"
    awarded.office.advance(days=15)
    assert awarded.status == "AWARD_UNPAID"
    last = awarded.entries()[-1]
    assert (last.event, last.actor) == ("AWARD_UNPAID", "")


def test_what_binds_is_not_recorded_by_the_other_side(office):
    case = Case.filed(office)
    letter = case.exhibit(case.broker, LETTER, "Letter", kind="EXHIBIT_KIND_STATEMENT")
    act = {"side": "SIDE_RESPONDENT", "exhibit": letter.name, "received_time": office.now}
    case.demand()
    case.contest(case.broker, recorded_for=act)
    case.act(case.broker, "ProposeMediation")
    rules = case.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
    fields = {"ground_rules_sha256": rules.sha256, "recorded_for": act}
    refusal = case.broker.refused("ConsentMediation", name=case.name, **fields)
    assert refusal.code == StatusCode.FAILED_PRECONDITION
    assert refusal.reason == "BINDING_ACT_NEEDS_NEUTRAL"
    case.act(office.administrator, "ConsentMediation", **fields)
    case.act(case.broker, "ConsentMediation", ground_rules_sha256=rules.sha256)
    assert case.status == "MEDIATION_CONSENTED"


def test_nothing_is_recorded_for_a_party_that_has_an_account(office):
    case = Case.filed(office)
    letter = case.exhibit(case.broker, LETTER, "Letter", kind="EXHIBIT_KIND_STATEMENT")
    case.demand()
    case.invite_client()
    refusal = case.broker.refused(
        "Respond",
        name=case.name,
        answers=[{"item": 1, "kind": "ANSWER_KIND_ADMIT"}],
        recorded_for={
            "side": "SIDE_RESPONDENT",
            "exhibit": letter.name,
            "received_time": office.now,
        },
    )
    assert (refusal.code, refusal.reason) == (
        StatusCode.FAILED_PRECONDITION,
        "PARTY_HAS_ACCOUNT",
    )
    assert case.status == "DEMAND_SERVED"
