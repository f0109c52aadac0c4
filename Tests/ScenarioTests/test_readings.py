"""What the server finds in files after they were filed: their text, behind the same walls as their
exhibits; what archives hold; headers that say otherwise than was stated. A hostile file costs its own
text and nothing else."""

import gzip
import io
import os
import random
import re
import signal
import threading
import time
import zipfile
from pathlib import Path

import pytest

from intake import corpus
from parley_client import stubs
from parley_client.case import Case
from parley_client.office import Office

BASIS = {"basis": "ERASURE_BASIS_FILED_IN_ERROR", "reason": "It belongs to another matter."}
PRIVATE = "PARTY_PRIVATE_CLAIMANT"


@pytest.fixture(scope="module")
def own_office(tmp_path_factory):
    """A server of its own: its directory is searched and its readers are killed."""
    office = Office.at_new_server(tmp_path_factory.mktemp("readings") / "data")
    yield office
    office.close()


def exhibits(case, who=None) -> list:
    return (who or case.broker).pages("ListExhibits", "exhibits", parent=case.name)


def state(exhibit) -> str:
    return stubs.enum_name("ReadingState", exhibit.reading.state)


def read(case, seconds: float = 120) -> list:
    """The exhibits once all of their files have been read."""
    end = time.monotonic() + seconds
    while True:
        found = exhibits(case)
        if all(each.erased or state(each) != "WAITING" for each in found):
            if all(each.erased or each.HasField("reading") for each in found):
                return found
        assert time.monotonic() < end, [state(each) for each in found]
        time.sleep(0.05)


def found(who, query: str, parent: str, **fields) -> list:
    end = time.monotonic() + 30
    while True:
        answer = who.do("SearchEntries", parent=parent, query=query, **fields)
        if answer.complete and answer.files_complete:
            return answer.results
        assert time.monotonic() < end
        time.sleep(0.05)


def file_text(case, who, text: str | bytes, title: str, place="CASE", **changes):
    content = text if isinstance(text, bytes) else text.encode()
    changes = {"media_type": "text/plain", "file_name": "paper.txt", "kind": "EXHIBIT_KIND_OTHER"} | changes
    return case.exhibit(who, content, title, place, **changes)


def file_email(case, data: bytes, title="Letter", headers=None, **changes):
    changes = {"media_type": "message/rfc822", "kind": "EXHIBIT_KIND_EMAIL", "direction": "DIRECTION_INCOMING"} | changes
    if headers:
        changes["email"] = headers
    return case.exhibit(case.broker, data, title, **changes)


def test_the_text_of_files_is_found_with_its_snippet(office):
    case = Case.filed(office)
    file_text(case, office.broker, "The quarterly Überweisung went to the wrong linnet account.\n", "Slip")
    page = b"<!DOCTYPE html><html><head><script>var sparrow=1</script></head><body><p>We ship the <b>crates of dunlin</b>.</p></body></html>"
    file_text(case, office.broker, page, "Page", media_type="application/octet-stream")
    letter = corpus.message(body="Dear all,\nthe whimbrel shipment is late.\n")
    file_email(case, letter)
    read(case)
    (hit,) = found(office.broker, "uberweisung linnet", case.name)
    assert [part.text for part in hit.snippet if part.hit] == ["Überweisung", "linnet"]
    assert hit.entry.event == "EXHIBIT_ADDED"
    # Title and text are found together; a phrase and a beginning inside the text.
    assert len(found(office.broker, "slip linnet", case.name)) == 1
    assert len(found(office.broker, '"crates of dun"*', case.name)) == 1
    assert not found(office.broker, "sparrow", case.name)
    assert len(found(office.broker, "whimbrel", case.name)) == 1
    assert len(found(office.broker, "whimbrel", case.name, filter="exhibit_kind = EMAIL")) == 1
    assert not found(office.broker, "whimbrel", case.name, filter="exhibit_kind = CONTRACT")
    assert [each.reading.searched for each in exhibits(case)] == [True] * 3


