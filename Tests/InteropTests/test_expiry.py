"""What runs out: limitation found in a table, alerts, judgments, reminders and rules of contact."""

import datetime

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import euros, filing
from parley_client.watching import Watching

UTC = datetime.timezone.utc


def table_filing(office, jurisdiction="US-WA", **changes):
    fields = filing(office, jurisdiction=jurisdiction, **changes)
    del fields["limitation_date"], fields["limitation_source"]
    return fields


def table_case(office, **changes) -> Case:
    fields = table_filing(office, **changes)
    case = Case.__new__(Case)
    case.office, case.broker, case.receipts, case.client = office, office.broker, [], None
    case.name = case.act(case.broker, "CreateDispute", **fields).dispute.name
    case.act(case.broker, "FileDispute")
    return case


def due(case, kind, who=None):
    found = [
        each
        for each in case.seen_by(who or case.broker).deadlines
        if stubs.enum_name("DeadlineKind", each.kind) == kind
    ]
    return found[0] if found else None


def day(date) -> datetime.date:
    return datetime.date(date.year, date.month, date.day)


def test_a_limitation_is_found_in_the_table_and_says_how(office):
    case = table_case(office)
    dispute = case.dispute
    item = day(dispute.items[0].due_date)
    assert day(dispute.limitation_date) == item.replace(year=item.year + 6)
    basis = due(case, "LIMITATION").reckoning.limitation
    assert (basis.table, basis.jurisdiction, basis.item) == ("limitation-2026", "US-WA", 1)
    assert basis.source.startswith("RCW 4.16.040")
    assert basis.period_months == 72
    assert day(basis.start_date) == item
    assert stubs.enum_name("Confidence", basis.confidence) == "VERIFIED"
    assert basis == dispute.limitation_basis
    stated = Case.filed(office)
    told = due(stated, "LIMITATION").reckoning
    assert not told.HasField("limitation")
    assert told.stated_because == "Civil Code, art. 309"


def test_a_part_payment_begins_it_anew_and_everybody_sees_why(office):
    case = table_case(office)
    today = office.day(0)
    case.act(
        case.broker,
        "PostPayment",
        amount=euros(100),
        value_date=today,
        method="PAYMENT_METHOD_BANK_TRANSFER",
        bank_reference="WA-1",
    )
    basis = case.dispute.limitation_basis
    assert stubs.enum_name("LimitationRestart", basis.begun_by) == "PART_PAYMENT"
    assert day(basis.begun_date) == day_of(today)
    assert day(case.dispute.limitation_date).year == today["year"] + 6
    assert "LIMITATION_MOVED" in case.events()


def day_of(fields) -> datetime.date:
    return datetime.date(**fields)


def test_what_the_table_does_not_know_is_refused_with_field_and_remedy(office):
    refusal = office.broker.refused("CreateDispute", **table_filing(office, jurisdiction="PT"))
    assert refusal.code == StatusCode.INVALID_ARGUMENT
    assert refusal.bad_fields == ["limitation_date"]
    assert "limitation_source" in str(refusal)
    fields = filing(office, limitation_source="")
    assert office.broker.refused("CreateDispute", **fields).bad_fields == ["limitation_source"]
    contract = {"form": "CONTRACT_FORM_VERBAL", "type": "CONTRACT_TYPE_CARRIAGE_CMR"}
    fields = table_filing(office, jurisdiction="PT", contract=contract)
    assert office.broker.refused("CreateDispute", **fields).bad_fields == ["contract.made_date"]
    made = office.day(-100)
    fields = table_filing(office, jurisdiction="PT", contract=contract | {"made_date": made})
    dispute = office.broker.do("CreateDispute", **fields).dispute
    assert dispute.limitation_basis.delay_months == 3
    assert dispute.limitation_basis.jurisdiction == "*"


