"""Procedure that runs across the stages: holds, amendments, late conflicts, ends that bar."""

import datetime

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import euros, filing

CONTRACT = b"%PDF-1.7 contract of brokerage"
CONSENT = b"%PDF-1.7 a consent on paper"


def dues(case, who=None) -> dict:
    """When each running deadline is due, by its kind and number."""
    dispute = case.seen_by(who or case.broker)
    return {
        (stubs.enum_name("DeadlineKind", each.kind), each.number): each.due_time.ToDatetime(tzinfo=datetime.timezone.utc)
        for each in dispute.deadlines
        if not each.stands_still
    }


def kind(name: str, number: int = 0) -> tuple:
    return (name, number)


def test_a_moratorium_moves_each_pending_deadline_by_exactly_its_span(office):
    case = Case.filed(office, debtor_kind="DEBTOR_KIND_INDIVIDUAL")
    case.demand()
    client = case.invite_client()
    before = dues(case)
    assert kind("GRACE") in before
    hold = {"kind": "HOLD_KIND_BREATHING_SPACE", "basis": "SI 2020/1311", "reference": "BS-77"}
    assert case.broker.refused("PlaceHold", name=case.name, **hold).code == (
        StatusCode.PERMISSION_DENIED
    )
    placed = case.act(office.supervisor, "PlaceHold", **hold).dispute.holds[0]
    assert kind("GRACE") not in dues(case, client)
    still = [each for each in case.seen_by(client).deadlines if each.stands_still]
    assert [each.rule for each in still] == ["T5"] and not still[0].HasField("due_time")
    office.advance(days=30, seconds=17)
    assert case.status == "DEMAND_SERVED"
    refusal = case.broker.refused(
        "SendReminder", name=case.name, channel="CHANNEL_EMAIL", text="Please pay."
    )
    assert refusal.code == StatusCode.FAILED_PRECONDITION
    assert refusal.reason == "HOLD_BREATHING_SPACE"
    assert refusal.metadata["next_action"] == "LIFT_HOLD"
    lifted = case.act(office.supervisor, "LiftHold", number=1, reason="It ended.").dispute.holds[0]
    span = lifted.end_time.ToDatetime() - placed.place_time.ToDatetime()
    after = dues(case)
    assert after[kind("GRACE")] == before[kind("GRACE")] + span
    assert after[kind("LIMITATION")] == before[kind("LIMITATION")]


def test_a_wrong_party_is_shut_out_after_service_and_the_right_one_is_served(office):
    case = Case.filed(office)
    case.demand()
    wrong = case.invite_client("Wanda Wrong")
    case.contest(wrong)
    case.act(
        wrong, "AddNote", compartment="COMPARTMENT_PARTY_PRIVATE_RESPONDENT", text="Not us at all."
    )
    right = {"display_name": "FjordBus AS", "email": "pay@fjord.example"}
    change = {"respondent": right, "replaces": True, "reason": "Another company."}
    refusal = case.broker.refused("AmendParty", name=case.name, etag=case.etag, **change)
    assert refusal.reason == "CONSENT_MISSING"
    order = case.exhibit(case.broker, CONSENT, "Consent")
    watch = wrong.stream("Watch", name=case.name, from_now=True)
    counsel = {"side": "SIDE_RESPONDENT", "counsel": True, "display_name": "Lena Law"}
    unused = wrong.do("InviteParty", name=case.name, email="lena@law.example", **counsel).code
    case.act(
        case.broker, "AmendParty", etag=case.etag, consent_exhibit=order.name, **change
    )
    watch.cancel()
    assert office.anonymous().refused("Enrol", code=unused, display_name="W", label="x").bad_fields == [
        "code"
    ]
    assert wrong.refused("GetDispute", name=case.name).code == StatusCode.NOT_FOUND
    assert wrong.refused("ListEntries", parent=case.name).code == StatusCode.NOT_FOUND
    assert case.name not in [each.name for each in wrong.pages("ListDisputes", "disputes")]
    assert case.status == "REMINDING"
    assert case.dispute.respondent.display_name == "FjordBus AS"
    case.act(
        case.broker,
        "ServeDemand",
        amount=case.quote(),
        grace_days=14,
        channel="CHANNEL_LETTER",
        instructions="To the account on the invoice.",
        reminder=1,
    )
    heir = office.join_dispute(case.name, "Fred Fjord", "SIDE_RESPONDENT")
    assert "Not us at all." not in str(heir.pages("ListEntries", "entries", parent=case.name))
    case.contest(heir)
    assert case.status == "CONTESTED"
    mine = case.act(
        heir, "AddNote", compartment="COMPARTMENT_PARTY_PRIVATE_RESPONDENT", text="Rightly ours."
    )
    assert mine.entries[0].endswith("/entries/party-private-respondent-2-1")
    assert "Not us at all." not in str(case.entries(heir))


