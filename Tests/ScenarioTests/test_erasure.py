"""Erasure by two persons: the words leave the disk, and everything else still holds."""

import subprocess

import pytest
from grpc import StatusCode

from parley_client import chain, stubs
from parley_client.case import Case
from parley_client.office import Office
from parley_client.server import binary
from parley_client.watching import Watching

NOTE = "wrong-person-wagtail"
TITLE = "medical-file-dipper"
SOURCE = "clinic-of-siskin"
BYTES = b"%PDF-1.7 the-bytes-of-brambling " * 400
BASIS = {"basis": "ERASURE_BASIS_FILED_IN_ERROR", "reason": "It belongs to another matter."}
PRIVATE = "COMPARTMENT_PARTY_PRIVATE_CLAIMANT"


@pytest.fixture(scope="module")
def own_office(tmp_path_factory):
    """A server of its own, since its directory is searched and its process killed."""
    office = Office.at_new_server(tmp_path_factory.mktemp("erasure") / "data")
    yield office
    office.close()


def found_in(office: Office, text: str | bytes) -> list[str]:
    """The files of the data directory that hold these bytes, raw."""
    sought = text if isinstance(text, bytes) else text.encode()
    files = [each for each in office.server.data.rglob("*") if each.is_file()]
    return sorted(each.name for each in files if sought in each.read_bytes())


def test_words_and_bytes_leave_the_disk_and_the_chain_still_holds(own_office):
    office = own_office
    case = Case.filed(office)
    client = case.invite_client()
    noted = case.act(case.broker, "AddNote", compartment=PRIVATE, text=NOTE)
    exhibit = case.exhibit(case.broker, BYTES, TITLE, source=SOURCE)
    # A note that answers with the whole case, so that replies hold words too.
    for _ in range(3):
        case.act(case.broker, "AddNote", compartment=PRIVATE, text="Nothing of note.")
    for secret in (NOTE, TITLE, SOURCE, BYTES[:200]):
        assert found_in(office, secret), secret
    def finds(word: str) -> int:
        fields = {"parent": case.name, "query": word}
        return len(case.broker.pages("SearchEntries", "results", **fields))

    assert finds("wagtail") == finds("dipper") == 1
    entry = noted.entries[0]
    for target, second in ((entry, office.supervisor), (exhibit.name, office.administrator)):
        asked = case.act(case.broker, "RequestErasure", target=target, **BASIS).created
        own = case.broker.refused("GrantErasure", name=case.name, erasure=asked)
        assert own.reason in ("ERASURE_NEEDS_TWO", "NOT_PERMITTED")
        case.act(second, "GrantErasure", erasure=asked)
        again = case.broker.refused("RequestErasure", name=case.name, target=target, **BASIS)
        assert again.reason == "ALREADY_ERASED"
    for secret in (NOTE, TITLE, SOURCE, BYTES[:200]):
        assert found_in(office, secret) == [], secret

    # Not one word of them is left in the index either.
    for word in ("wagtail", "dipper", "siskin"):
        assert finds(word) == 0 and found_in(office, word) == [], word
    erased = case.broker.do("GetEntry", name=entry)
    assert erased.words_erased and not erased.words and "words erased" in erased.title
    assert NOTE not in str(case.entries())
    gone = case.broker.refused_stream("DownloadExhibit", name=exhibit.name)
    assert gone.reason == "ALREADY_ERASED"
    listed = case.broker.pages("ListExhibits", "exhibits", parent=case.name)
    assert [(each.erased, each.title) for each in listed] == [(True, "")]
    # Who asked, who granted and on what basis stands where the words stood.
    told = [e for e in case.entries() if e.event == "WORDS_ERASED"]
    assert [stubs.enum_name("Compartment", e.compartment) for e in told] == [
        "PARTY_PRIVATE_CLAIMANT",
        "CASE",
    ]
    assert told[1].actor == office.administrator.member
    assert {e.compartment for e in case.entries(client) if e.event == "WORDS_ERASED"} == {
        told[1].compartment
    }
    record = case.dispute.erasures
    assert {each.requester for each in record} == {office.broker.member}
    assert chain.docket_defects(case.broker, case.name, case.receipts) == []
    counts = {
        stubs.enum_name("Compartment", each.compartment): (each.erased_count, list(each.defects))
        for each in case.broker.do("VerifyDocket", name=case.name).chains
    }
    assert counts["CASE"] == counts["PARTY_PRIVATE_CLAIMANT"] == (1, [])


def test_a_repeat_of_what_filed_the_words_does_nothing_twice(own_office):
    office = own_office
    case = Case.filed(office)
    request = case.broker.request(
        "AddNote", name=case.name, compartment=PRIVATE, text="once-only-whinchat"
    )
    first = case.broker.send("AddNote", request)
    asked = case.act(case.broker, "RequestErasure", target=first.entries[0], **BASIS).created
    case.act(office.supervisor, "GrantErasure", erasure=asked)
    before = len(case.entries())
    again = case.broker.send("AddNote", request)
    assert len(case.entries()) == before
    assert [r.head for r in again.receipts] == [r.head for r in first.receipts]
    assert not again.HasField("dispute")
    assert found_in(office, "once-only-whinchat") == []


