"""Who read what is confided: recorded on every path, told to those whose it is, and to nobody more."""

import datetime

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case
from parley_client.cli import Person
from parley_client.watching import Watching

SECRETS = ["caucus-note-osprey", "mediator-note-bittern", "private-note-curlew"]
PRIVATE = "COMPARTMENT_PARTY_PRIVATE_CLAIMANT"


class Confided:
    """A case in mediation with something in every private part."""

    def __init__(self, office):
        self.office = office
        self.case = case = Case.filed(office, clauses=("CLAUSE_MEDIATION_FIRST",))
        self.broker, self.mediator = case.broker, office.mediator
        case.demand()
        self.client = case.invite_client()
        case.contest(self.client)
        offer = case.offer(self.broker, 1000)
        case.act(self.client, "RejectOffer", offer=offer, reason="Too much.")
        office.advance(days=15)
        case.act(self.broker, "DeclareImpasse", reason="The offer was rejected.")
        case.act(self.broker, "ProposeMediation", reason="To save costs.")
        rules = self.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
        for party in (self.broker, self.client):
            case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
        case.appoint(self.mediator)
        start = office.now + datetime.timedelta(hours=1)
        session = case.act(self.mediator, "ScheduleSession", start_time=start).created
        sides = ["SIDE_CLAIMANT", "SIDE_RESPONDENT"]
        case.act(self.mediator, "OpenSession", session=session, attending=sides)
        case.act(self.mediator, "OpenCaucus", session=session, side="SIDE_RESPONDENT")
        for kind, text, side in (
            ("CAUCUS", SECRETS[0], "SIDE_RESPONDENT"),
            ("OWN", SECRETS[1], "SIDE_UNSPECIFIED"),
        ):
            kind = f"MEDIATION_NOTE_KIND_{kind}"
            case.act(self.mediator, "AddMediationNote", kind=kind, side=side, text=text)
        case.act(self.broker, "AddNote", compartment=PRIVATE, text=SECRETS[2])
        # What follows is another ten minutes than all that was read so far.
        office.advance(hours=1)

    def reads(self, who) -> list[tuple]:
        return [
            (
                stubs.enum_name("Compartment", each.compartment),
                each.reader,
                stubs.enum_name("ReadWay", each.way),
                each.first_sequence,
                each.last_sequence,
                each.exhibit.rsplit("/", 1)[-1],
                each.full,
            )
            for each in who.pages("ListReads", "reads", parent=self.case.name)
        ]

    def new(self, who, act) -> list[tuple]:
        """What somebody is told of after an act that was not told before."""
        before = self.reads(who)
        act()
        return self.reads(who)[len(before) :]


@pytest.fixture(scope="module")
def confided(office) -> Confided:
    return Confided(office)


def test_a_party_is_told_who_read_its_caucus(confided):
    case, mediator, client = confided.case, confided.mediator, confided.client
    confided.office.advance(hours=1)
    new = confided.new(client, lambda: case.entries(mediator))
    last = max(
        each.sequence
        for each in case.entries(client)
        if stubs.enum_name("Compartment", each.compartment) == "CAUCUS_RESPONDENT"
    )
    assert ("CAUCUS_RESPONDENT", mediator.member, "ENTRIES", 1, last, "", False) in new
    # The other side is not told that there was a caucus, nor the mediator how it is read.
    for who in (confided.broker, mediator, confided.office.administrator):
        assert not [each for each in confided.reads(who) if each[0].startswith("CAUCUS")]


def test_the_side_is_told_who_read_its_own_part(confided):
    case, broker, colleague = confided.case, confided.broker, confided.office.colleague
    confided.office.advance(hours=1)
    mine = [e for e in case.entries(broker) if e.compartment == stubs.enum(
        "Compartment").values_by_name[PRIVATE].number]
    note = mine[-1]
    assert confided.reads(broker) == [
        each for each in confided.reads(broker) if each[1] != broker.member
    ], "an author's own reading is none"
    full = stubs.enum("EntryView").values_by_name["ENTRY_VIEW_FULL"].number
    new = confided.new(
        broker, lambda: colleague.do("GetEntry", name=note.name, view=full)
    )
    assert new == [
        (
            "PARTY_PRIVATE_CLAIMANT",
            colleague.member,
            "ENTRIES",
            note.sequence,
            note.sequence,
            "",
            True,
        )
    ]
    for who in (confided.client, confided.mediator, confided.office.administrator):
        assert not [each for each in confided.reads(who) if each[0].startswith("PARTY_PRIVATE")]


def test_the_same_read_again_is_one(confided):
    case, colleague = confided.case, confided.office.colleague
    confided.office.advance(hours=1)

    def thrice() -> None:
        for _ in range(3):
            case.entries(colleague)

    assert len(confided.new(confided.broker, thrice)) == 1


def test_a_watch_counts(confided):
    case, client = confided.case, confided.client
    confided.office.advance(hours=1)

    def watch() -> None:
        with Watching(client, case.name) as watching:
            watching.until_current()

    new = confided.new(client, watch)
    assert [each[:3] for each in new] == [("CAUCUS_RESPONDENT", client.member, "WATCH")]


