"""One case through negotiation, mediation and arbitration: what the arbitrator must not learn."""

import datetime

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case
from parley_client.refusal import Refusal
from parley_client.watching import Watching, names

CONTRACT = b"%PDF-1.7 the contract of brokerage, signed on paper"
# Words that were said where the arbitrator does not listen.
SECRETS = [
    "offer-condition-heron",
    "caucus-note-osprey",
    "mediator-note-bittern",
    "shared-note-plover",
    "private-note-curlew",
    "mediation-exhibit-avocet",
    "assessment-dunlin",
]
VISIBLE = {"CASE", "DELIBERATION"}


class Mediated:
    """The case, and what was made in it out of the arbitrator's sight."""

    def __init__(self, office):
        self.office = office
        self.case = case = Case.filed(
            office, clauses=("CLAUSE_ARBITRATION", "CLAUSE_MEDIATION_FIRST")
        )
        self.contract = case.exhibit(case.broker, CONTRACT, "Contract of brokerage")
        case.demand()
        self.client = case.invite_client()
        case.contest(self.client)
        self.offer = case.offer(case.broker, 1000, conditions=SECRETS[0])
        case.act(self.client, "RejectOffer", offer=self.offer, reason="Too much.")
        office.advance(days=15)
        case.act(case.broker, "DeclareImpasse", reason="The offer was rejected.")
        self._mediate(office.mediator)
        case.demand_arbitration(self.contract.name, "MEDIATION_FIRST_ATTEMPTED")
        case.act(
            self.client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}]
        )
        case.appoint(office.arbitrator)

    def _mediate(self, mediator) -> None:
        case, broker, client = self.case, self.case.broker, self.client
        case.act(broker, "ProposeMediation", reason="To save costs.")
        rules = broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
        for party in (broker, client):
            case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
        case.appoint(mediator)
        start = self.office.now + datetime.timedelta(hours=1)
        session = case.act(mediator, "ScheduleSession", start_time=start).created
        sides = ["SIDE_CLAIMANT", "SIDE_RESPONDENT"]
        case.act(mediator, "OpenSession", session=session, attending=sides)
        case.act(mediator, "OpenCaucus", session=session, side="SIDE_RESPONDENT")
        for kind, text, side in (
            ("CAUCUS", SECRETS[1], "SIDE_RESPONDENT"),
            ("OWN", SECRETS[2], "SIDE_UNSPECIFIED"),
            ("SHARED", SECRETS[3], "SIDE_UNSPECIFIED"),
        ):
            kind = f"MEDIATION_NOTE_KIND_{kind}"
            case.act(mediator, "AddMediationNote", kind=kind, side=side, text=text)
        case.act(mediator, "EndCaucus", session=session)
        case.act(mediator, "EndSession", session=session)
        private = "COMPARTMENT_PARTY_PRIVATE_CLAIMANT"
        case.act(broker, "AddNote", compartment=private, text=SECRETS[4])
        # The same bytes as the exhibit of the case, shown once more in the mediation.
        self.copy = case.exhibit(broker, CONTRACT, SECRETS[5], "MEDIATION")
        case.act(broker, "AssessPath", choice="PATH_CHOICE_ARBITRATION", reason=SECRETS[6])
        case.act(mediator, "DeclareMediationImpasse")

    @property
    def hidden_entries(self) -> list:
        """All entries that anybody can see and the arbitrator must not."""
        everybody = (self.case.broker, self.client, self.office.mediator)
        entries = [each for who in everybody for each in self.case.entries(who)]
        return [e for e in entries if compartment(e) not in VISIBLE]


def compartment(thing) -> str:
    return stubs.enum_name("Compartment", thing.compartment)


@pytest.fixture(scope="module")
def mediated(office) -> Mediated:
    return Mediated(office)


@pytest.fixture
def arbitrator(office):
    return office.arbitrator


def test_the_case_has_what_is_to_be_hidden(mediated):
    hidden = {compartment(each) for each in mediated.hidden_entries}
    assert {
        "SETTLEMENT",
        "MEDIATION",
        "CAUCUS_RESPONDENT",
        "PARTY_PRIVATE_CLAIMANT",
        "INTERNAL",
    } <= hidden
    assert mediated.case.status == "CONSTITUTED"


