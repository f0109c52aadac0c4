"""Sixty-four sessions at the same things in the same moment: each happens once, and nobody is told
otherwise."""

from concurrent.futures import ThreadPoolExecutor
import threading
import uuid

from grpc import StatusCode
import pytest

from parley_client.case import Case
from parley_client.office import euros
from parley_client.refusal import Refusal

SESSIONS = 64


class Crowd:
    """Sessions with connections of their own, which begin together."""

    def __init__(self, office):
        self.office = office
        self.brokers = [
            office.join("ROLE_BROKER", f"Broker{number} Tide", office.organization)
            for number in range(SESSIONS // 2)
        ]
        self.pool = ThreadPoolExecutor(SESSIONS)

    def at_once(self, acts) -> list:
        """Runs all acts from one moment on; answers what each returned or how it was refused."""
        barrier = threading.Barrier(len(acts))

        def run(act):
            barrier.wait(30)
            try:
                return act()
            except Refusal as refusal:
                return refusal

        return list(self.pool.map(run, acts))


@pytest.fixture(scope="module")
def crowd(office):
    crowd = Crowd(office)
    yield crowd
    crowd.pool.shutdown()


@pytest.fixture
def case(office) -> Case:
    items = [
        {
            "number": 1,
            "reference": f"CROWD-{uuid.uuid4().hex[:8]}",
            "due_date": office.day(-40),
            "amount": euros(1000),
        }
    ]
    case = Case.filed(office, items=items)
    case.invite_client()
    return case


def payment(case, units: int, reference: str, **fields) -> dict:
    return {
        "name": case.name,
        "amount": euros(units),
        "value_date": case.office.day(0),
        "method": "PAYMENT_METHOD_BANK_TRANSFER",
        "bank_reference": reference,
    } | fields


def done(results) -> list:
    return [each for each in results if not isinstance(each, Refusal)]


def codes(results) -> set:
    return {each.code for each in results if isinstance(each, Refusal)}


def posted(case) -> list:
    return [each for each in case.broker.pages("ListPayments", "payments", parent=case.name)]


def test_one_bank_reference_posts_once(crowd, case):
    fields = payment(case, 10, "same")
    results = crowd.at_once(
        [lambda who=who: who.do("PostPayment", **fields) for who in crowd.brokers * 2]
    )
    assert len(done(results)) == 1
    assert codes(results) == {StatusCode.ALREADY_EXISTS}
    assert [each.bank_reference for each in posted(case)] == ["same"]
    assert case.quote().units == 990


def test_different_references_all_post_and_too_much_is_credit(crowd, case, office):
    """A claim of 1,000.00 under a plan of one instalment gets 64 times 40.00."""
    fields = [payment(case, 40, f"part-{number}") for number in range(SESSIONS)]
    who = crowd.brokers * 2
    results = crowd.at_once(
        [lambda n=n: who[n].do("PostPayment", **fields[n]) for n in range(SESSIONS)]
    )
    # The 25th pays it; what comes after that is on record too, as credit.
    assert len(done(results)) == SESSIONS
    assert case.status == "CLOSED"
    quote = case.broker.do("GetQuote", name=f"{case.name}/quote")
    assert quote.credit.units == 64 * 40 - 1_000
    numbers = [each.name.split("/")[-1] for each in posted(case)]
    assert len(set(numbers)) == len(numbers) == SESSIONS


def test_payments_that_cross_leave_a_credit_and_no_negative_principal(crowd, case):
    fields = [payment(case, 700, f"big-{number}") for number in range(SESSIONS)]
    who = crowd.brokers * 2
    results = crowd.at_once(
        [lambda n=n: who[n].do("PostPayment", **fields[n]) for n in range(SESSIONS)]
    )
    assert len(done(results)) == SESSIONS
    quote = case.broker.do("GetQuote", name=f"{case.name}/quote")
    assert quote.credit.units == 64 * 700 - 1_000
    postings = case.broker.pages("ListPostings", "postings", parent=case.name)
    principal = 0
    for posting in postings:
        assert sum(line.amount.units * 10**9 + line.amount.nanos for line in posting.lines) == 0
        principal += sum(
            line.amount.units for line in posting.lines if "PRINCIPAL" in name_of(line)
        )
        assert principal >= 0
    assert principal == 0


def name_of(line) -> str:
    field = line.DESCRIPTOR.fields_by_name["account"]
    return field.enum_type.values_by_number[line.account].name


def test_one_request_id_is_one_request_whoever_repeats_it(crowd, case, office):
    request = case.broker.request("PostPayment", **payment(case, 5, "repeated"))
    sessions = [office.again(case.broker) for _ in range(SESSIONS)]
    results = crowd.at_once(
        [lambda who=who: who.send("PostPayment", request) for who in sessions]
    )
    assert len(done(results)) == SESSIONS
    assert len({bytes(str(each.entries), "utf-8") for each in results}) == 1
    assert len(posted(case)) == 1


def test_accepting_and_withdrawing_exactly_one_wins(crowd, case, office):
    client = case.client
    theirs = [office.again(client) for _ in range(SESSIONS // 2)]
    for round_number in range(4):
        offer = case.offer(client, 900 + round_number)
        etag = case.broker.do("GetOffer", name=offer).etag
        accept = [
            lambda who=who: who.do("AcceptOffer", name=case.name, offer=offer, etag=etag)
            for who in crowd.brokers
        ]
        withdraw = [
            lambda who=who: who.do("WithdrawOffer", name=case.name, offer=offer)
            for who in theirs
        ]
        mixed = [act for pair in zip(accept, withdraw) for act in pair]
        results = crowd.at_once(mixed)
        assert len(done(results)) == 1, [str(each) for each in done(results)]
        assert codes(results) <= {StatusCode.ABORTED, StatusCode.FAILED_PRECONDITION}
        state = case.broker.do("GetOffer", name=offer).state
        accepted = not isinstance(results[0], Refusal) or any(
            not isinstance(each, Refusal) for each in results[::2]
        )
        events = case.events()
        assert events.count("OFFER_ACCEPTED") == int(accepted)
        assert state
        if accepted:
            break


def test_signing_at_once_concludes_once(crowd, case, office):
    offer = case.offer(case.client, 950)
    etag = case.broker.do("GetOffer", name=offer).etag
    case.act(case.broker, "AcceptOffer", offer=offer, etag=etag)
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    fields = {
        "name": case.name,
        "sha256": agreement.sha256,
        "signer_name": "A Name",
        "authority": "AUTHORITY_OFFICER",
        "etag": agreement.etag,
    }
    theirs = [office.again(case.client) for _ in range(SESSIONS // 2)]
    results = crowd.at_once(
        [lambda who=who: who.do("SignAgreement", **fields) for who in crowd.brokers + theirs]
    )
    assert len(done(results)) == 2
    events = case.events()
    assert events.count("AGREEMENT_SIGNED") == 2
    assert events.count("SETTLEMENT_CONCLUDED") == 1
