"""Sums that were decided: interest until they are paid, brackets nobody tells the arbitrator of, and what
enforcement brings."""

import uuid

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import euros


def money(cents: int, currency: str = "EUR") -> dict:
    return {"currency_code": currency, "units": cents // 100, "nanos": cents % 100 * 10_000_000}


def cents(amount) -> int:
    return amount.units * 100 + amount.nanos // 10_000_000


def claim(office, amount=1_000_000, currency="EUR", **changes) -> Case:
    items = [{"number": 1, "reference": f"D-{uuid.uuid4().hex[:8]}", "due_date": office.day(-40),
              "amount": money(amount, currency)}]
    case = Case.filed(office, items=items, **changes)
    case.invite_client()
    return case


def heard(office, before=None) -> Case:
    """Up to a closed record; `before` is done once an arbitrator of its own sits."""
    case = claim(office)
    case.arbitrator = office.join("ROLE_ARBITRATOR", "Alma Just")
    office.administrator.do("AddToPanel", member=case.arbitrator.member, seats=["SEAT_ARBITRATOR"])
    case.demand()
    case.contest(case.client)
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    office.advance(days=15)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(case.client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    case.appoint(case.arbitrator)
    if before:
        before(case)
    case.hear(case.arbitrator)
    return case


def award(case, amount=600_000, **fields):
    office = case.office
    return case.act(
        case.arbitrator, "IssueAward",
        items=[{"item": 1, "disposition": "DISPOSITION_GRANTED_IN_PART", "amount": money(amount)}],
        interest=money(10_000), costs=money(20_000), pay_by_date=office.day(30),
        form="AWARD_FORM_REASONED", text="The respondent pays most of it.",
        etag=case.seen_by(case.arbitrator).etag, **fields)


def post(case, amount, reference, **fields):
    return case.act(case.broker, "PostPayment", amount=money(amount), value_date=case.office.day(0),
                    method="PAYMENT_METHOD_BANK_TRANSFER", bank_reference=reference, **fields)


def bound(case, who, **fields):
    return case.act(who, "AgreeAwardBound", etag=case.seen_by(who).etag, **fields)


def quote(case, who=None):
    answer = (who or case.broker).do("GetQuote", name=f"{case.name}/quote")
    assert sum(cents(line.amount) for line in answer.lines) == cents(answer.balance)
    return answer


def test_interest_at_the_rate_awarded_until_it_is_paid(office):
    case = heard(office)
    refused = case.arbitrator.refused(
        "IssueAward", name=case.name,
        items=[{"item": 1, "disposition": "DISPOSITION_GRANTED", "amount": money(1_000_000)}],
        pay_by_date=office.day(30), form="AWARD_FORM_STANDARD", text="As claimed.",
        etag=case.seen_by(case.arbitrator).etag,
        interest_after={"profile": "uk-1998-2026.1"})
    assert refused.code == StatusCode.INVALID_ARGUMENT
    award(case, interest_after={"profile": "contract-2026.1", "rate_basis_points": 500})
    assert cents(quote(case).balance) == 630_000
    office.advance(days=30 + 73)
    answer = quote(case)
    assert cents(answer.balance) == 636_300
    assert [segment.days for segment in answer.segments] == [73]
    assert case.status == "AWARD_UNPAID"
    post(case, 630_000, "sum")
    assert case.status == "AWARD_UNPAID" and cents(quote(case).balance) == 6_300
    # What is left of it still bears.
    office.advance(days=365)
    assert cents(quote(case).balance) == 6_615
    post(case, 6_615, "rest")
    assert case.status == "CLOSED"
    case.act(case.broker, "ReversePayment", payment=f"{case.name}/payments/2", reason="Charged back.",
             etag=case.etag)
    assert case.status != "CLOSED" and cents(quote(case).balance) == 6_615
    for posting in case.broker.pages("ListPostings", "postings", parent=case.name):
        assert sum(cents(line.amount) for line in posting.lines) == 0


def test_a_bracket_is_hidden_from_the_arbitrator_until_it_makes_the_award_another(office):
    def agree(case):
        for who in (case.broker, case.client):
            bound(case, who, low=money(700_000), high=money(900_000))
        arbitrator = case.arbitrator
        seen = b"".join(
            each.SerializeToString() for each in
            [arbitrator.do("GetDispute", name=case.name),
             arbitrator.do("GetDocument", name=f"{case.name}/documents/brief")]
            + case.entries(arbitrator, view="ENTRY_VIEW_FULL")
            + arbitrator.pages("SearchEntries", "results", parent=case.name, query="bracket"))
        for word in (b"7,000.00", b"700000", b"AWARD_BOUND", b"bracket", b"BOUND_AGREED"):
            assert word not in seen, word

    case = heard(office, agree)
    award(case)
    assert cents(quote(case).balance) == 700_000
    record = case.seen_by(case.arbitrator).arbitration.award
    assert stubs.enum_name("AwardBoundKind", record.bounded_by) == "HIGH_LOW"
    assert cents(record.bounded_amount) == 700_000 and cents(record.total) == 630_000
    assert "AWARD_BOUNDED" in case.events(case.arbitrator)
    assert "AWARD_BOUND_AGREED" not in case.events(case.arbitrator)


def test_the_closer_final_offer_becomes_the_award(office):
    def offer(case):
        bound(case, case.broker, final_offer=money(900_000))
        bound(case, case.client, final_offer=money(450_000))

    case = heard(office, offer)
    award(case)
    assert cents(quote(case).balance) == 450_000
    office.advance(days=21)
    post(case, 450_000, "offer")
    assert case.status == "CLOSED"
    assert stubs.enum_name("Outcome", case.dispute.outcome) == "AWARD_SATISFIED"


def test_a_bracket_the_award_lies_in_is_never_told(office):
    def agree(case):
        for who in (case.broker, case.client):
            bound(case, who, low=money(100_000), high=money(900_000))

    case = heard(office, agree)
    award(case)
    assert cents(quote(case).balance) == 630_000
    assert not any("BOUND" in event for event in case.events(case.arbitrator))


def judgment(office, **fields) -> Case:
    case = claim(office, currency="USD", jurisdiction="US-NY", clauses=())
    case.act(case.broker, "SendReminder", channel="CHANNEL_EMAIL", text="Please pay.")
    case.act(case.broker, "ServeDemand", amount=money(1_000_000, "USD"), grace_days=14,
             channel="CHANNEL_EMAIL", instructions="To the account on the invoice.", reminder=1)
    office.advance(days=15)
    case.act(case.broker, "AssessPath", choice="PATH_CHOICE_LAWSUIT", reason="It is worth it.")
    case.act(case.broker, "ReferCounsel", counsel="Quill and Quay", etag=case.etag)
    (approval,) = office.supervisor.pages("ListApprovals", "approvals", parent=case.name)
    case.act(office.supervisor, "GrantApproval", approval=approval.name)
    for step, more in (("RecordFiling", {}), ("RecordService", {}),
                       ("RecordJudgment", {"amount": money(1_000_000, "USD")} | fields)):
        paper = case.exhibit(case.broker, f"%PDF-1.7 {step}".encode(), step)
        record = {"document": paper.name, "event_date": office.day(0)}
        if step != "RecordService":
            record |= {"court": "Supreme Court", "court_number": "118/26"}
        case.act(case.broker, step, record=record, **more)
    return case


def test_garnishment_is_held_to_the_cap_and_what_it_brings_is_told_apart(office):
    case = judgment(office, interest_after={"profile": "contract-2026.1", "rate_basis_points": 900})
    paper = case.exhibit(case.broker, b"%PDF-1.7 writ", "Writ")
    record = {"document": paper.name, "event_date": office.day(0)}

    def garnish(earnings, withheld):
        return {"record": record, "kind": "ENFORCEMENT_KIND_GARNISHMENT",
                "garnishment": {"disposable_earnings": money(earnings, "USD"),
                                "withheld": money(withheld, "USD"), "period": "EARNINGS_PERIOD_WEEK"}}

    for earnings, cap in ((64_000, 16_000), (25_000, 3_250)):
        above = case.broker.refused("RecordEnforcement", name=case.name, **garnish(earnings, cap + 1))
        assert above.reason == "GARNISHMENT_ABOVE_CAP"
        case.act(case.broker, "RecordEnforcement", **garnish(earnings, cap))
    kept = case.dispute.legal_action.garnishments
    assert [cents(each.cap) for each in kept] == [16_000, 3_250]
    fields = {"amount": money(16_000, "USD"), "value_date": office.day(0),
              "method": "PAYMENT_METHOD_OTHER"}
    assert case.broker.refused("PostPayment", name=case.name, bank_reference="E-9", enforcement=9,
                               **fields).reason == "NO_SUCH_ENFORCEMENT"
    case.act(case.broker, "PostPayment", bank_reference="E-1", enforcement=1, **fields)
    assert [cents(each) for each in case.dispute.legal_action.enforcement_receipts] == [16_000, 0]
    assert cents(case.quote()) == 984_000
    office.advance(days=73)
    assert cents(case.quote()) == 984_000 + 984_000 * 9 * 73 // 36_500