def test_each_secret_is_read_by_those_it_was_told_to(mediated):
    case, client, mediator = mediated.case, mediated.client, mediated.office.mediator
    told = {"broker": text_of(case, case.broker), "client": text_of(case, client)}
    assert SECRETS[0] in told["broker"] and SECRETS[0] in told["client"]
    assert SECRETS[1] in told["client"] and SECRETS[1] not in told["broker"]
    assert SECRETS[3] in told["broker"] and SECRETS[3] in told["client"]
    assert SECRETS[4] in told["broker"] and SECRETS[4] not in told["client"]
    assert SECRETS[6] in told["broker"] and SECRETS[6] not in told["client"]
    assert SECRETS[2] not in told["broker"] + told["client"]
    assert SECRETS[2] in text_of(case, mediator)


def text_of(case, who) -> str:
    return "\n".join(word.text for entry in case.entries(who) for word in entry.words)


def test_the_arbitrator_lists_the_case_without_a_gap(mediated, arbitrator):
    case = mediated.case
    seen = case.entries(arbitrator)
    assert {compartment(each) for each in seen} <= VISIBLE
    own = [each for each in seen if compartment(each) == "CASE"]
    assert [each.sequence for each in own] == list(range(1, len(own) + 1))
    whole = [each.name for each in case.entries(case.broker) if compartment(each) == "CASE"]
    assert [each.name for each in own] == whole
    assert {"DEMAND_SERVED", "RESPONDED", "ARBITRATION_DEMANDED"} <= {e.event for e in own}


def test_pages_tell_no_count_of_what_is_withheld(mediated, arbitrator):
    seen = len(mediated.case.entries(arbitrator))
    sizes = []
    token = ""
    while True:
        page = arbitrator.do(
            "ListEntries", parent=mediated.case.name, page_size=3, page_token=token
        )
        sizes.append(len(page.entries))
        token = page.next_page_token
        if not token:
            break
    assert sizes[:-1] == [3] * (len(sizes) - 1) and 0 < sizes[-1] <= 3
    assert sum(sizes) == seen


def test_a_hidden_entry_is_answered_like_a_missing_one(mediated, arbitrator):
    case = mediated.case
    hidden = {each.name for each in mediated.hidden_entries}
    assert len(hidden) >= 6
    for name in sorted(hidden):
        missing = name.rsplit("-", 1)[0] + "-999"
        refusal = arbitrator.refused("GetEntry", name=name)
        assert refusal.code == StatusCode.NOT_FOUND
        assert refusal.seen == arbitrator.refused("GetEntry", name=missing).seen
    assert case.broker.do("GetEntry", name=sorted(hidden)[-1]).name in hidden


def test_filters_count_only_what_is_seen(mediated, arbitrator):
    for place in ("SETTLEMENT", "MEDIATION", "CAUCUS_RESPONDENT", "NEUTRAL_PRIVATE"):
        found = mediated.case.entries(arbitrator, filter=f"compartment = {place}")
        assert found == [], place
    assert mediated.case.entries(arbitrator, filter="compartment = SETTLEMENT") == []
    assert mediated.case.entries(mediated.case.broker, filter="compartment = SETTLEMENT") != []


def test_offers_and_exhibits_of_the_mediation_do_not_exist(mediated, arbitrator):
    name = mediated.case.name
    assert mediated.case.broker.do("GetOffer", name=mediated.offer).name == mediated.offer
    hidden = arbitrator.refused("GetOffer", name=mediated.offer)
    assert hidden.seen == arbitrator.refused("GetOffer", name=f"{name}/offers/77").seen
    assert hidden.code == StatusCode.NOT_FOUND
    assert arbitrator.pages("ListOffers", "offers", parent=name) == []
    hidden = arbitrator.refused_stream("DownloadExhibit", name=mediated.copy.name)
    missing = arbitrator.refused_stream("DownloadExhibit", name=f"{name}/exhibits/mediation-77")
    assert hidden.seen == missing.seen
    assert hidden.code == StatusCode.NOT_FOUND


def test_the_contract_from_before_the_mediation_stays_visible(mediated, arbitrator):
    exhibits = arbitrator.pages("ListExhibits", "exhibits", parent=mediated.case.name)
    assert [each.label for each in exhibits] == ["E-1"]
    pieces = arbitrator.stream("DownloadExhibit", name=mediated.contract.name)
    assert b"".join(each.data for each in pieces) == CONTRACT
    both = mediated.case.broker.pages("ListExhibits", "exhibits", parent=mediated.case.name)
    assert [each.label for each in both] == ["E-1", "M-1"]
    assert both[0].sha256 == both[1].sha256