def test_the_claimant_alone_is_alerted_and_once(office):
    case = Case.filed(office, limitation_date=office.day(91), limitation_source="A clause")
    client = case.invite_client()
    limit = due(case, "LIMITATION").due_time
    assert not any(each.event == "EXPIRY_ALERTED" for each in case.entries(client))
    with (
        Watching(case.broker, case.name, from_now=True) as watch,
        Watching(client, case.name, from_now=True) as other,
    ):
        watch.until_current()
        other.until_current()
        office.advance(days=2)
        entry = watch.entries(1)[0].entry
        assert entry.event == "EXPIRY_ALERTED"
        expected = limit.ToDatetime() - datetime.timedelta(days=90)
        assert entry.effective_time.ToDatetime() == expected
        office.advance(days=1)
        case.act(case.broker, "SendReminder", channel="CHANNEL_LETTER")
        assert other.entries(1)[0].entry.event == "REMINDER_SENT"
    alert = case.dispute.expiry_alert
    assert (alert.days_before, alert.end_time) == (90, limit)
    assert not case.seen_by(client).HasField("expiry_alert")
    listed = case.broker.pages("ListDisputes", "disputes", filter="waiting_on = me AND open = true")
    assert case.name in [each.name for each in listed]
    alerts = [each for each in case.entries() if each.event == "EXPIRY_ALERTED"]
    # The one that was missed when it was drafted, and this one.
    assert [each.title.split(": ")[-1] for each in alerts] == ["180 days left", "90 days left"]
    assert {stubs.enum_name("Compartment", each.compartment) for each in alerts} == {
        "PARTY_PRIVATE_CLAIMANT"
    }


def test_the_next_reminder_waits_for_the_claimant_and_a_reported_payment_makes_it_wait(office):
    case = Case.filed(office)
    client = case.invite_client()
    case.act(case.broker, "SendReminder", channel="CHANNEL_LETTER")
    first = due(case, "REMINDER")
    assert (first.number, first.rule, first.reckoning.period_days) == (2, "T4", 7)
    assert due(case, "REMINDER", client) is None
    office.advance(days=9)
    assert [each.event for each in case.entries()].count("REMINDER_SENT") == 1
    soon = case.broker.pages(
        "ListDeadlines", "deadlines", parent="disputes/-", filter='due_time < "2200-01-01T00:00:00Z"'
    )
    assert any(each.dispute == case.name and each.number == 2 for each in soon)
    case.act(client, "ReportPayment", amount=euros(10), pay_date=office.day(0))
    refusal = case.broker.refused("SendReminder", name=case.name, channel="CHANNEL_LETTER")
    assert refusal.reason == "REMINDERS_PAUSED"
    until = case.dispute.reminders_paused_until_time
    assert refusal.metadata["earliest_time"] == until.ToJsonString()
    assert due(case, "REMINDER").due_time == until
    office.advance(days=8)
    case.act(case.broker, "SendReminder", channel="CHANNEL_LETTER")
    assert due(case, "REMINDER").number == 3


def consumer(office, **changes) -> Case:
    return table_case(
        office,
        jurisdiction="US-NY",
        debtor_kind="DEBTOR_KIND_INDIVIDUAL",
        collector_kind="COLLECTOR_KIND_THIRD_PARTY",
        respondent={
            "display_name": "Ned Debtor",
            "email": "ned@debtor.example",
            "time_zone": "Pacific/Kiritimati",
        },
        **changes,
    )


def test_rules_of_contact_bind_whom_they_bind(office):
    case = consumer(office)
    client = case.invite_client("Ned Debtor")
    assert case.dispute.respondent.time_zone == "Pacific/Kiritimati"
    case.act(client, "StateContactWishes", wishes={"opted_out_channels": ["CHANNEL_LETTER"]})
    refusal = case.broker.refused("SendReminder", name=case.name, channel="CHANNEL_LETTER")
    assert refusal.code == StatusCode.FAILED_PRECONDITION
    assert refusal.reason == "CHANNEL_OPTED_OUT"
    assert refusal.metadata["rule"].startswith("T4, 12 CFR 1006.14(h)")
    case.act(client, "StateContactWishes", wishes={"ceases": True}, text="Leave me alone.")
    refusal = case.broker.refused("SendReminder", name=case.name, channel="CHANNEL_EMAIL")
    assert refusal.reason == "CONTACT_CEASED"
    # Fourteen hours ahead of UTC: eight there is six in the evening before, in UTC.
    case.act(client, "StateContactWishes")
    now = office.now
    local = now + datetime.timedelta(hours=14)
    night = local.replace(hour=22, minute=0, second=0, microsecond=0)
    if night <= local:
        night += datetime.timedelta(days=1)
    office.advance(seconds=(night - local).total_seconds())
    refusal = case.broker.refused("SendReminder", name=case.name, channel="CHANNEL_TELEPHONE")
    assert refusal.reason == "CONTACT_HOURS"
    assert refusal.metadata["earliest_time"].endswith("T18:00:00Z")
    free = Case.filed(office)
    free.act(free.broker, "SendReminder", channel="CHANNEL_TELEPHONE")
    fields = filing(office)
    fields["respondent"] = fields["respondent"] | {"time_zone": "Mars/Olympus"}
    assert office.broker.refused("CreateDispute", **fields).bad_fields == ["respondent.time_zone"]


