"""Some claim items are settled while the rest of the claim goes on, and what changed between drafts."""

import json

import pytest

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case
from parley_client.cli import Person
from parley_client.office import euros


def cents(amount) -> int:
    return amount.units * 100 + amount.nanos // 10_000_000


@pytest.fixture
def case(office):
    """A claim of 1,000.00 and of 400.00, with a client who has joined."""
    made = Case.filed(office, amounts=((1000, 0), (400, 0)))
    made.demand()
    made.invite_client()
    return made


def terms(case, items, *amounts, remedy="", conditions="") -> dict:
    found = {
        "kind": "OFFER_KIND_PLAN" if len(amounts) > 1 else "OFFER_KIND_LUMP_SUM",
        "amount": euros(sum(amounts)),
        "schedule": [
            {"due_date": case.office.day(10 + 30 * place), "amount": euros(amount)}
            for place, amount in enumerate(amounts)
        ],
        "expires_in_days": 10,
        "items": items,
        "conditions": conditions,
    }
    if remedy:
        found["default_clause"] = {"grace_days": 2, "cure_days": 5, "remedy": remedy}
    return found


def accept(case, fields):
    """The offer is made by the client and accepted; where that gives up much, a supervisor approves."""
    offer = case.act(case.client, "MakeOffer", terms=fields).created
    etag = case.broker.do("GetOffer", name=offer).etag
    case.act(case.broker, "AcceptOffer", offer=offer, etag=etag)
    for approval in case.broker.pages("ListApprovals", "approvals", parent=case.name):
        if stubs.enum_name("ApprovalState", approval.state) == "PENDING":
            case.act(case.office.supervisor, "GrantApproval", approval=approval.name)
    return offer


def sign(case):
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    for who in (case.broker, case.client):
        case.act(who, "SignAgreement", sha256=agreement.sha256, signer_name="A Name",
                 authority="AUTHORITY_OFFICER", etag=agreement.etag)
    return agreement


def pay(case, units, reference):
    case.act(case.broker, "PostPayment", amount=euros(units), value_date=case.office.day(0),
             method="PAYMENT_METHOD_BANK_TRANSFER", bank_reference=reference)


def quote(case, who=None):
    answer = (who or case.broker).do("GetQuote", name=f"{case.name}/quote")
    assert sum(cents(line.amount) for line in answer.lines) == cents(answer.balance)
    return answer



def settlement(case) -> str:
    return stubs.enum_name("SettlementState", case.dispute.settlement_state)


def check_ledger(case):
    postings = case.broker.pages("ListPostings", "postings", parent=case.name)
    assert all(sum(cents(line.amount) for line in each.lines) == 0 for each in postings)
    assert cents(postings[-1].balance) == cents(quote(case).balance)
    return postings


