"""Caucus secrecy and privilege, sentence by sentence, as one case is told."""

import datetime
import hashlib
import statistics
import time
import uuid

import pytest
from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case, upload
from parley_client.client import Client
from parley_client.refusal import Refusal
from parley_client.watching import Watching

CONTRACT = b"%PDF-1.7 the contract of brokerage, signed before any of this"
FIRST_SHOWN = b"%PDF-1.7 the carriage contract, kept by the client for years"
CAN_PAY = "I can pay 6,000 [caucus-kestrel]"
MEDIATORS = "Let us look at the dates [mediator-merlin]"
BROKERS_WORD = "We would take 7,000 [broker-goshawk]"
CLIENTS_WORD = "The cargo was late [client-harrier]"
OFFER = "Paid at once [offer-hobby]"
BOTH = ["SIDE_CLAIMANT", "SIDE_RESPONDENT"]
REPETITIONS = 60


def place(thing) -> str:
    return stubs.enum_name("Compartment", thing.compartment)


class Story:
    """The case up to the point where the arbitrator sits."""

    def __init__(self, office):
        self.office = office
        self.case = case = Case.filed(
            office, clauses=("CLAUSE_ARBITRATION", "CLAUSE_MEDIATION_FIRST")
        )
        self.broker = case.broker
        self.client = case.invite_client()
        self.mediator = office.mediator
        self.arbitrator = office.arbitrator
        # Contract exhibit E-1 filed in negotiation.
        case.demand()
        case.contest(self.client)
        self.contract = case.exhibit(self.broker, CONTRACT, "Contract of brokerage")
        self.offer = case.offer(self.client, 600, conditions=OFFER)
        case.act(self.broker, "RejectOffer", offer=self.offer)
        office.advance(days=15)
        self._mediate()
        # Impasse. DemandArbitration.
        case.act(self.mediator, "DeclareMediationImpasse")
        self.seen_by_broker = self._broker_sees()
        case.demand_arbitration(self.contract.name, "MEDIATION_FIRST_ATTEMPTED")
        case.act(self.client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
        case.appoint(self.arbitrator)

    def _mediate(self) -> None:
        case = self.case
        # Mediation opens: all sign the ground rules.
        case.act(self.broker, "ProposeMediation")
        rules = self.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
        for party in (self.broker, self.client):
            case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
        case.appoint(self.mediator)
        start = self.office.now + datetime.timedelta(hours=1)
        session = case.act(self.mediator, "ScheduleSession", start_time=start).created
        case.act(self.mediator, "OpenSession", session=session, attending=BOTH)
        case.act(self.mediator, "OpenCaucus", session=session, side="SIDE_RESPONDENT")
        # The client tells the mediator in caucus.
        before = set(e.name for e in case.entries(self.client))
        self._client_notes("COMPARTMENT_CAUCUS_RESPONDENT", CAN_PAY)
        after = [e for e in case.entries(self.client) if e.name not in before]
        self.confided = after[-1]
        self.office.advance(minutes=30)
        case.act(self.mediator, "EndCaucus", session=session)
        case.act(self.mediator, "EndSession", session=session)
        # Mediation copy M-1 of the same contract.
        self.copy = case.exhibit(
            self.broker, CONTRACT, "The contract once more", "MEDIATION", made_for_mediation=True
        )
        self.shown = case.exhibit(self.client, FIRST_SHOWN, "Carriage contract", "MEDIATION")
        case.act(
            self.broker, "AddNote", compartment="COMPARTMENT_MEDIATION", text=BROKERS_WORD
        )
        self._client_notes("COMPARTMENT_MEDIATION", CLIENTS_WORD)
        case.act(
            self.mediator,
            "AddMediationNote",
            kind="MEDIATION_NOTE_KIND_SHARED",
            text=MEDIATORS,
        )

    def _client_notes(self, compartment: str, text: str) -> None:
        self.case.act(self.client, "AddNote", compartment=compartment, text=text)

    def _broker_sees(self) -> list:
        """Everything the broker is told of the case on every path, while the mediation lasts."""
        name, broker = self.case.name, self.broker
        found = [broker.do("GetDispute", name=name)]
        found += broker.pages("ListEntries", "entries", parent=name, view="ENTRY_VIEW_FULL")
        found += broker.pages("ListExhibits", "exhibits", parent=name)
        found += broker.pages("ListCalls", "calls", parent=name)
        found += broker.pages("ListHeads", "heads", parent=name)
        with Watching(broker, name) as watch:
            found += watch.until_current()
        return found

    def admitted(self, who) -> dict[str, str]:
        """What came into the case under a waiver: each text and whose it is."""
        said = self.case.seen_by(who).admitted
        return {each.text: stubs.enum_name("Author", each.author) for each in said}


@pytest.fixture(scope="module")
def story(office) -> Story:
    return Story(office)


def test_01_the_broker_sees_nothing_of_the_caucus_but_that_it_was_held(story):
    texts = [each.SerializeToString() for each in story.seen_by_broker]
    assert any(BROKERS_WORD.encode() in each for each in texts)
    assert not any(b"caucus-kestrel" in each for each in texts)
    assert "CAUCUS_RESPONDENT" in {place(e) for e in story.case.entries(story.client)}
    seen = [e for e in story.seen_by_broker if e.DESCRIPTOR.name in ("Entry", "Receipt", "Exhibit")]
    assert "CAUCUS_RESPONDENT" not in {place(each) for each in seen}
    entries = [e for e in story.seen_by_broker if e.DESCRIPTOR.name == "Entry"]
    opened, ended = (e for e in entries if "eparate meeting" in e.title)
    assert ended.effective_time.seconds - opened.effective_time.seconds == 30 * 60
    assert not opened.words and not ended.words


def test_02_counts_and_pages_of_the_broker_tell_no_total(story):
    seen = len(story.case.entries(story.broker))
    assert seen < len({e.name for who in (story.broker, story.client) for e in story.case.entries(who)})
    token, sizes = "", []
    while True:
        page = story.broker.do("ListEntries", parent=story.case.name, page_size=4, page_token=token)
        assert {field.name for field in page.DESCRIPTOR.fields} == {"entries", "next_page_token"}
        sizes.append(len(page.entries))
        token = page.next_page_token
        if not token:
            break
    assert sizes[:-1] == [4] * (len(sizes) - 1) and sum(sizes) == seen


def test_02b_a_search_finds_nothing_of_the_caucus_but_for_who_confided(story):
    fields = {"parent": story.case.name, "query": "kestrel"}
    assert story.broker.pages("SearchEntries", "results", **fields) == []
    assert story.arbitrator.pages("SearchEntries", "results", **fields) == []
    assert len(story.client.pages("SearchEntries", "results", **fields)) == 1


def test_03_a_guess_of_the_notes_id_is_answered_like_a_random_one(story):
    """The same status, message and details, and in the same class of time."""
    hidden = story.confided.name
    assert story.client.do("GetEntry", name=hidden).words[0].text == CAN_PAY
    random = f"{story.case.name}/entries/caucus-respondent-48211"
    first = story.broker.refused("GetEntry", name=hidden)
    assert first.code == StatusCode.NOT_FOUND
    assert first.seen == story.broker.refused("GetEntry", name=random).seen
    times: dict[str, list[float]] = {hidden: [], random: []}
    for _ in range(REPETITIONS):
        # In turns, so that a busy machine is busy for both.
        for name, taken in times.items():
            begun = time.perf_counter()
            story.broker.refused("GetEntry", name=name)
            taken.append(time.perf_counter() - begun)
    one, other = (statistics.median(each) for each in times.values())
    assert abs(one - other) < max(0.5 * min(one, other), 0.003), f"{one} s and {other} s"


def test_04_what_names_the_caucus_in_a_request_is_answered_like_a_missing_thing(story):
    publish = {
        "name": story.case.name,
        "kind": "NOTE_KIND_NOTE",
        "compartment": "COMPARTMENT_CAUCUS_RESPONDENT",
        "title": "A guess",
    }
    erase = {"name": story.case.name, "basis": "ERASURE_BASIS_COURT_ORDER", "reason": "A guess."}
    for who in (story.broker, story.arbitrator, story.office.administrator):
        hidden = who.refused("RequestErasure", target=story.confided.name, **erase)
        random = f"{story.case.name}/entries/caucus-respondent-48211"
        assert hidden.code == StatusCode.NOT_FOUND
        assert hidden.seen == who.refused("RequestErasure", target=random, **erase).seen
    hidden = story.broker.refused("PublishNote", number=1, **publish)
    assert hidden.code == StatusCode.NOT_FOUND
    assert hidden.seen == story.broker.refused("PublishNote", number=977, **publish).seen


def test_05_the_copy_shown_in_the_mediation_has_the_same_hash(story):
    assert story.contract.label == "E-1" and story.copy.label == "M-1"
    assert story.contract.sha256 == story.copy.sha256 == hashlib.sha256(CONTRACT).hexdigest()


def test_06_the_arbitrator_sees_the_contract_and_neither_copy_caucus_nor_offer(story):
    name, arbitrator = story.case.name, story.arbitrator
    exhibits = arbitrator.pages("ListExhibits", "exhibits", parent=name)
    assert [each.label for each in exhibits] == ["E-1"]
    assert arbitrator.pages("ListOffers", "offers", parent=name) == []
    read = [arbitrator.do("GetDispute", name=name)]
    read += arbitrator.pages("ListEntries", "entries", parent=name, view="ENTRY_VIEW_FULL")
    read += arbitrator.pages("ListDocuments", "documents", parent=name)
    read.append(arbitrator.do("GetDocument", name=f"{name}/documents/brief"))
    for secret in (CAN_PAY, MEDIATORS, BROKERS_WORD, CLIENTS_WORD, OFFER):
        assert not any(secret.encode() in each.SerializeToString() for each in read)
    assert {place(each) for each in read[1:] if each.DESCRIPTOR.name == "Entry"} == {"CASE"}


def test_07_numbers_and_sequences_give_the_arbitrator_no_hint(story):
    entries = [e for e in story.case.entries(story.arbitrator) if place(e) == "CASE"]
    assert [each.sequence for each in entries] == list(range(1, len(entries) + 1))
    heads = story.arbitrator.pages("ListHeads", "heads", parent=story.case.name)
    assert {place(each) for each in heads} == {"CASE"}
    assert heads[0].sequence == len(entries)
    chains = story.arbitrator.do("VerifyDocket", name=story.case.name).chains
    assert [(place(each), each.entry_count) for each in chains] == [("CASE", len(entries))]
    # The brief, the case as one page, says nothing of what is withheld.
    brief = story.arbitrator.do("GetDocument", name=f"{story.case.name}/documents/brief").text
    for word in ("withheld", "privilege", "sealed", "caucus"):
        assert word not in brief.lower()


def test_08_a_contract_first_shown_in_mediation_is_admissible_as_its_owners_copy(story):
    again = story.case.exhibit(story.client, FIRST_SHOWN, "Carriage contract, our copy")
    assert again.label == "E-2" and again.sha256 == story.shown.sha256
    exhibits = story.arbitrator.pages("ListExhibits", "exhibits", parent=story.case.name)
    assert [each.label for each in exhibits] == ["E-1", "E-2"]
    assert exhibits[1].admitted_under == 0


def test_09_a_memo_of_what_was_offered_in_mediation_is_refused(story):
    assert memo_refused(story, story.broker).reason == "MEDIATION_PRIVILEGED"
    refusal = memo_refused(story, story.broker)
    assert refusal.code == StatusCode.FAILED_PRECONDITION
    publish = {"compartment": "COMPARTMENT_MEDIATION", "number": 1, "title": "What we said"}
    refusal = story.broker.refused(
        "PublishNote", name=story.case.name, kind="NOTE_KIND_NOTE", **publish
    )
    assert refusal.reason == "MEDIATION_PRIVILEGED"


def memo_refused(story, who) -> Refusal:
    memo = b"They offered 6,000 in the mediation."
    messages = upload(story.case.name, memo, "Memo", made_for_mediation=True)
    with pytest.raises(Refusal) as refused:
        who.send_stream("UploadExhibit", messages)
    return refused.value


def test_10_no_call_takes_a_mediators_opinion_to_the_arbitrator(story):
    """Whatever the mediator may do that the arbitrator sees has no room for text but these."""
    fields = stubs.message("parley.v1.ReportMediationRequest").DESCRIPTOR.fields
    kept = {"name", "request_id", "etag", "validate_only"}
    own = {field.name: field for field in fields if field.name not in kept}
    assert set(own) == {"occurred", "terminated", "settled", "attending"}
    assert all(field.type != field.TYPE_STRING for field in own.values())
    opinion = {"name": story.case.name, "text": "The client should lose."}
    for method in ("IssueOrder", "AddDeliberationNote", "IssueAward"):
        refusal = story.mediator.refused(method, **opinion)
        assert refusal.code in (StatusCode.PERMISSION_DENIED, StatusCode.INVALID_ARGUMENT)
    for compartment in ("CASE", "DELIBERATION"):
        refusal = story.mediator.refused(
            "AddNote", compartment=f"COMPARTMENT_{compartment}", **opinion
        )
        assert refusal.code in (StatusCode.PERMISSION_DENIED, StatusCode.NOT_FOUND)
    with pytest.raises(Refusal) as refused:
        story.case.exhibit(story.mediator, b"The client should lose.", "Opinion")
    assert refused.value.code == StatusCode.PERMISSION_DENIED
    extend = {"kind": "DEADLINE_KIND_AWARD", "until_date": story.office.day(90)}
    refusal = story.mediator.refused(
        "ExtendDeadline", name=story.case.name, reason=opinion["text"], **extend
    )
    assert refusal.code in (StatusCode.PERMISSION_DENIED, StatusCode.INVALID_ARGUMENT)
    assert "should lose" not in str(story.case.entries(story.arbitrator))


def test_11_a_waiver_signed_by_the_broker_alone_opens_nothing(story):
    case = story.case
    before = case.seen_by(story.arbitrator).SerializeToString()
    entries = [e.name for e in case.entries(story.arbitrator)]
    story.waiver = case.act(story.broker, "ProposeWaiver", whole=True).created
    for who in (story.broker, story.client):
        refusal = memo_refused(story, who)
        assert refusal.reason == "WAIVER_REQUIRES_ALL_PARTIES"
        assert refusal.metadata["next_action"] == "SIGN_WAIVER"
        assert refusal.metadata["next_actor"] == "RESPONDENT"
    # Who does not see the mediation is told as before, and sees no trace of it.
    assert memo_refused(story, story.arbitrator).reason == "MEDIATION_PRIVILEGED"
    assert case.seen_by(story.arbitrator).SerializeToString() == before
    assert [e.name for e in case.entries(story.arbitrator)] == entries
    assert story.broker.refused("SignWaiver", name=case.name, waiver=story.waiver).reason == (
        "ALREADY_SIGNED"
    )


def test_12_signed_by_both_it_opens_what_the_parties_said_and_not_the_mediators(story):
    case = story.case
    with Watching(story.arbitrator, case.name) as watch:
        watch.until_current()
        case.act(story.client, "SignWaiver", waiver=story.waiver)
        told = watch.entries(5)
    assert told[0].entry.event == "PRIVILEGE_WAIVED"
    said = story.admitted(story.arbitrator)
    assert said == {BROKERS_WORD: "CLAIMANT", CLIENTS_WORD: "RESPONDENT"}
    exhibits = story.arbitrator.pages("ListExhibits", "exhibits", parent=case.name)
    assert [each.label for each in exhibits] == ["E-1", "E-2", "E-3", "E-4"]
    assert [each.admitted_under for each in exhibits] == [0, 0, 1, 1]
    pieces = story.arbitrator.stream("DownloadExhibit", name=exhibits[2].name)
    assert b"".join(each.data for each in pieces) == CONTRACT
    # The chain of the case alone, without a gap; the mediation stays closed.
    entries = case.entries(story.arbitrator)
    assert {place(each) for each in entries} == {"CASE"}
    assert [each.sequence for each in entries] == list(range(1, len(entries) + 1))
    hidden = story.arbitrator.refused_stream("DownloadExhibit", name=story.copy.name)
    assert hidden.code == StatusCode.NOT_FOUND
    text = str(case.seen_by(story.arbitrator)) + str(entries)
    assert MEDIATORS not in text and CAN_PAY not in text
    dispute = case.seen_by(story.arbitrator)
    assert not dispute.waivers and not dispute.waivers_in_force[0].joined_by_mediator


def test_13_in_force_it_is_final(story):
    refusal = story.broker.refused("WithdrawWaiver", name=story.case.name, waiver=story.waiver)
    assert refusal.reason == "WAIVER_IN_FORCE"


def test_14_the_mediators_own_words_follow_when_the_mediator_waives(story):
    case = story.case
    case.act(story.mediator, "SignWaiver", waiver=story.waiver)
    assert story.admitted(story.arbitrator)[MEDIATORS] == "MEDIATOR"
    assert case.seen_by(story.arbitrator).waivers_in_force[0].joined_by_mediator
    assert CAN_PAY not in story.admitted(story.arbitrator)


def test_15_a_caucus_is_opened_by_the_side_that_confided_and_nobody_else(story):
    publish = {
        "kind": "NOTE_KIND_NOTE",
        "compartment": "COMPARTMENT_CAUCUS_RESPONDENT",
        "number": 1,
        "title": "What we told the mediator",
    }
    refusal = story.broker.refused("PublishNote", name=story.case.name, **publish)
    assert refusal.code == StatusCode.NOT_FOUND
    made = story.case.act(story.client, "PublishNote", **publish).created
    pieces = story.arbitrator.stream("DownloadExhibit", name=made)
    text = b"".join(each.data for each in pieces).decode()
    assert CAN_PAY in text and "Note of the respondent" in text
    repeated = str(uuid.uuid4())
    again = dict(publish, request_id=repeated, title="Once more")
    first = story.case.act(story.client, "PublishNote", **again)
    assert story.case.act(story.client, "PublishNote", **again).created == first.created


def test_16_every_chain_still_verifies_for_everybody(story):
    for who in (story.broker, story.client, story.mediator, story.arbitrator):
        for chain in who.do("VerifyDocket", name=story.case.name).chains:
            assert not chain.defects


def test_17_a_signed_settlement_agreement_stays_admissible(office):
    """What all have signed is the exception (UMA s. 6(a)(1)), though it was made in the mediation."""
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    client = case.invite_client()
    case.demand()
    case.contest(client)
    office.advance(days=15)
    case.act(case.broker, "ProposeMediation")
    rules = case.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
    for party in (case.broker, client):
        case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
    case.appoint(office.mediator)
    offer = case.offer(client, 900)
    etag = case.broker.do("GetOffer", name=offer).etag
    case.act(case.broker, "AcceptOffer", offer=offer, etag=etag)
    agreement = case.broker.do("GetDocument", name=f"{case.name}/documents/agreement")
    for party, signer in ((case.broker, "Bela Tide"), (client, "Clara Anchor")):
        case.act(
            party,
            "SignAgreement",
            sha256=agreement.sha256,
            signer_name=signer,
            authority="AUTHORITY_OFFICER",
            etag=party.do("GetAgreement", name=f"{case.name}/agreement").etag,
        )
    filed = case.exhibit(client, agreement.text.encode(), "The agreement as signed")
    assert filed.label == "E-1" and not filed.made_for_mediation
    assert case.seen_by(case.broker).settlement_state == stubs.enum("SettlementState").values_by_name[
        "SETTLEMENT_STATE_PERFORMING"
    ].number