def test_a_threat_is_refused_and_named(office, case):
    refusal = case.broker.refused(
        "SendReminder", name=case.name, channel="CHANNEL_EMAIL", text="Pay or you will be arrested."
    )
    assert refusal.code == StatusCode.INVALID_ARGUMENT
    assert refusal.bad_fields == ["text"]
    assert "you will be arrested" in str(refusal)


def test_what_if_is_counted_by_the_rules_of_the_dispute(office):
    case = Case.filed(office, rule_profile="finra-like-2026.1")
    before = case.events()
    asked = {"name": case.name, "kind": "DEADLINE_KIND_ANSWER"}
    told = case.broker.do(
        "SimulateDeadline",
        trigger_date={"year": 2026, "month": 11, "day": 12},
        days=14,
        **asked,
    )
    # Thanksgiving, and the day after is none.
    assert [each.why for each in told.reckoning.rest_days] == ["Thanksgiving Day"]
    assert day(told.reckoning.last_date) == datetime.date(2026, 11, 27)
    ruled = case.broker.do(
        "SimulateDeadline",
        trigger_date={"year": 2026, "month": 11, "day": 12},
        channel="CHANNEL_LETTER",
        **asked,
    )
    assert (ruled.reckoning.period_days, ruled.reckoning.service_days) == (45, 3)
    assert case.events() == before
    unknown = case.broker.refused(
        "SimulateDeadline",
        name=case.name,
        kind="DEADLINE_KIND_PAY_BY",
        trigger_date={"year": 2026, "month": 11, "day": 12},
    )
    assert unknown.bad_fields == ["days"]
    refusal = office.stranger.refused(
        "SimulateDeadline", trigger_date={"year": 2026, "month": 11, "day": 12}, **asked
    )
    assert refusal.code == StatusCode.NOT_FOUND


def test_a_judgment_expires_and_is_renewed(office):
    case = Case.filed(office, clauses=())
    case.demand(grace_days=5)
    office.advance(days=7)
    case.act(
        case.broker, "AssessPath", choice="PATH_CHOICE_LAWSUIT", reason="No answer to a demand."
    )
    case.act(case.broker, "ReferCounsel", counsel="M. Reis", etag=case.etag)
    case.act(office.supervisor, "GrantApproval", approval=pending(case))

    def record(**more):
        paper = case.exhibit(case.broker, b"%PDF-1.7 a paper of the court", "Paper")
        return {"document": paper.name, "event_date": office.day(0)} | more

    court = {"court": "Juizo Local de Lisboa", "court_number": "118/26"}
    case.act(case.broker, "RecordFiling", record=record(**court))
    case.act(case.broker, "RecordService", record=record())
    case.act(
        case.broker,
        "RecordJudgment",
        record=record(**court),
        amount=euros(1200, 50),
        expire_date=office.day(40),
    )
    expiry = due(case, "JUDGMENT_EXPIRY")
    assert expiry.rule == "T23"
    office.advance(days=42)
    assert case.dispute.legal_action.judgment_expired
    fired = [each for each in case.entries() if each.event == "JUDGMENT_EXPIRED"]
    assert [each.effective_time for each in fired] == [expiry.due_time]
    levy = {"record": record(), "kind": "ENFORCEMENT_KIND_LEVY"}
    refusal = case.broker.refused("RecordEnforcement", name=case.name, **levy)
    assert refusal.reason == "JUDGMENT_EXPIRED"
    assert refusal.metadata["next_action"] == "RECORD_RENEWAL"
    case.act(case.broker, "RecordRenewal", record=record(), expire_date=office.day(3000))
    legal = case.dispute.legal_action
    assert not legal.judgment_expired
    assert [day(each.expire_date) for each in legal.renewals] == [day_of(office.day(3000))]
    case.act(case.broker, "RecordEnforcement", **levy)


def pending(case) -> str:
    return case.dispute.pending_approvals[0].name