def test_whose_act_it_was_is_asked_for(office):
    case = Case.filed(office)
    client = case.invite_client()
    file_text(case, office.broker, "about the turnstone", "Ours")
    file_text(case, client, "about the turnstone too", "Theirs")
    case.act(office.broker, "AddNote", compartment="COMPARTMENT_PARTY_PRIVATE_CLAIMANT", text="A turnstone.")
    read(case)
    for side, count in (("CLAIMANT", 2), ("RESPONDENT", 1), ("MEDIATOR", 0)):
        hits = found(office.broker, "turnstone", case.name, filter=f"side = {side}")
        assert len(hits) == count, side
    both = 'side = CLAIMANT AND event = "EXHIBIT_ADDED"'
    assert len(found(office.broker, "turnstone", case.name, filter=both)) == 1


def test_the_text_of_files_leaks_to_nobody(office):
    """Every class of confidentiality: the words of a file are found by those who see its exhibit."""
    case = Case.filed(office)
    client = case.invite_client()
    secret = f"avocet{os.urandom(4).hex()}"
    file_text(case, office.broker, f"{secret} of the claimant", "A", PRIVATE)
    file_text(case, client, f"{secret} of the respondent", "B", "PARTY_PRIVATE_RESPONDENT")
    sealed = file_text(case, office.broker, f"{secret} of a trade", "D")
    struck = file_text(case, office.broker, f"{secret} shared", "E")
    case.act(
        office.administrator, "SealExhibit", exhibit=sealed.name, readers=["SIDE_CLAIMANT"],
        reason="A trade secret.",
    )
    end = time.monotonic() + 60
    while not all(state(each) == "READ" for each in exhibits(case) + exhibits(case, client)):
        assert time.monotonic() < end
        time.sleep(0.05)

    def texts(who, parent) -> list[str]:
        hits = found(who, secret, parent)
        assert len(hits) == len(found(who, secret[:9] + "*", parent))
        return sorted("".join(part.text for part in hit.snippet).split(secret)[-1].strip() for hit in hits)

    for parent in (case.name, "disputes/-"):
        assert texts(office.broker, parent) == ["of a trade", "of the claimant", "shared"]
        assert texts(client, parent) == ["of the respondent", "shared"]
    for nobody in (office.stranger, office.mediator, office.arbitrator):
        assert not found(nobody, secret, "disputes/-")
    # What is waiting to be read in places that somebody does not see is not told either.
    assert office.stranger.do("SearchEntries", parent="disputes/-", query="x").files_complete
    # Once it is struck nobody of the parties finds it any more.
    assert struck.label == "E-2"


def test_of_a_sealed_exhibit_the_other_side_gets_no_reading(office):
    case = Case.filed(office)
    client = case.invite_client()
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w") as archive:
        archive.writestr("formula-of-the-petrel.txt", "x")
    sealed = file_text(case, office.broker, room.getvalue(), "Formula", media_type="application/zip")
    read(case)
    assert "petrel" in str(exhibits(case, client))
    case.act(
        office.administrator, "SealExhibit", exhibit=sealed.name, readers=["SIDE_CLAIMANT"],
        reason="A trade secret.",
    )
    assert "petrel" not in str(exhibits(case, client)) and "petrel" in str(exhibits(case))