def test_a_conflict_discovered_late_ends_in_a_successor_with_the_case_file_alone(office):
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    contract = case.exhibit(case.broker, CONTRACT, "Contract")
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    first = office.join("ROLE_ARBITRATOR", f"Late Conflict {case.name[-4:]}")
    second = office.join("ROLE_ARBITRATOR", f"Clean Hands {case.name[-4:]}")
    for member in (first.member, second.member):
        office.administrator.do("AddToPanel", member=member, seats=["SEAT_ARBITRATOR"])
    case.appoint(first)
    case.act(first, "AddDeliberationNote", text="The broker seems right.")
    case.act(
        first,
        "DiscloseConflicts",
        has_conflict=True,
        accepts_appointment=True,
        text="My partner once advised the claimant.",
    )
    case.act(client, "ObjectToNeutral", ground="OBJECTION_GROUND_RELATIONSHIP", reason="That.")
    order = {"kind": "ORDER_KIND_OTHER", "text": "Be on time."}
    assert first.refused("IssueOrder", name=case.name, **order).reason == "OBJECTION_PENDING"
    case.act(office.administrator, "RuleOnObjection", upheld=True, reason="It is close.")
    assert case.status == "ANSWERED"
    assert first.refused("GetDispute", name=case.name).code == StatusCode.NOT_FOUND
    case.appoint(second)
    told = str(second.pages("ListEntries", "entries", parent=case.name))
    assert "The broker seems right." not in told
    assert "DELIBERATION" not in told
    kept = [each for each in case.receipts if stubs.enum_name("Compartment", each.compartment) == "DELIBERATION"]
    noted = case.act(second, "AddDeliberationNote", text="Mine alone.")
    assert [name.rsplit("/", 1)[-1] for name in noted.entries] == ["deliberation-2-1"]
    own = [stubs.enum_name("Compartment", each.compartment) for each in noted.receipts]
    assert own == ["DELIBERATION_2"]
    assert not {each.head for each in kept} & {each.head for each in noted.receipts}
    paper = case.exhibit(second, b"A table of dates.", "Dates", "DELIBERATION")
    assert paper.name.endswith("/exhibits/deliberation-2-1")
    again = second.stream("DownloadExhibit", name=paper.name)
    assert b"".join(each.data for each in again) == b"A table of dates."
    told = str(second.pages("ListEntries", "entries", parent=case.name))
    assert "Mine alone." in told and "The broker seems right." not in told
    verified = second.do("VerifyDocket", name=case.name)
    chains = {
        stubs.enum_name("Compartment", each.compartment): (each.entry_count, list(each.defects))
        for each in verified.chains
    }
    assert chains["DELIBERATION_2"] == (2, []) and set(chains) == {"CASE", "DELIBERATION_2"}
    for outsider in (case.broker, client, office.administrator):
        assert "Mine alone." not in str(case.entries(outsider))
        assert outsider.refused("GetEntry", name=noted.entries[0]).code == StatusCode.NOT_FOUND
    case.hear(second)
    case.award(second, 1200, 50)
    assert case.status == "AWARD_ISSUED"
    award = client.do("GetDocument", name=f"{case.name}/documents/award")
    assert award.text == "The respondent pays what was invoiced."
    assert award.sha256 == case.dispute.arbitration.award.sha256
    listed = [each.title for each in client.pages("ListDocuments", "documents", parent=case.name)]
    assert listed == ["Demand 1", "Award"]


def test_withdrawn_with_prejudice_it_cannot_be_filed_again(office):
    reference = f"BAR-{office.now.timestamp()}"
    items = filing(office)["items"]
    items[0]["reference"] = reference
    case = Case.filed(office, items=items)
    same = Case(office, items=items)
    assert same.broker.refused("FileDispute", name=same.name).reason == "DUPLICATE_ITEM"
    case.act(case.broker, "WithdrawDispute", etag=case.etag, reason="Settled elsewhere.")
    same.act(same.broker, "FileDispute")
    refusal = case.broker.refused(
        "ReopenDispute", name=case.name, etag=case.etag, reason="Once more."
    )
    assert refusal.reason == "DUPLICATE_ITEM"
    same.act(
        same.broker,
        "WithdrawDispute",
        etag=same.etag,
        with_prejudice=True,
        reason="Given up.",
    )
    again = Case(office, items=items)
    assert again.broker.refused("FileDispute", name=again.name).reason == "PRECLUDED_ITEM"
    refusal = same.broker.refused(
        "ReopenDispute", name=same.name, etag=same.etag, reason="Once more."
    )
    assert refusal.reason == "NOT_REOPENABLE"


