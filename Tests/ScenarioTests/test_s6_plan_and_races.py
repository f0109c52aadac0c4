"""A plan to the cent, its default and remedies, and everybody acting at the same moment."""

import concurrent.futures
import uuid

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import euros
from parley_client.refusal import Refusal


def money(cents: int) -> dict:
    return euros(cents // 100, cents % 100)


def cents(amount) -> int:
    return amount.units * 100 + amount.nanos // 10_000_000


def sitting(office, claim=1_000_000) -> Case:
    items = [{"number": 1, "reference": f"S6-{uuid.uuid4().hex[:8]}", "due_date": office.day(-40),
              "amount": money(claim)}]
    case = Case.filed(office, items=items)
    case.invite_client()
    return case


def lump(office, amount: int) -> dict:
    return {"kind": "OFFER_KIND_LUMP_SUM", "amount": money(amount), "expires_in_days": 10,
            "schedule": [{"due_date": office.day(20), "amount": money(amount)}]}


def agree(case, remedy="REMEDY_ACCELERATE") -> Case:
    """10,000.00 in three instalments; 5 days of grace, 10 to cure."""
    office = case.office
    terms = {
        "kind": "OFFER_KIND_PLAN", "amount": money(1_000_000), "expires_in_days": 10,
        "schedule": [{"due_date": office.day(day), "amount": money(part)}
                     for day, part in ((10, 333_333), (40, 333_333), (70, 333_334))],
        "default_clause": {"grace_days": 5, "cure_days": 10, "remedy": remedy},
    }
    offer = case.act(case.client, "MakeOffer", terms=terms).created
    case.act(case.broker, "AcceptOffer", offer=offer, etag=case.broker.do("GetOffer", name=offer).etag)
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    for who in (case.broker, case.client):
        case.act(who, "SignAgreement", sha256=agreement.sha256, signer_name="A Name", etag=agreement.etag,
                 authority="AUTHORITY_OFFICER")
    assert settlement(case) == "PERFORMING"
    return case


def settlement(case) -> str:
    return stubs.enum_name("SettlementState", case.dispute.settlement_state)


def payment(office, amount: int, reference: str) -> dict:
    return {"amount": money(amount), "value_date": office.day(0), "bank_reference": reference,
            "method": "PAYMENT_METHOD_BANK_TRANSFER"}


def pay(case, amount: int, reference: str, who=None):
    return case.act(who or case.broker, "PostPayment", **payment(case.office, amount, reference))


def at_once(acts) -> list:
    """Does all at the same moment; answers what each came to, a change or a refusal."""
    def one(act):
        try:
            return act()
        except Refusal as refusal:
            return refusal

    with concurrent.futures.ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def ledger(case):
    """The last balance of the ledger, each posting of which sums to zero."""
    postings = case.broker.pages("ListPostings", "postings", parent=case.name)
    for posting in postings:
        assert sum(cents(line.amount) for line in posting.lines) == 0
    return postings


def test_both_sign_the_same_text(office):
    case = sitting(office)
    offer = case.act(case.client, "MakeOffer", terms=lump(office, 900_000)).created
    case.act(case.broker, "AcceptOffer", offer=offer, etag=case.broker.do("GetOffer", name=offer).etag)
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    sign = {"signer_name": "A Name", "etag": agreement.etag, "authority": "AUTHORITY_OFFICER"}
    case.act(case.broker, "SignAgreement", sha256=agreement.sha256, **sign)
    other = "f" * 64
    refusal = case.client.refused("SignAgreement", name=case.name, sha256=other, **sign)
    assert refusal.code in (StatusCode.FAILED_PRECONDITION, StatusCode.ABORTED)
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    refusal = case.client.refused("SignAgreement", name=case.name, sha256=other,
                                  **sign | {"etag": agreement.etag})
    assert refusal.reason == "SIGNATURE_HASH_MISMATCH"
    assert settlement(case) == "SIGNING"


def test_the_last_instalment_twice_is_paid_once_and_credited_once(office):
    case = agree(sitting(office))
    pay(case, 333_333, "one")
    office.advance(days=41)
    pay(case, 333_333, "two")
    sessions = [office.again(case.broker) for _ in range(2)]
    results = at_once([
        lambda who=who, number=number: pay(case, 333_334, f"three-{number}", who)
        for number, who in enumerate(sessions)])
    assert not any(isinstance(each, Refusal) for each in results), results
    assert case.status == "CLOSED"
    assert stubs.enum_name("Outcome", case.dispute.outcome) == "SETTLED_PERFORMED"
    assert cents(case.quote()) == -333_334
    assert cents(ledger(case)[-1].balance) == -333_334
    again = case.broker.refused("PostPayment", name=case.name, **payment(office, 333_334, "three-1"))
    assert again.code == StatusCode.ALREADY_EXISTS
    # The client only reports, with proof.
    assert case.client.refused(
        "PostPayment", name=case.name, **payment(office, 1, "mine")).code == StatusCode.PERMISSION_DENIED
    # What was paid too much may bounce too: the settlement stays performed.
    case.act(case.broker, "ReversePayment", payment=f"{case.name}/payments/4", reason="Sent back.",
             etag=case.etag)
    assert case.status == "CLOSED" and cents(ledger(case)[-1].balance) == 0
    # A charge-back of an instalment opens it again.
    case.act(case.broker, "ReversePayment", payment=f"{case.name}/payments/3", reason="Charged back.",
             etag=case.etag)
    assert case.status != "CLOSED" and cents(case.quote()) == 333_334


def test_a_reported_payment_with_proof_changes_no_balance(office):
    case = agree(sitting(office))
    proof = case.exhibit(case.client, b"%PDF-1.7 a transfer slip", "Transfer slip")
    case.act(case.client, "ReportPayment", amount=money(333_333), pay_date=office.day(0), proof=proof.name)
    assert cents(case.quote()) == 1_000_000


def test_acceleration_as_signed_after_the_time_to_cure(office):
    case = agree(sitting(office))
    pay(case, 333_333, "one")
    office.advance(days=45)
    assert settlement(case) == "PERFORMING"
    office.advance(days=1)
    assert settlement(case) == "DEFAULTED"
    early = case.broker.refused(
        "ElectRemedy", name=case.name, remedy="REMEDY_ACCELERATE", etag=case.etag)
    assert early.reason == "CURE_PERIOD_RUNNING"
    office.advance(days=11)
    case.act(case.broker, "ElectRemedy", remedy="REMEDY_ACCELERATE", etag=case.etag)
    assert cents(case.quote()) == 666_667


def test_a_consent_judgment_as_signed(office):
    case = agree(sitting(office), "REMEDY_CONSENT_JUDGMENT")
    pay(case, 333_333, "one")
    office.advance(days=58)
    assert case.broker.refused(
        "ElectRemedy", name=case.name, remedy="REMEDY_ACCELERATE", etag=case.etag
    ).reason == "REMEDY_NOT_AGREED"
    case.act(case.broker, "ElectRemedy", remedy="REMEDY_CONSENT_JUDGMENT", etag=case.etag)
    assert case.status == "COUNSEL_REFERRED" and cents(case.quote()) == 666_667
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    assert "consents to judgment" in agreement.text
    pay(case, 666_667, "rest")
    assert stubs.enum_name("Outcome", case.dispute.outcome) == "SETTLED_PERFORMED"


def test_reinstated_the_claim_stands_again_less_what_was_paid(office):
    case = agree(sitting(office), "REMEDY_REINSTATE")
    pay(case, 333_333, "one")
    office.advance(days=58)
    case.act(case.broker, "ElectRemedy", remedy="REMEDY_REINSTATE", etag=case.etag)
    assert settlement(case) == "NONE" and cents(case.quote()) == 666_667


def test_accept_and_withdraw_at_the_same_moment(office):
    for _ in range(5):
        case = sitting(office)
        offer = case.act(case.broker, "MakeOffer", terms=lump(office, 950_000)).created
        etag = case.client.do("GetOffer", name=offer).etag
        results = at_once([
            lambda: case.act(case.client, "AcceptOffer", offer=offer, etag=etag),
            lambda: case.act(case.broker, "WithdrawOffer", offer=offer, etag=etag)])
        refusals = [each for each in results if isinstance(each, Refusal)]
        assert len(refusals) == 1 and refusals[0].code == StatusCode.ABORTED


def test_an_improved_offer_takes_the_place_of_the_older_one(office):
    case = sitting(office)
    older = case.act(case.broker, "MakeOffer", terms=lump(office, 950_000)).created
    etag = case.client.do("GetOffer", name=older).etag
    case.act(case.broker, "MakeOffer", terms=lump(office, 900_000))
    lost = case.client.refused("AcceptOffer", name=case.name, offer=older, etag=etag)
    assert lost.code == StatusCode.ABORTED


def test_a_discount_of_45_percent_needs_a_second_person(office):
    case = sitting(office)
    case.act(office.supervisor, "MakeOffer", terms=lump(office, 550_000))
    assert settlement(case) == "NONE"
    (approval,) = office.supervisor.pages("ListApprovals", "approvals", parent=case.name)
    own = office.supervisor.refused("GrantApproval", name=case.name, approval=approval.name)
    assert own.reason == "OWN_APPROVAL"
    second = office.join("ROLE_BROKER_SUPERVISOR", "Silvan Tide", office.organization)
    case.act(second, "GrantApproval", approval=approval.name)
    assert settlement(case) == "OFFER_OPEN"
