"""Refusals: what the details say, and what they must not tell."""

import datetime

from grpc import StatusCode

from parley_client.case import Case
from parley_client.office import filing

MISSING = "disputes/00000000"


def test_an_act_at_the_wrong_stage_names_where_it_stands_and_what_is_allowed(case):
    refusal = case.broker.refused("RequestDefault", name=case.name)
    assert refusal.code == StatusCode.FAILED_PRECONDITION
    assert refusal.reason == "WRONG_STAGE"
    assert refusal.info.domain == "parley"
    assert refusal.metadata["current"] == "FILED"
    assert refusal.metadata["current_stage"] == "INTAKE"
    assert refusal.metadata["allowed"].split(",") == ["DEFAULT_ELIGIBLE"]
    assert refusal.metadata["rule"] == "T16"
    assert refusal.metadata["next_action"]
    assert [each.type for each in refusal.preconditions] == ["STAGE"]
    assert refusal.status.code == StatusCode.FAILED_PRECONDITION.value[0]
    assert refusal.status.message == refusal.message
    assert len(refusal.details) <= 4096


def test_an_act_that_is_too_early_names_the_earliest_time(office):
    case = Case.filed(office)
    exhibit = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    case.demand(grace_days=10)
    case.contest(case.invite_client())
    refusal = case.broker.refused(
        "DemandArbitration",
        name=case.name,
        basis="ARBITRATION_BASIS_CONTRACT_CLAUSE",
        agreement_exhibit=exhibit.name,
        mediation_first="MEDIATION_FIRST_NOT_REQUIRED",
        fee_reference="FEE-1",
        relief="All of it.",
        etag=case.etag,
    )
    assert (refusal.code, refusal.reason) == (StatusCode.FAILED_PRECONDITION, "GRACE_RUNNING")
    assert [each.type for each in refusal.preconditions] == ["DEADLINE"]
    earliest = datetime.datetime.fromisoformat(refusal.metadata["earliest_time"])
    grace = case.dispute.demands[0].grace_end_time.ToDatetime(tzinfo=datetime.timezone.utc)
    assert earliest == grace
    assert datetime.timedelta(days=10) <= grace - office.now <= datetime.timedelta(days=11)


def test_a_wrong_role_is_refused_as_such(office, case):
    client = case.invite_client()
    refusal = client.refused("SendReminder", name=case.name, channel="CHANNEL_EMAIL")
    assert (refusal.code, refusal.reason) == (StatusCode.PERMISSION_DENIED, "NOT_PERMITTED")
    assert "CLAIMANT" in refusal.metadata["needs"]
    refusal = client.refused(
        "CreateOrganization",
        display_name="Mine",
        kind="ORGANIZATION_KIND_BROKERAGE",
        zone="Europe/Lisbon",
    )
    assert (refusal.code, refusal.reason) == (StatusCode.PERMISSION_DENIED, "ROLE_REQUIRED")


def test_a_dispute_of_others_is_refused_like_a_missing_one(office, case):
    stranger = office.stranger
    acts = {
        "GetDispute": {},
        "FileDispute": {},
        "WithdrawDispute": {"etag": "x"},
        "VerifyDocket": {},
        "SendReminder": {"channel": "CHANNEL_EMAIL"},
    }
    for method, fields in acts.items():
        hidden = stranger.refused(method, name=case.name, **fields)
        missing = stranger.refused(method, name=MISSING, **fields)
        assert hidden.code == StatusCode.NOT_FOUND, method
        assert hidden.seen == missing.seen, method
    for method in ("ListEntries", "ListExhibits", "ListOffers", "ListHeads", "ListPayments"):
        hidden = stranger.refused(method, parent=case.name)
        assert hidden.seen == stranger.refused(method, parent=MISSING).seen, method
        assert hidden.code == StatusCode.NOT_FOUND, method
    hidden = stranger.refused_stream("Watch", name=case.name)
    assert hidden.seen == stranger.refused_stream("Watch", name=MISSING).seen
    assert hidden.code == StatusCode.NOT_FOUND
    for suffix in ("quote", "agreement", "offers/1"):
        method = {"quote": "GetQuote", "agreement": "GetAgreement"}.get(suffix, "GetOffer")
        hidden = stranger.refused(method, name=f"{case.name}/{suffix}")
        assert hidden.seen == stranger.refused(method, name=f"{MISSING}/{suffix}").seen
    assert case.name not in [each.name for each in stranger.pages("ListDisputes", "disputes")]


def test_a_draft_is_hidden_from_the_administrator(office):
    draft = Case(office)
    hidden = office.administrator.refused("GetDispute", name=draft.name)
    assert hidden.seen == office.administrator.refused("GetDispute", name=MISSING).seen
    draft.act(draft.broker, "FileDispute")
    assert office.administrator.do("GetDispute", name=draft.name).name == draft.name


def test_a_stale_etag_is_refused_as_aborted(case):
    etag = case.etag
    case.act(case.broker, "SendReminder", channel="CHANNEL_EMAIL", text="Please pay.", etag=etag)
    refusal = case.broker.refused(
        "SendReminder", name=case.name, channel="CHANNEL_EMAIL", text="Again.", etag=etag
    )
    assert (refusal.code, refusal.reason) == (StatusCode.ABORTED, "STALE")
    assert len(case.dispute.reminders) == 1
    case.act(case.broker, "SendReminder", channel="CHANNEL_EMAIL", text="Again.", etag=case.etag)
    assert len(case.dispute.reminders) == 2


def test_all_bad_fields_are_named_at_once(office):
    fields = filing(office, jurisdiction="", limitation_source="", debtor_kind=0)
    fields["claimant"] = {}
    fields["items"][0]["amount"] = {"currency_code": "EUR", "units": 1, "nanos": 1}
    refusal = office.broker.refused("CreateDispute", **fields)
    assert (refusal.code, refusal.reason) == (StatusCode.INVALID_ARGUMENT, "INVALID_FIELDS")
    assert {
        "jurisdiction",
        "limitation_source",
        "debtor_kind",
        "claimant.display_name",
        "items[1].amount.nanos",
    } <= set(refusal.bad_fields)
    assert len(refusal.details) <= 4096


def test_a_name_that_is_none_is_a_bad_field(office):
    for name in ("", "disputes/", "dispute/abc", "disputes/00000001", "disputes/a/b"):
        refusal = office.broker.refused("GetDispute", name=name)
        assert refusal.code in (StatusCode.INVALID_ARGUMENT, StatusCode.NOT_FOUND), name
    refusal = office.broker.refused("GetDispute", name="")
    assert (refusal.code, refusal.bad_fields) == (StatusCode.INVALID_ARGUMENT, ["name"])