def test_heads_proofs_and_receipts_name_no_other_chain(mediated, arbitrator):
    name = mediated.case.name
    heads = arbitrator.pages("ListHeads", "heads", parent=name)
    assert {compartment(each) for each in heads} <= VISIBLE
    chains = arbitrator.do("VerifyDocket", name=name).chains
    assert {compartment(each) for each in chains} <= VISIBLE
    assert "CASE" in {compartment(each) for each in chains}
    note = arbitrator.do("AddDeliberationNote", name=name, text="To be weighed.")
    assert {compartment(each) for each in note.receipts} == {"DELIBERATION"}
    assert {"SETTLEMENT", "MEDIATION"} <= {
        compartment(each)
        for each in mediated.case.broker.pages("ListHeads", "heads", parent=name)
    }


def test_nothing_that_the_arbitrator_is_sent_holds_a_secret(mediated, arbitrator):
    name = mediated.case.name
    answers = [arbitrator.do("GetDispute", name=name)]
    answers += arbitrator.pages("ListDisputes", "disputes")
    answers += mediated.case.entries(arbitrator, view="ENTRY_VIEW_FULL")
    answers += arbitrator.pages("ListDocuments", "documents", parent=name)
    answers += arbitrator.pages("ListDeadlines", "deadlines", parent=name)
    answers += arbitrator.pages("ListCalls", "calls", parent=name)
    with Watching(arbitrator, name) as watch:
        answers += watch.until_current()
    assert b"DEMAND_SERVED" in b"".join(each.SerializeToString() for each in answers)
    for answer in answers:
        for secret in SECRETS:
            assert secret.encode() not in answer.SerializeToString()
    dispute = answers[0]
    assert dispute.settlement_state == 0
    assert not dispute.pending_approvals and not dispute.HasField("assessment")


def test_a_watch_of_the_arbitrator_is_the_list_of_the_arbitrator(mediated, arbitrator):
    with Watching(arbitrator, mediated.case.name) as watch:
        told = names(watch.until_current())
    assert told == [each.name for each in mediated.case.entries(arbitrator)]


def test_what_happens_elsewhere_moves_nothing_in_the_arbitrators_sight(mediated, arbitrator):
    case = mediated.case
    listed = "disputes/-"
    before = case.seen_by(arbitrator).SerializeToString()
    with Watching(arbitrator, listed, from_now=True) as watch:
        watch.until_current()
        private = "COMPARTMENT_PARTY_PRIVATE_CLAIMANT"
        case.act(case.broker, "AddNote", compartment=private, text="Nobody else reads this.")
        case.offer(mediated.client, 600)
        assert case.seen_by(arbitrator).SerializeToString() == before
        note = arbitrator.do("AddDeliberationNote", name=case.name, text="Weighed again.")
        assert names([watch.next()]) == list(note.entries)


def test_what_was_offered_in_mediation_is_kept_out_of_the_case(mediated):
    case, client, mediator = mediated.case, mediated.client, mediated.office.mediator
    memo = b"They offered six thousand in the mediation."
    with pytest.raises(Refusal) as refused:
        case.exhibit(case.broker, memo, "Memo", made_for_mediation=True)
    assert refused.value.reason == "MEDIATION_PRIVILEGED"
    # A copy of what existed before is admissible, though it was shown in the mediation too.
    again = case.exhibit(client, CONTRACT, "Our copy of the contract")
    assert again.compartment != mediated.copy.compartment
    assert again.name in [
        each.name
        for each in mediated.office.arbitrator.pages("ListExhibits", "exhibits", parent=case.name)
    ]
    # No call of the mediator reaches the arbitrator: only the four things of the report.
    fields = stubs.message("parley.v1.ReportMediationRequest").DESCRIPTOR.fields_by_name
    common = {"name", "request_id", "etag", "validate_only"}
    assert set(fields) - common == {"occurred", "terminated", "settled", "attending"}
    assert mediator.refused("IssueOrder", name=case.name, kind=4, text="Hear me.").code


def test_the_other_side_learns_the_fact_of_a_separate_meeting_and_no_more(mediated):
    case = mediated.case
    titles = [each.title for each in case.entries(case.broker)]
    assert any("eparate meeting" in each for each in titles)
    assert SECRETS[1] not in text_of(case, case.broker)
    note = "caucus-respondent-1"
    hidden = case.broker.refused("GetEntry", name=f"{case.name}/entries/{note}")
    missing = case.broker.refused("GetEntry", name=f"{case.name}/entries/caucus-respondent-777")
    assert hidden.code == StatusCode.NOT_FOUND and hidden.seen == missing.seen
