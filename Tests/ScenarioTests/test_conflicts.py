"""The register of relationships, and what is found when somebody is nominated."""

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case

SINCE = {"year": 2020, "month": 1, "day": 1}


def neutral(office, name: str):
    """Somebody new on the panel of mediators."""
    member = office.join("ROLE_MEDIATOR", name)
    office.administrator.do("AddToPanel", member=member.member, seats=["SEAT_MEDIATOR"])
    return member


def agreed(office, **changes) -> Case:
    """A dispute that waits for its mediator."""
    case = Case.filed(office, **changes)
    case.demand()
    client = case.invite_client(f"Clara {case.name[-4:]}")
    case.contest(client)
    office.advance(days=16)
    case.act(case.broker, "ProposeMediation")
    rules = case.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
    for party in (case.broker, client):
        case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
    return case


def check(case):
    return case.dispute.neutrals[-1].check


def disclose(case, who, conflict: bool) -> dict:
    return {
        "name": case.name,
        "has_conflict": conflict,
        "accepts_appointment": True,
        "text": "What there is to say.",
    }


def test_a_relationship_on_register_is_found_and_cannot_be_denied(office):
    case = agreed(office)
    nina = neutral(office, "Nina Near")
    kept = nina.do(
        "AddRelation",
        member=nina.member,
        kind="RELATION_KIND_FAMILY",
        counterpart="anchor  IMPORTS",
        since_date=SINCE,
        note="A cousin of the owner.",
    )
    case.act(office.administrator, "NominateNeutral", member=nina.member)
    found = check(case)
    assert [(stubs.enum_name("RelationKind", each.kind), each.count) for each in found.relations] == [
        ("FAMILY", 1)
    ]
    assert found.seats_with_claimant == 0
    title = next(each.title for each in case.entries() if each.event == "CONFLICTS_CHECKED")
    assert title.endswith("1 on register (family)")
    assert "cousin" not in str(case.entries()) and "cousin" not in str(case.dispute)
    refusal = nina.refused("DiscloseConflicts", **disclose(case, nina, False))
    assert (refusal.code, refusal.reason) == (
        StatusCode.FAILED_PRECONDITION,
        "CONFLICT_UNDISCLOSED",
    )
    assert refusal.metadata["kinds"] == "FAMILY"
    case.act(nina, "DiscloseConflicts", **disclose(case, nina, True))
    # Ended long ago, it counts no more: the rules of the dispute say how long it does.
    nina.do("EndRelation", name=kept.name, end_date=SINCE)
    other = agreed(office)
    other.act(office.administrator, "NominateNeutral", member=nina.member)
    assert not check(other).relations


def test_earlier_seats_are_counted_and_named_nowhere(office):
    nora = neutral(office, "Nora New")
    first = agreed(office)
    first.appoint(nora)
    second = agreed(office)
    second.act(office.administrator, "NominateNeutral", member=nora.member)
    assert check(second).seats_with_claimant == 1
    assert check(second).seats_with_respondent == 0
    assert first.name not in str(second.entries()) and first.name not in str(second.dispute)
    # Who only was nominated has not sat.
    third = agreed(office)
    third.act(office.administrator, "NominateNeutral", member=nora.member)
    assert check(third).seats_with_claimant == 1
    strict = agreed(office, rule_profile="finra-like-2026.1")
    second.act(nora, "DiscloseConflicts", **disclose(second, nora, False))
    office.advance(days=8)
    second.act(office.administrator, "AppointNeutral", member=nora.member)
    strict.act(office.administrator, "NominateNeutral", member=nora.member)
    refusal = nora.refused("DiscloseConflicts", **disclose(strict, nora, False))
    assert refusal.reason == "CONFLICT_UNDISCLOSED"
    assert refusal.metadata["kinds"] == "SEATS_WITH_CLAIMANT"


def test_the_register_is_the_administrators_and_ones_own(office):
    nina = neutral(office, "Nina Nigh")
    nora = neutral(office, "Nora Nigh")
    spec = {
        "member": nina.member,
        "kind": "RELATION_KIND_COUNSEL",
        "organization": office.organization,
        "since_date": SINCE,
    }
    kept = office.administrator.do("AddRelation", **spec)
    assert kept.keeper == office.administrator.member
    for stranger in (nora, office.broker):
        assert stranger.refused("AddRelation", **spec).code == StatusCode.PERMISSION_DENIED
        assert (
            stranger.refused("ListRelations", member=nina.member).code
            == StatusCode.PERMISSION_DENIED
        )
        assert stranger.refused("EndRelation", name=kept.name).code == StatusCode.NOT_FOUND
    assert [each.name for each in nina.pages("ListRelations", "relations")] == [kept.name]
    both = spec | {"counterpart": "Somebody"}
    assert office.administrator.refused("AddRelation", **both).bad_fields == ["counterpart"]
    client = spec | {"member": office.broker.member}
    assert office.administrator.refused("AddRelation", **client).bad_fields == ["member"]
    ended = nina.do("EndRelation", name=kept.name)
    assert ended.HasField("end_date")
    assert nina.refused("EndRelation", name=kept.name).code == StatusCode.ALREADY_EXISTS
