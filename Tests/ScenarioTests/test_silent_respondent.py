"""A respondent who never answers: every clock fires by itself, from the reminders to counsel."""

from parley_client import stubs
from parley_client.case import Case

CLAUSES = ("CLAUSE_ARBITRATION", "CLAUSE_MEDIATION_FIRST")


def due(case, kind: str):
    """When a deadline of this kind is due, as the dispute tells before it is."""
    return next(
        each.due_time
        for each in case.dispute.deadlines
        if stubs.enum_name("DeadlineKind", each.kind) == kind
    )


def remind_as_due(case) -> None:
    """Sends the first reminder and then each one when it is due; nothing is sent by itself."""
    case.act(case.broker, "SendReminder", channel="CHANNEL_LETTER", text="Did our invoice arrive?")
    for number in (2, 3, 4):
        case.office.advance(days=8)
        assert len(case.dispute.reminders) == number - 1
        overdue = next(each for each in case.dispute.deadlines if each.rule == "T4")
        assert overdue.number == number
        assert overdue.due_time.ToDatetime() < case.office.now.replace(tzinfo=None)
        case.act(case.broker, "SendReminder", channel="CHANNEL_LETTER")
    assert not [each for each in case.dispute.deadlines if each.rule == "T4"]


def test_every_clock_fires_by_itself(office):
    case = Case.filed(office, clauses=CLAUSES)
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    told = []

    def wait(kind: str, days: int, status: str) -> None:
        told.append(due(case, kind))
        office.advance(days=days)
        assert case.status == status

    remind_as_due(case)
    case.act(
        case.broker,
        "ServeDemand",
        amount=case.quote(),
        grace_days=14,
        channel="CHANNEL_LETTER",
        instructions="To the account on the invoice.",
        reminder=4,
    )
    wait("GRACE", 15, "GRACE_EXPIRED")
    refusal = case.broker.refused(
        "DemandArbitration",
        name=case.name,
        basis="ARBITRATION_BASIS_CONTRACT_CLAUSE",
        agreement_exhibit=contract.name,
        mediation_first="MEDIATION_FIRST_REFUSED",
        fee_reference="FEE-7",
        relief="The invoices and costs.",
        etag=case.etag,
    )
    assert refusal.reason == "MEDIATION_FIRST_UNMET"
    case.act(case.broker, "ProposeMediation")
    wait("MEDIATION_CONSENT", 15, "NEGOTIATION_IMPASSE")
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_REFUSED")
    wait("ANSWER", 15, "DEFAULT_ELIGIBLE")
    case.act(case.broker, "RequestDefault")
    assert case.status == "ANSWERED"
    assert case.dispute.arbitration.by_default
    case.appoint(office.arbitrator)
    case.hear(office.arbitrator)
    case.award(office.arbitrator, 1200, 50)
    wait("CORRECTION_WINDOW", 21, "AWARD_FINAL")
    wait("PAY_BY", 12, "AWARD_UNPAID")
    case.act(
        case.broker, "AssessPath", choice="PATH_CHOICE_COUNSEL", reason="An award is unpaid."
    )
    case.act(case.broker, "ReferCounsel", counsel="M. Reis", etag=case.etag)
    approval = case.dispute.pending_approvals[0].name
    case.act(office.supervisor, "GrantApproval", approval=approval)
    assert case.status == "COUNSEL_REFERRED"

    fired = [each for each in case.entries(filter="compartment = CASE") if not each.actor]
    assert [each.event for each in fired] == [
        "GRACE_EXPIRED",
        "MEDIATION_LAPSED",
        "ANSWER_LAPSED",
        "AWARD_FINAL",
        "AWARD_UNPAID",
    ]
    assert [each.effective_time for each in fired] == told
    assert [each.transition.rule for each in fired] == ["T7", "T11", "T16", "T19", "T20"]
    checks = case.broker.do("VerifyDocket", name=case.name, receipts=case.receipts[-100:]).chains
    assert not [defect for chain in checks for defect in chain.defects]