def test_erased_text_leaves_the_disk_with_its_file(own_office):
    office = own_office
    case = Case.filed(office)
    words = "medical-curlew of the sandpiper"
    exhibit = file_text(case, office.broker, f"The {words} says so.\n" * 50, "Wrong file")
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w") as archive:
        archive.writestr("record-of-phalarope.txt", "x")
    packed = file_text(case, office.broker, room.getvalue(), "Packed", media_type="application/zip")
    kept = file_text(case, office.broker, "The godwit stays.", "Right file")
    read(case)

    def found_in(text: str) -> list[str]:
        files = [each for each in office.server.data.rglob("*") if each.is_file()]
        return sorted(each.name for each in files if text.encode() in each.read_bytes())

    assert len(found(office.broker, "sandpiper", case.name)) == 1
    assert found_in("sandpiper") and found_in("phalarope") and found_in("godwit")
    for target in (exhibit, packed):
        asked = case.act(case.broker, "RequestErasure", target=target.name, **BASIS).created
        case.act(office.administrator, "GrantErasure", erasure=asked)
    assert not found(office.broker, "sandpiper", case.name)
    for word in ("sandpiper", "curlew", "phalarope"):
        assert found_in(word) == [], word
    assert found(office.broker, "godwit", case.name) and found_in("godwit")
    assert [each.HasField("reading") for each in exhibits(case)] == [False, False, True]
    assert kept.label == "E-3"
    office.server.stop()
    assert office.server.run("verify").returncode == 0
    assert office.server.run("rebuild").stdout.startswith("Rebuilt; nothing differed")
    office.server.start(port=office.server.port)
    read(case)
    assert found(office.broker, "godwit", case.name) and not found(office.broker, "sandpiper", case.name)


def test_headers_that_say_otherwise_than_was_stated_are_marked(office):
    case = Case.filed(office)
    letter = corpus.message()
    true = {
        "message_id": "m1@duarte-freight.example", "from": "Ines Duarte <ines@duarte-freight.example>",
        "to": "Accounts <accounts@harbour.example>", "date": "Wed, 07 Oct 2026 09:12:00 +0100",
        "subject": "Invoice INV-2026-118",
    }
    file_email(case, letter, "As it is", true)
    forged = {"message_id": "other@harbour.example", "from": "Accounts <accounts@harbour.example>"}
    forged |= {"date": "Thu, 08 Oct 2026 09:12:00 +0100", "subject": "We will pay"}
    file_email(case, letter, "Otherwise", true | forged)
    file_email(case, letter, "Nothing stated")
    file_email(case, b"This is no e-mail at all.\n", "No e-mail", true)
    names = [
        [stubs.enum_name("EmailHeader", each) for each in exhibit.reading.differing_headers]
        for exhibit in read(case)
    ]
    assert names == [[], ["MESSAGE_ID", "FROM", "DATE", "SUBJECT"], [], []]
    last = exhibits(case)[-1]
    assert (state(last), last.reading.reason) == ("REFUSED", "NOT_MAIL")
    # What was stated stays as it was stated.
    assert exhibits(case)[1].email.subject == "We will pay"


def zipped(entries: dict, **options) -> bytes:
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return room.getvalue()


def test_archives_are_listed_and_those_made_to_do_harm_are_not(office):
    case = Case.filed(office)
    whole = zipped({"invoices/1.txt": b"one", "invoices/2.txt": b"three"})
    bombs = {
        "UNFOLDS_TOO_FAR": zipped({"zeros": b"\0" * (64 << 20)}, compresslevel=9),
        "TOO_MANY_ENTRIES": zipped({f"{n}": b"" for n in range(6_000)}),
        "REACHES_OUTSIDE": zipped({"fine": b"x", "../../etc/passwd": b"x"}),
        "MALFORMED": gzip.compress(os.urandom(200_000))[:-9_000],
    }
    file_text(case, office.broker, whole, "Whole", media_type="application/zip")
    for reason, data in bombs.items():
        file_text(case, office.broker, data, reason, media_type="application/zip")
    file_text(case, office.broker, zipped({f"n/{n}": b"x" for n in range(900)}), "Many", media_type="application/zip")
    listed = read(case)
    archive = listed[0].reading.archive
    assert (archive.entry_count, archive.unfolded_bytes) == (2, 8)
    assert [(each.path, each.size_bytes) for each in archive.entries] == [("invoices/1.txt", 3), ("invoices/2.txt", 5)]
    for exhibit in listed[1:-1]:
        assert (state(exhibit), exhibit.reading.reason) == ("REFUSED", exhibit.title), exhibit
        assert exhibit.reading.sentence.endswith(".") and not exhibit.reading.archive.entries
    assert listed[-1].reading.archive.entry_count == 900 and len(listed[-1].reading.archive.entries) == 200
    # A text of which only the beginning is found says so.
    long = "word " * 300_000 + "dotterel"
    file_text(case, office.broker, long, "Long")
    last = read(case)[-1]
    assert last.reading.cut and last.reading.searched and not found(office.broker, "dotterel", case.name)
    assert office.server.is_running