def test_offers_made_while_arbitration_runs_are_out_of_the_arbitrators_sight(office):
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    contract = case.exhibit(case.broker, CONTRACT, "Contract")
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    case.appoint(office.arbitrator)
    before = case.seen_by(office.arbitrator)
    entries = case.entries(office.arbitrator)
    offer = case.offer(client, 700, conditions="Without prejudice.")
    terms = case.broker.do("GetOffer", name=offer)
    assert terms.state
    assert case.entries(office.arbitrator) == entries
    after = case.seen_by(office.arbitrator)
    assert after.etag == before.etag
    assert after.update_time == before.update_time
    assert list(after.turns) == list(before.turns)
    case.act(case.broker, "RejectOffer", offer=offer, reason="Too little.")
    assert case.entries(office.arbitrator) == entries


def test_mediation_beside_arbitration_makes_it_stand_still(office):
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    contract = case.exhibit(case.broker, CONTRACT, "Contract")
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    case.appoint(office.arbitrator)
    order = {"kind": "ORDER_KIND_EVIDENCE_TIMETABLE", "due_date": office.day(10)}
    case.act(office.arbitrator, "IssueOrder", text="Evidence within ten days.", **order)
    before = dues(case)
    case.act(client, "ProposeMediation", reason="We could still talk.")
    assert dues(case)[kind("EXCHANGE")] == before[kind("EXCHANGE")]
    rules = client.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
    for party in (case.broker, client):
        case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
    seen = case.dispute
    assert case.status == "EVIDENCE_OPEN" and seen.mediation.beside
    assert stubs.enum_name("Status", seen.mediation.status) == "MEDIATION_CONSENTED"
    assert kind("EXCHANGE") not in dues(case) and kind("MEDIATION_WINDOW") in dues(case)
    case.appoint(office.mediator)
    counted = len(case.entries(office.arbitrator))
    note = {"kind": "MEDIATION_NOTE_KIND_SHARED", "text": "They are close to each other."}
    case.act(office.mediator, "AddMediationNote", **note)
    assert len(case.entries(office.arbitrator)) == counted
    assert "We could still talk." not in str(case.entries(office.arbitrator))
    assert case.seen_by(office.mediator).name == case.name
    case.act(office.mediator, "DeclareMediationImpasse")
    after = case.dispute
    assert not after.mediation.beside and case.status == "EVIDENCE_OPEN"
    stay = after.holds[0]
    span = stay.end_time.ToDatetime() - stay.place_time.ToDatetime()
    assert dues(case)[kind("EXCHANGE")] == before[kind("EXCHANGE")] + span
    both = ["SIDE_CLAIMANT", "SIDE_RESPONDENT"]
    case.act(office.mediator, "ReportMediation", occurred=True, terminated=True, attending=both)
    gone = office.mediator.refused("GetDispute", name=case.name)
    assert gone.code == StatusCode.NOT_FOUND


def test_a_brief_says_what_its_reader_may_know(office):
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    contract = case.exhibit(case.broker, CONTRACT, "Contract")
    case.demand()
    client = case.invite_client()
    answer = {"item": 1, "kind": "ANSWER_KIND_CONTEST", "amount": euros(200), "ground": "Damp."}
    case.act(client, "Respond", answers=[answer])
    case.offer(client, 700)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(client, "AnswerDemand", answers=[answer])
    case.appoint(office.arbitrator)

    def brief(who) -> str:
        return who.do("GetDocument", name=f"{case.name}/documents/brief").text

    for who in (case.broker, client, office.arbitrator):
        assert "EUR 200.00, contest: Damp." in brief(who)
        assert "EUR 1,000.50 of it is not contested" in brief(who)
        assert "Claimant demanded EUR 1,200.50" in brief(who)
    assert "Respondent offered EUR 700.00" in brief(case.broker)
    assert "offered" not in brief(office.arbitrator)
    assert "Contract: written signed, brokerage" in brief(client)
    refusal = office.stranger.refused("GetDocument", name=f"{case.name}/documents/brief")
    assert refusal.code == StatusCode.NOT_FOUND


