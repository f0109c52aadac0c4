"""Exact interest, part payment, a frozen rate: every figure to the cent, through the server."""

import datetime
import uuid

import pytest

from grpc import StatusCode

import ledger_reference
from parley_client import stubs
from parley_client.case import Case
from parley_client.office import filing
from parley_client.stubs import ROOT

UK = "uk-1998-2026.1"
CLAUSES = ("CLAUSE_ARBITRATION", "CLAUSE_INTEREST_RATE")


def money(currency: str, cents: int) -> dict:
    return {"currency_code": currency, "units": cents // 100, "nanos": cents % 100 * 10_000_000}


def cents(amount) -> int:
    return amount.units * 100 + amount.nanos // 10_000_000


def day(text: str) -> dict:
    date = datetime.date.fromisoformat(text)
    return {"year": date.year, "month": date.month, "day": date.day}


def claim(currency: str, amount: int, due: str) -> dict:
    mark = uuid.uuid4().hex[:8]
    return {"items": [{"number": 1, "reference": f"S1-{mark}", "due_date": day(due),
                       "amount": money(currency, amount)}]}


def london(office, profile=UK, amount=840_000) -> Case:
    return Case.filed(office, jurisdiction="GB", interest_profile=profile,
                      **claim("GBP", amount, "2024-03-31"))


def quote(case: Case, as_of: str, who=None):
    answer = (who or case.broker).do(
        "GetQuote", name=f"{case.name}/quote", as_of_date=day(as_of))
    # Whatever the figures, they sum to the cent.
    assert sum(cents(line.amount) for line in answer.lines) == cents(answer.balance)
    for total in answer.totals:
        assert cents(total.charged) - cents(total.paid) == cents(total.left)
    for payment in answer.allocations:
        parts = sum(cents(part.amount) for part in payment.parts)
        assert parts + cents(payment.credit) == cents(payment.amount)
    return answer


def left(answer, account: str) -> int:
    return next(
        cents(each.left) for each in answer.totals
        if stubs.enum_name("LedgerAccount", each.account) == account)


def interest(answer) -> list[int]:
    return [cents(segment.amount) for segment in answer.segments]


def post(case: Case, amount: int, value_date: str, currency="GBP", **fields):
    return {"amount": money(currency, amount), "value_date": day(value_date),
            "method": "PAYMENT_METHOD_BANK_TRANSFER", "bank_reference": f"B-{value_date}"} | fields


def test_uk_interest_to_the_cent(office):
    case = london(office)
    answer = quote(case, "2024-06-15")
    assert interest(answer) == [23_175]
    segment = answer.segments[0]
    assert (segment.days, segment.rate_basis_points) == (76, 1_325)
    assert (segment.reference_basis_points, segment.margin_basis_points) == (525, 800)
    assert "Bank of England" in segment.rate_source and not segment.provisional
    assert [cents(each.amount) for each in answer.compensations] == [7_000]
    assert cents(answer.balance) == 870_175
    again = quote(case, "2024-06-15")
    assert again.SerializeToString(deterministic=True) == answer.SerializeToString(
        deterministic=True)


def test_a_part_payment_by_either_policy_and_one_request_once(office):
    case = london(office)
    once = {"request_id": str(uuid.uuid4())}
    fields = post(case, 300_000, "2024-05-10")
    case.act(case.broker, "PostPayment", **fields, **once)
    case.act(case.broker, "PostPayment", **fields, **once)
    other = case.broker.refused(
        "PostPayment", name=case.name, **post(case, 300_001, "2024-05-10"), **once)
    assert other.code == StatusCode.ALREADY_EXISTS and other.reason == "REQUEST_ID_REUSED"
    answer = quote(case, "2024-06-15")
    assert [cents(part.amount) for part in answer.allocations[0].parts] == [7_000, 12_197, 280_803]
    assert left(answer, "PRINCIPAL") == 559_197
    assert interest(answer) == [12_197, 7_308]
    assert cents(answer.balance) == 566_505

    case.act(case.broker, "ReversePayment", payment=f"{case.name}/payments/1", etag=case.etag,
             reason="It bounced.")
    assert cents(quote(case, "2024-06-15").balance) == 870_175

    first = london(office, "uk-1998-principal-first-2026.1")
    first.act(first.broker, "PostPayment", **post(first, 300_000, "2024-05-10"))
    answer = quote(first, "2024-06-15")
    assert interest(answer) == [12_197, 7_057]
    assert left(answer, "PRINCIPAL") == 540_000
    assert cents(answer.balance) == 566_254


def test_the_rate_is_frozen_and_the_fixed_sum_has_tiers(office):
    answer = quote(london(office), "2025-01-15")
    assert [segment.days for segment in answer.segments] == [290]
    assert interest(answer) == [88_430]  # re-fixed each half-year it would be 882.57
    assert cents(answer.balance) == 935_430
    for amount, fixed in ((1_000_000, 10_000), (99_999, 4_000), (100_000, 7_000)):
        answer = quote(london(office, amount=amount), "2024-06-15")
        assert [cents(each.amount) for each in answer.compensations] == [fixed]


@pytest.mark.parametrize(
    "profile, amount", [("contract-daily-2026.1", 1_150), ("contract-2026.1", 1_164)])
def test_a_contract_rate_rounds_as_its_profile_says(office, profile, amount):
    case = Case(office, clauses=CLAUSES, interest_profile=profile,
                contract_rate_basis_points=850, **claim("GBP", 100_000, "2024-01-01"))
    refusal = case.broker.refused("FileDispute", name=case.name)
    assert refusal.reason == "INTEREST_CLAUSE_MISSING"
    case.exhibit(case.broker, b"8.5 per cent a year", "Contract")
    case.act(case.broker, "FileDispute")
    assert interest(quote(case, "2024-02-20")) == [amount]


@pytest.mark.parametrize(
    "profile, amounts",
    [("eu-per-period-2026.1", [10_274, 30_877]), ("ie-2012-2026.1", [41_781])])
def test_states_of_the_union_differ(office, profile, amounts):
    case = Case.filed(office, interest_profile=profile, **claim("EUR", 1_000_000, "2024-05-31"))
    answer = quote(case, "2024-09-30")
    assert interest(answer) == amounts
    assert sum(amounts) in (41_151, 41_781)
    assert [cents(each.amount) for each in answer.compensations] == [4_000]
    assert cents(answer.balance) == 1_000_000 + sum(amounts) + 4_000


def test_statutory_interest_is_between_businesses_and_yields_to_the_contract(office):
    def refused(**changes):
        fields = filing(office, interest_profile=UK, **claim("GBP", 840_000, "2024-03-31"))
        return office.broker.refused("CreateDispute", **fields | changes)

    refusal = refused(debtor_kind="DEBTOR_KIND_INDIVIDUAL")
    assert refusal.code == StatusCode.FAILED_PRECONDITION
    assert refusal.reason == "STATUTORY_INTEREST_B2B_ONLY"
    with_rate = filing(office, clauses=CLAUSES)["contract"]
    assert refused(contract=with_rate).reason == "CONTRACT_RATE_GOVERNS"
    assert refused(interest_profile="uk-1923").bad_fields == ["interest_profile"]
    assert refused(**claim("EUR", 1, "2024-03-31")).bad_fields == ["interest_profile"]
    assert refused(contract_rate_basis_points=1).bad_fields == ["contract_rate_basis_points"]
    assert refused(**claim("GBP", 1, "2015-03-31")).bad_fields == ["items[0].due_date"]


def test_what_is_owed_is_the_quote(office):
    case = london(office)
    today = case.quote()
    assert cents(today) > 935_430
    assert case.dispute.balance == today
    case.act(case.broker, "SendReminder", channel="CHANNEL_EMAIL", text="Please pay.")
    served = {"grace_days": 14, "channel": "CHANNEL_EMAIL", "instructions": "To the account.",
              "reminder": 1, "name": case.name}
    refusal = case.broker.refused("ServeDemand", amount=money("GBP", 840_000), **served)
    assert refusal.reason == "AMOUNT_DIFFERS"
    assert refusal.metadata["expected"] == f"{cents(today) / 100:.2f} GBP"
    case.act(case.broker, "ServeDemand", amount=today, **served)
    letter = case.broker.do("GetDocument", name=f"{case.name}/documents/demand-1").text
    added = cents(today) - 840_000
    assert f"{added // 100:,}.{added % 100:02}" in letter
    client = case.invite_client()
    now = office.day(0)
    pay = post(case, 840_000, "2024-05-10") | {"value_date": now}
    case.act(case.broker, "PostPayment", **pay)
    assert case.status != "CLOSED", "interest is unpaid"
    rest = case.quote()
    case.act(case.broker, "PostPayment", **pay | {"amount": rest, "bank_reference": "B-rest"})
    assert stubs.enum_name("Outcome", case.dispute.outcome) == "PAID_IN_FULL"
    postings = client.pages("ListPostings", "postings", parent=case.name)
    assert all(sum(cents(line.amount) for line in each.lines) == 0 for each in postings)
    assert cents(postings[-1].balance) == 0
    assert postings == case.broker.pages("ListPostings", "postings", parent=case.name, page_size=2)


def test_charges_rest_on_paper_and_late_fees_on_the_contract(office):
    case = london(office)
    bill = case.exhibit(case.broker, b"Registry search: 25.00", "Bill", kind="EXHIBIT_KIND_INVOICE")
    fields = {"kind": "CHARGE_KIND_COSTS", "amount": money("GBP", 2_500),
              "charge_date": day("2024-06-01"), "exhibit": bill.name, "reason": "Registry search."}
    before = cents(quote(case, "2024-06-15").balance)
    case.act(case.broker, "PostCharge", **fields)
    answer = quote(case, "2024-06-15")
    assert cents(answer.balance) == before + 2_500
    assert [each.reason for each in answer.charges] == ["Registry search."]
    assert cents(quote(case, "2024-05-31").balance) < before
    fee = fields | {"kind": "CHARGE_KIND_LATE_FEE", "name": case.name}
    assert case.broker.refused("PostCharge", **fee).reason == "FEE_CLAUSE_MISSING"
    missing = fields | {"exhibit": f"{case.name}/exhibits/case-9", "name": case.name}
    assert case.broker.refused("PostCharge", **missing).reason == "DOCUMENT_MISSING"
    early = fields | {"charge_date": day("2024-03-31"), "name": case.name}
    assert case.broker.refused("PostCharge", **early).bad_fields == ["charge_date"]
    client = case.invite_client()
    assert client.refused("PostCharge", **fields, name=case.name).code == StatusCode.PERMISSION_DENIED
    far = office.broker.refused(
        "GetQuote", name=f"{case.name}/quote", as_of_date=day("2099-01-01"))
    assert far.bad_fields == ["as_of_date"]


def test_a_charge_taken_back_is_shown_twice_and_changes_no_earlier_quote(office):
    case = london(office)
    bill = case.exhibit(case.broker, b"Registry search: 25.00", "Bill", kind="EXHIBIT_KIND_INVOICE")
    case.act(case.broker, "PostCharge", kind="CHARGE_KIND_COSTS", amount=money("GBP", 2_500),
             charge_date=day("2024-06-01"), exhibit=bill.name, reason="Registry search.")
    case.act(case.broker, "PostPayment", **post(case, 20_000, "2024-06-03"))
    days = ["2024-05-31", "2024-06-02", "2024-06-09", "2024-06-10", "2024-07-01"]
    before = [quote(case, each) for each in days]
    client = case.invite_client()
    ask = {"name": case.name, "posting": f"{case.name}/charges/1", "reason": "Another client's."}
    back = ask | {"value_date": day("2024-06-10")}
    assert client.refused("ReversePosting", **back, etag=case.etag).code == StatusCode.PERMISSION_DENIED
    unseen = office.stranger.refused("ReversePosting", **back, etag=case.etag)
    assert unseen.code == StatusCode.NOT_FOUND
    early = case.broker.refused("ReversePosting", **ask, value_date=day("2024-05-31"), etag=case.etag)
    assert early.bad_fields == ["value_date"]
    payment = case.broker.refused(
        "ReversePosting", **ask | {"posting": f"{case.name}/payments/1"}, etag=case.etag)
    assert payment.bad_fields == ["posting"]
    case.act(case.broker, "ReversePosting", **back, etag=case.etag)
    after = [quote(case, each) for each in days]
    assert before[:3] == after[:3]
    # The 25.00 that had paid it pays the fixed sum and interest from that day on.
    last = after[-1]
    assert [each.reason for each in last.reversals] == ["Another client's."]
    assert last.reversals[0].posting == f"{case.name}/charges/1"
    assert left(last, "COSTS") == 0
    assert cents(last.balance) < cents(before[-1].balance) - 2_400
    again = case.broker.refused("ReversePosting", **back, etag=case.etag)
    assert again.reason == "ALREADY_REVERSED" and again.preconditions
    final = case.broker.refused(
        "ReversePosting", **ask | {"posting": f"{case.name}/reversals/1"}, etag=case.etag)
    assert final.reason == "REVERSAL_FINAL"
    postings = case.broker.pages("ListPostings", "postings", parent=case.name)
    about = [each for each in postings if each.reference == f"{case.name}/charges/1"]
    assert [stubs.enum_name("PostingKind", each.kind) for each in about] == ["CHARGE", "REVERSAL"]
    assert all(sum(cents(line.amount) for line in each.lines) == 0 for each in postings)
    # The fixed sum for late payment goes the same way.
    fixed = cents(last.compensations[0].amount)
    before_fixed = cents(quote(case, "2024-07-01").balance)
    case.act(case.broker, "ReversePosting", posting=f"{case.name}/compensations/1", reason="Waived.",
             value_date=day("2024-07-01"), etag=case.etag)
    assert cents(quote(case, "2024-07-01").balance) == before_fixed - fixed
    assert quote(case, "2024-06-30").reversals[0].posting.endswith("charges/1")


def test_a_write_off_taken_back_opens_the_case_again(office):
    case = london(office)
    case.act(case.broker, "AssessPath", choice="PATH_CHOICE_WRITE_OFF", reason="Too little to win.")
    case.act(case.broker, "WriteOff", reason="Gone.", etag=case.etag)
    approval = case.broker.pages("ListApprovals", "approvals", parent=case.name)[0]
    case.act(office.supervisor, "GrantApproval", approval=approval.name)
    assert case.status == "CLOSED"
    ask = {"posting": f"{case.name}/write-off", "reason": "The client was found."}
    case.act(case.broker, "ReversePosting", **ask, etag=case.etag)
    assert case.status == "FILED"
    postings = case.broker.pages("ListPostings", "postings", parent=case.name)
    assert [stubs.enum_name("PostingKind", each.kind) for each in postings][-2:] == [
        "WRITE_OFF", "REVERSAL"]
    assert postings[-1].reference == ask["posting"]
    assert case.broker.refused(
        "ReversePosting", name=case.name, **ask, etag=case.etag).reason == "NO_SUCH_POSTING"


def test_another_implementation_reckons_the_same():
    bench = ROOT / ".build" / "debug" / "parley-bench"
    found, first = ledger_reference.differences(str(bench), 2_000, seed=7)
    assert not found, first