def readers(server: int) -> list[int]:
    """The running readers that this server started."""
    running = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except OSError:
            continue
        if "(parley-intake)" in text and int(text.rsplit(")", 1)[1].split()[1]) == server:
            running.append(int(path.parent.name))
    return running


def test_killing_readers_at_random_loses_no_upload(own_office):
    office = own_office
    case = Case.filed(office)
    over = threading.Event()
    chance = random.Random(7)
    killed = []

    def kill():
        while not over.is_set():
            for reader in readers(office.server.process.pid):
                if chance.random() < 0.5:
                    try:
                        os.kill(reader, signal.SIGKILL)
                        killed.append(reader)
                    except ProcessLookupError:
                        pass
            time.sleep(0.01)

    # Others of this office may have left an upload that waits to be taken up again.
    waiting = set(os.listdir(office.server.data / "incoming"))
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        for number in range(30):
            file_text(case, office.broker, f"ruff number{number} " + "z" * 200_000, f"File {number}")
        listed = read(case, 240)
    finally:
        over.set()
        killer.join()
    assert killed
    states = [state(each) for each in listed]
    assert len(states) == 30 and set(states) <= {"READ", "FAILED"} and "READ" in states
    for number, each in enumerate(listed):
        hits = len(found(office.broker, f"number{number}", case.name))
        assert hits == (1 if state(each) == "READ" else 0)
        assert state(each) == "READ" or each.reading.reason == "BROKE_OFF"
    assert len({each.sha256 for each in listed}) == 30
    assert office.server.is_running
    assert set(os.listdir(office.server.data / "incoming")) <= waiting
    # What broke off is read by the next rebuild, and the files are whole.
    office.server.stop()
    assert office.server.run("verify").returncode == 0
    assert office.server.run("rebuild").returncode == 0
    office.server.start(port=office.server.port)
    assert {state(each) for each in read(case)} == {"READ"}


def test_without_its_reader_the_server_says_so_and_goes_on(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    try:
        office.server.stop()
        office.server.start("--intake", str(tmp_path / "nowhere"), port=office.server.port)
        case = Case.filed(office)
        file_text(case, office.broker, "The bittern.", "Paper")
        assert "text of files is not searched" in office.server.log
        answer = office.broker.do("SearchEntries", parent=case.name, query="paper")
        while not answer.complete:
            answer = office.broker.do("SearchEntries", parent=case.name, query="paper")
        assert len(answer.results) == 1 and not answer.files_complete
        assert state(exhibits(case)[0]) == "WAITING"
        office.server.stop()
        office.server.start(port=office.server.port)
        read(case)
        assert len(found(office.broker, "bittern", case.name)) == 1
    finally:
        office.close()


def test_a_corpus_of_strange_messages_goes_through_the_server(office):
    """Each is refused with its reason or understood, as it is by the program alone; the server stands."""
    case = Case.filed(office)
    strange = list(corpus.unusual()) + list(corpus.mutated(int(os.environ.get("PARLEY_MUTATIONS", "120"))))
    strange = [each for each in strange if 0 < len(each[1]) < 3_000_000]
    assert len(strange) >= 200
    for name, data, _ in strange:
        file_email(case, data, re.sub(r"[^ -~]", "?", name)[:150] or "-")
    listed = read(case, 900)
    assert len(listed) == len(strange)
    for (name, data, expected), exhibit in zip(strange, listed):
        reading = exhibit.reading
        assert state(exhibit) in ("READ", "REFUSED"), (name, reading)
        if state(exhibit) == "REFUSED":
            assert re.fullmatch("[A-Z_]+", reading.reason) and reading.sentence, name
            # Never half: nothing of it is found.
            assert not reading.searched, name
        if expected == "whole":
            assert state(exhibit) == "READ", (name, reading)
        elif expected:
            assert reading.reason == expected, (name, reading)
    assert office.server.is_running