def test_whoever_watches_is_told_to_drop_the_words(own_office):
    office = own_office
    case = Case.filed(office)
    noted = case.act(case.broker, "AddNote", compartment=PRIVATE, text="watched-redwing")
    with Watching(office.colleague, case.name) as watch:
        assert "watched-redwing" in str(watch.until_current())
        asked = case.act(case.broker, "RequestErasure", target=noted.entries[0], **BASIS).created
        case.act(office.supervisor, "GrantErasure", erasure=asked)
        message = watch.next()
        while message.WhichOneof("step") != "reset":
            message = watch.next()
        assert "watched-redwing" not in str(watch.until_current())


def test_the_other_sides_words_need_another_authority(own_office):
    office = own_office
    case = Case.filed(office)
    client = case.invite_client()
    exhibit = case.exhibit(client, b"The client's own paper.", "Slip")
    asked = case.act(case.broker, "RequestErasure", target=exhibit.name, **BASIS).created
    for who in (case.broker, office.supervisor):
        refusal = who.refused("GrantErasure", name=case.name, erasure=asked)
        assert refusal.reason == "ERASURE_NEEDS_TWO"
    case.act(client, "RefuseErasure", erasure=asked, reason="It is our proof.")
    late = office.administrator.refused("GrantErasure", name=case.name, erasure=asked)
    assert late.code == StatusCode.ABORTED


def test_a_litigation_hold_keeps_everything(own_office):
    office = own_office
    case = Case.filed(office)
    exhibit = case.exhibit(case.broker, b"To be kept.", "Kept")
    asked = case.act(case.broker, "RequestErasure", target=exhibit.name, **BASIS).created
    case.act(office.supervisor, "PlaceHold", kind="HOLD_KIND_LITIGATION_HOLD", basis="A claim looms")
    refusal = office.administrator.refused("GrantErasure", name=case.name, erasure=asked)
    assert refusal.reason == "HOLD_LITIGATION" and refusal.metadata["next_action"] == "LIFT_HOLD"
    refusal = case.broker.refused("RequestErasure", name=case.name, target=exhibit.name, **BASIS)
    assert refusal.reason == "HOLD_LITIGATION"
    pieces = case.broker.stream("DownloadExhibit", name=exhibit.name)
    assert b"".join(each.data for each in pieces) == b"To be kept."


def test_one_file_of_two_exhibits_stays_until_both_are_erased(own_office):
    office = own_office
    case = Case.filed(office)
    same = b"shared-bytes-of-fieldfare"
    exhibits = [case.exhibit(case.broker, same, title) for title in ("First", "Second")]
    for left, exhibit in ((1, exhibits[0]), (0, exhibits[1])):
        asked = case.act(case.broker, "RequestErasure", target=exhibit.name, **BASIS).created
        case.act(office.administrator, "GrantErasure", erasure=asked)
        assert len(found_in(office, same)) == left
    # The same bytes may be filed again.
    assert case.exhibit(case.broker, same, "Third").label == "E-3"


def test_a_start_finishes_what_a_crash_interrupted_and_all_checks_hold(own_office):
    office = own_office
    case = Case.filed(office)
    exhibit = case.exhibit(case.broker, b"interrupted-bytes-of-ouzel", "interrupted-title-ouzel")
    asked = case.act(case.broker, "RequestErasure", target=exhibit.name, **BASIS).created
    case.act(office.administrator, "GrantErasure", erasure=asked)
    entry = next(each.entry for each in case.dispute.erasures if each.exhibit == exhibit.name)
    number = int(entry.rsplit("-", 1)[1])
    incoming = office.server.data / "incoming"
    assert list(incoming.glob("*.erasure")) == []
    # As after a crash between COMMIT and the removal: the marker is there, and the file still is.
    office.server.kill()
    folder = office.server.data / "evidence" / case.name.removeprefix("disputes/") / "CASE"
    (folder / exhibit.sha256).write_bytes(b"interrupted-bytes-of-ouzel")
    marker = incoming / "00000000000000000000000000000000.erasure"
    marker.write_text(
        '{"id":"00000000000000000000000000000000","dispute":"%s","compartment":"CASE",'
        '"sequence":%d,"hash":"%s"}'
        % (case.name.removeprefix("disputes/"), number, exhibit.sha256)
    )
    never = incoming / "11111111111111111111111111111111.erasure"
    never.write_text(
        '{"id":"11111111111111111111111111111111","dispute":"%s","compartment":"CASE",'
        '"sequence":1,"hash":null}' % case.name.removeprefix("disputes/")
    )
    for command in ("verify", "rebuild"):
        done = subprocess.run(
            [binary(), command, "--data", office.server.data], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        if command == "verify":
            assert "Words erased on record" in done.stdout
    assert found_in(office, b"interrupted-bytes-of-ouzel") == []
    assert found_in(office, "interrupted-title-ouzel") == []
    assert list(incoming.glob("*.erasure")) == []