def test_a_search_counts(confided):
    case, client = confided.case, confided.client
    confided.office.advance(hours=1)

    def search() -> None:
        while True:
            answer = client.do("SearchEntries", parent=case.name, query=f'"{SECRETS[0]}"')
            if answer.complete:
                break
        assert answer.results

    new = confided.new(client, search)
    assert [each[:3] for each in new] == [("CAUCUS_RESPONDENT", client.member, "SEARCH")]


def test_the_mediators_own_notes_are_the_mediators(confided):
    case, mediator = confided.case, confided.mediator
    confided.office.advance(hours=1)
    new = confided.new(mediator, lambda: case.entries(mediator))
    assert [each[:3] for each in new] == [("NEUTRAL_PRIVATE", mediator.member, "ENTRIES")]
    for who in (confided.broker, confided.client, confided.office.administrator):
        assert not [each for each in confided.reads(who) if each[0] == "NEUTRAL_PRIVATE"]


def test_a_private_exhibit_counts_where_it_is_listed_and_downloaded(confided):
    case, broker, colleague = confided.case, confided.broker, confided.office.colleague
    content = b"%PDF-1.7 what we think of it"
    exhibit = case.exhibit(colleague, content, "Our view", "PARTY_PRIVATE_CLAIMANT")
    confided.office.advance(hours=1)
    label = exhibit.name.rsplit("/", 1)[-1]
    listed = confided.new(
        colleague, lambda: broker.do("ListExhibits", parent=case.name)
    )
    # The broker's own note stands there too, but no other exhibit.
    assert ("PARTY_PRIVATE_CLAIMANT", broker.member, "LIST", 0, 0, "", False) in listed
    downloaded = confided.new(
        colleague, lambda: list(broker.stream("DownloadExhibit", name=exhibit.name))
    )
    assert downloaded == [
        ("PARTY_PRIVATE_CLAIMANT", broker.member, "DOWNLOAD", 0, 0, label, False)
    ]
    own = confided.new(
        broker, lambda: list(colleague.stream("DownloadExhibit", name=exhibit.name))
    )
    assert own == []


def test_an_administrator_is_told_of_sealed_exhibits_alone(confided):
    case, broker = confided.case, confided.broker
    administrator = confided.office.administrator
    exhibit = case.exhibit(broker, b"%PDF-1.7 a secret of the trade", "Prices")
    label = exhibit.name.rsplit("/", 1)[-1]
    confided.office.advance(hours=1)
    open_reads = confided.new(
        administrator, lambda: list(broker.stream("DownloadExhibit", name=exhibit.name))
    )
    assert open_reads == []
    case.act(
        administrator,
        "SealExhibit",
        exhibit=exhibit.name,
        readers=["SIDE_CLAIMANT"],
        reason="A trade secret.",
    )
    sealed = confided.new(
        administrator, lambda: list(broker.stream("DownloadExhibit", name=exhibit.name))
    )
    assert sealed == [("CASE", broker.member, "DOWNLOAD", 0, 0, label, False)]
    entries = confided.new(administrator, lambda: case.entries(broker, view="ENTRY_VIEW_FULL"))
    assert [(each[0], each[5], each[6]) for each in entries] == [("CASE", label, True)]
    # From whom it is sealed, neither the exhibit nor who reads it can be told.
    shut = confided.new(administrator, lambda: case.entries(confided.client))
    assert shut == []
    for who in (broker, confided.client, confided.mediator):
        assert not [each for each in confided.reads(who) if each[0] == "CASE"]


def test_it_tells_nothing_of_what_was_read_and_nothing_to_strangers(confided):
    case, office = confided.case, confided.office
    for who in (confided.broker, confided.client, confided.mediator, office.administrator):
        answer = who.raw("ListReads", who.request("ListReads", parent=case.name, page_size=200))
        assert not [each for each in SECRETS if each.encode() in answer]
    refused = office.stranger.refused("ListReads", parent=case.name)
    missing = office.stranger.refused("ListReads", parent="disputes/7k3qm2xw")
    assert refused.code == missing.code == StatusCode.NOT_FOUND
    assert refused.details == missing.details


def test_pages_hold_what_the_caller_may_know_and_no_gap(confided):
    client, case = confided.client, confided.case
    whole = confided.reads(client)
    assert len(whole) >= 2
    paged = client.pages("ListReads", "reads", parent=case.name, page_size=1)
    assert len(paged) == len(whole)


def test_the_command_line_shows_it(confided, tmp_path):
    office, case = confided.office, confided.case
    dispute = case.name.removeprefix("disputes/")
    code = office.invite("ROLE_BROKER", "Cleo Tide", office.organization)
    cleo = Person(tmp_path / "cleo", office.server).sign_in(code, "Cleo Tide")
    office.advance(hours=1)
    assert SECRETS[2] in cleo.done("note", "list", dispute)
    last = cleo.done("history", dispute, "--reads").splitlines()[-1].split("\t")
    assert last[1].startswith("members/"), "for programs, the id"
    assert last[2] == "party private claimant" and last[3].startswith("entr")