def test_named_items_are_settled_and_the_rest_goes_on(case, office):
    client = case.client
    status = case.status

    def refused(fields):
        return client.refused("MakeOffer", name=case.name, terms=fields)

    assert refused(terms(case, [3], 1)).bad_fields == ["items[0]"]
    assert refused(terms(case, [1, 2], 1)).bad_fields == ["items"]
    assert refused(terms(case, [2], 401)).reason == "OFFER_ABOVE_QUOTE"
    judgment = refused(terms(case, [1], 1, remedy="REMEDY_CONSENT_JUDGMENT"))
    assert judgment.bad_fields == ["default_clause.remedy"]
    offer = accept(case, terms(case, [1], 900))
    assert list(client.do("GetOffer", name=offer).terms.items) == [1]
    agreement = sign(case)
    assert "item 1 of the claim alone, on which EUR 1,000.00 is owed" in agreement.text
    assert "the rest of the claim goes on" in agreement.text
    assert settlement(case) == "PERFORMING" and case.status == status
    answer = quote(case)
    assert cents(answer.balance) == 130_000
    settled = answer.settlements[0]
    assert [cents(each.amount) for each in settled.conceded] == [10_000]
    assert [cents(each.amount) for each in settled.left] == [90_000]
    assert any(line.label == "Conceded on item 1" and cents(line.amount) == -10_000
               for line in answer.lines)
    part = case.dispute.part_settlements[0]
    assert list(part.items) == [1] and cents(part.unpaid) == 90_000 and not part.performed
    postings = check_ledger(case)
    kinds = [stubs.enum_name("PostingKind", each.kind) for each in postings]
    assert kinds[-1] == "SETTLEMENT"
    assert sorted(cents(line.amount) for line in postings[-1].lines) == [-10_000, 10_000]
    # The rest is not held up by it, and what is settled is no more answered.
    settled_item = client.refused(
        "Respond", name=case.name, answers=[{"item": 1, "kind": "ANSWER_KIND_ADMIT"}])
    assert settled_item.bad_fields == ["answers[0].item"]
    case.act(client, "Respond", answers=[
        {"item": 2, "kind": "ANSWER_KIND_CONTEST", "ground": "Never delivered."}])
    assert case.status == "CONTESTED"
    case.act(client, "ProposeMediation")
    assert case.status == "PROPOSED" or case.status.endswith("PROPOSED")
    # Paid beyond what was agreed, the rest of the claim has it.
    pay(case, 950, "B-1")
    assert settlement(case) == "NONE"
    assert case.dispute.part_settlements[0].performed
    assert cents(quote(case).balance) == 35_000
    check_ledger(case)
    assert "ITEMS_SETTLED" in " ".join(case.events())
    # The stranger sees none of it.
    unseen = office.stranger.refused("GetQuote", name=f"{case.name}/quote")
    assert unseen.code == StatusCode.NOT_FOUND
    pay(case, 350, "B-2")
    assert case.status == "CLOSED"
    assert stubs.enum_name("Outcome", case.dispute.outcome) == "PAID_IN_FULL"
    check_ledger(case)


def test_on_default_the_items_are_claimed_again(case, office):
    accept(case, terms(case, [1], 300, 600, remedy="REMEDY_REINSTATE"))
    sign(case)
    pay(case, 300, "B-1")
    office.advance(days=50)
    assert settlement(case) == "DEFAULTED"
    assert cents(quote(case).balance) == 100_000
    case.act(case.broker, "ElectRemedy", remedy="REMEDY_REINSTATE", etag=case.etag)
    assert settlement(case) == "NONE" and not case.dispute.part_settlements
    assert cents(quote(case).balance) == 110_000
    check_ledger(case)


def test_what_changed_between_two_drafts(case, office, tmp_path):
    accept(case, terms(case, [1], 900, conditions="By transfer."))
    name = f"{case.name}/agreement"
    one = case.broker.refused("GetAgreementComparison", name=name)
    assert one.bad_fields == ["older_offer"]
    # The first draft is not signed in time; another one is made.
    office.advance(days=15)
    accept(case, terms(case, [], 700, 600, remedy="REMEDY_ACCELERATE", conditions="By transfer."))
    answer = case.client.do("GetAgreementComparison", name=name)
    assert answer.older_offer.endswith("/offers/1") and answer.newer_offer.endswith("/offers/2")
    changed = {each.term: (each.older, each.newer) for each in answer.terms}
    assert changed["amount"] == ("EUR 900.00", "EUR 1,300.00")
    assert changed["items"] == ("1", "the whole claim")
    assert changed["payment 2"][0] == "" and "EUR 600.00" in changed["payment 2"][1]
    assert "conditions" not in changed
    agreement = case.client.do("GetAgreement", name=name)
    kept = [line.text for line in answer.lines
            if stubs.enum_name("LineChange", line.change) in ("SAME", "ADDED")]
    assert "\n".join(kept) == agreement.text and answer.newer_sha256 == agreement.sha256
    for who in (office.stranger, office.arbitrator):
        assert who.refused("GetAgreementComparison", name=name).code == StatusCode.NOT_FOUND
    missing = case.broker.refused(
        "GetAgreementComparison", name=name, newer_offer=f"{case.name}/offers/7")
    assert missing.bad_fields == ["newer_offer"]
    code = office.invite("ROLE_BROKER", "Bea Draft", office.organization)
    person = Person(tmp_path / "bea", office.server).sign_in(code, "Bea Draft")
    ident = case.name.removeprefix("disputes/")
    text = person.done("agreement", "diff", ident)
    assert "amount: EUR 900.00 -> EUR 1,300.00" in text
    assert any(line.startswith("- ") for line in text.splitlines())
    read = json.loads(person.done("agreement", "diff", ident, "1", "2", "--output", "json"))
    assert read["newerSha256"] == agreement.sha256