def test_a_seat_has_one_code_at_a_time(office):
    case = Case.filed(office)
    seat = {"name": case.name, "side": "SIDE_RESPONDENT", "display_name": "Clara Once"}
    first = office.broker.do("InviteParty", email="wrong-address@anchor.example", **seat).code
    second = office.broker.do("InviteParty", email="clara-once@anchor.example", **seat).code
    refusal = office.anonymous().refused("Enrol", code=first, display_name="X", label="x")
    assert refusal.bad_fields == ["code"]
    clara = office.anonymous().enrol(second, "Clara Once")
    assert clara.do("GetDispute", name=case.name).name == case.name


def test_the_agreement_is_read_by_both_as_it_binds(office):
    case = Case.filed(office)
    case.demand()
    client = case.invite_client()
    offer = case.offer(client, 900, conditions="By Christmas.")
    etag = case.broker.do("GetOffer", name=offer).etag
    case.act(case.broker, "AcceptOffer", offer=offer, etag=etag)
    texts = {
        who.do("GetDocument", name=f"{case.name}/documents/agreement").sha256
        for who in (case.broker, client)
    }
    assert texts == {client.do("GetAgreement", name=f"{case.name}/agreement").sha256}
    titles = [each.title for each in client.pages("ListDocuments", "documents", parent=case.name)]
    assert titles == ["Demand 1", "Settlement agreement"]


def test_more_time_needs_the_one_it_costs(office):
    case = Case.filed(office)
    case.demand()
    client = case.invite_client()
    fields = {
        "name": case.name,
        "kind": "DEADLINE_KIND_GRACE",
        "until_date": office.day(25),
        "reason": "The bank was closed.",
    }
    assert client.refused("ExtendDeadline", **fields).reason == "CONSENT_MISSING"
    case.broker.do("ExtendDeadline", **fields)
    office.advance(days=20)
    assert case.status == "DEMAND_SERVED"
    office.advance(days=6)
    assert case.status == "GRACE_EXPIRED"


def test_a_bounced_payment_reopens_what_was_paid(office):
    case = Case.filed(office)
    case.demand()
    case.act(
        case.broker,
        "PostPayment",
        amount=case.quote(),
        value_date=office.day(0),
        method="PAYMENT_METHOD_CHEQUE",
        bank_reference="CHQ-1",
    )
    assert case.status == "CLOSED"
    payment = f"{case.name}/payments/1"
    case.act(
        case.broker, "ReversePayment", payment=payment, etag=case.etag, reason="It bounced."
    )
    assert case.status == "DEMAND_SERVED"
    assert case.quote() == case.dispute.balance
    assert case.broker.pages("ListPayments", "payments", parent=case.name)[0].reversed


def test_a_sealed_exhibit_is_on_no_path_of_who_may_not_read_it(office):
    case = Case.filed(office)
    client = case.invite_client()
    secret = case.exhibit(case.broker, b"The formula of the varnish.", "Varnish formula 42")
    before = case.entries(client)
    etag = case.seen_by(client).etag
    case.act(
        office.administrator,
        "SealExhibit",
        exhibit=secret.name,
        readers=["SIDE_CLAIMANT"],
        reason="A trade secret.",
    )
    assert case.seen_by(client).etag != etag

    def paths(who) -> str:
        name = case.name
        watched = []
        for message in who.stream("Watch", name=name):
            watched.append(message)
            if message.WhichOneof("step") == "current":
                break
        full = who.pages("ListEntries", "entries", parent=name, view="ENTRY_VIEW_FULL")
        exhibits = who.pages("ListExhibits", "exhibits", parent=name)
        brief = who.do("GetDocument", name=f"{name}/documents/brief")
        return str([case.seen_by(who), watched, full, exhibits, brief])

    for told in ("Varnish formula 42", secret.sha256):
        assert told in paths(case.broker)
        assert told not in paths(client)
    assert "Varnish formula 42".encode().hex() not in paths(client)
    refusal = client.refused_stream("DownloadExhibit", name=secret.name)
    random = client.refused_stream("DownloadExhibit", name=secret.name.replace("-1", "-999"))
    assert refusal.code == StatusCode.NOT_FOUND and refusal.seen == random.seen
    assert list(case.broker.stream("DownloadExhibit", name=secret.name))
    assert case.seen_by(client).exhibit_seals[0].exhibit == secret.name
    assert client.refused(
        "UnsealExhibit", name=case.name, exhibit=secret.name, reason="Let me see."
    ).code == StatusCode.PERMISSION_DENIED
    checks = client.do("VerifyDocket", name=case.name).chains
    assert checks and not [each.defects for each in checks if each.defects]
    case.act(
        office.administrator, "UnsealExhibit", exhibit=secret.name, reason="It is public by now."
    )
    assert case.entries(client)[: len(before)] == before
    assert "Varnish formula 42" in paths(client)