def test_items_and_reversals_from_the_command_line(case, office, tmp_path):
    code = office.invite("ROLE_BROKER", "Bo Desk", office.organization)
    person = Person(tmp_path / "bo", office.server).sign_in(code, "Bo Desk")
    ident = case.name.removeprefix("disputes/")
    day = (office.now.date()).isoformat()
    made = person.done(
        "offer", "make", ident, "--items", "2", "--amount", "EUR 390.00", "--pay-by", day, "--yes")
    assert "offer 1" in made
    assert "item 2" in person.done("offer", "show", ident, "1")
    assert "item 2" in person.done("offer", "list", ident)
    both = person.run("money", "reverse-posting", ident, "--charge", "1", "--write-off",
                      "--reason", "No.")
    assert both.returncode == 64
    bill = case.exhibit(case.broker, b"A bill of 10.00", "Bill", kind="EXHIBIT_KIND_INVOICE")
    case.act(case.broker, "PostCharge", kind="CHARGE_KIND_COSTS", amount=euros(10),
             charge_date=office.day(0), exhibit=bill.name, reason="Copies.")
    person.done("money", "reverse-posting", ident, "--charge", "1", "--reason", "Not ours.", "--yes")
    statement = person.done("money", "statement", ident)
    assert "charge 1" in statement and "reversal of charge 1" in statement
    again = person.run(
        "money", "reverse-posting", ident, "--charge", "1", "--reason", "Not ours.", "--yes")
    assert again.returncode != 0 and "could be taken back" in again.stderr
    quoted = person.done("money", "quote", ident)
    assert "Costs 1 taken back" in quoted


def test_open_balances_by_age(case, office, tmp_path):
    aging = case.broker.do("GetAging")

    def euro(answer):
        return next(each for each in answer.balances if each.currency_code == "EUR")

    def ages(answer) -> dict:
        return {stubs.enum_name("AgeBucket", each.age): cents(each.amount)
                for each in euro(answer).amounts}

    before, count = ages(aging), euro(aging).disputes
    assert sum(before.values()) == cents(euro(aging).total)
    other = Case.filed(office, amounts=((25, 50),))
    after = case.broker.do("GetAging")
    # What fell due 60 days ago is in its third bucket, and nowhere else.
    changed = {age: after_cents - before[age] for age, after_cents in ages(after).items()}
    assert {age: each for age, each in changed.items() if each} == {"DAYS_31_TO_60": 2_550}
    assert euro(after).disputes == count + 1
    pay(other, 25, "B-9")
    assert sum(ages(case.broker.do("GetAging")).values()) == sum(before.values()) + 50
    # Another organization's are not in it, and a client has none of its own.
    assert not [each for each in office.stranger.do("GetAging").balances if each.disputes >= count]
    assert not case.client.do("GetAging").balances
    code = office.invite("ROLE_BROKER", "Ben Age", office.organization)
    person = Person(tmp_path / "ben", office.server).sign_in(code, "Ben Age")
    rows = person.done("money", "aging", "--csv").splitlines()
    assert rows[0].startswith("as_of,currency,current,days_1_to_30")
    cells = next(row for row in rows if ",EUR," in row).split(",")
    assert round(sum(float(cell) for cell in cells[2:7]) * 100) == round(float(cells[7]) * 100)
    assert "EUR" in person.done("money", "aging")
    read = json.loads(person.done("money", "aging", "--output", "json"))
    assert read["balances"][0]["currencyCode"]
