"""PDF and office documents through the server: their words are found by those who see the exhibit, and
those that are damaged or made to do harm cost their own text and nothing else."""

import os
import re
import sqlite3
import time

import pytest

from intake import papers
from parley_client import stubs
from parley_client.case import Case
from parley_client.cli import Person
from parley_client.office import Office

BASIS = {"basis": "ERASURE_BASIS_FILED_IN_ERROR", "reason": "It belongs to another matter."}
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def own_office(tmp_path_factory):
    """A server of its own: its directory is searched and it is started again."""
    office = Office.at_new_server(tmp_path_factory.mktemp("papers") / "data")
    yield office
    office.close()


def exhibits(case, who=None) -> list:
    return (who or case.broker).pages("ListExhibits", "exhibits", parent=case.name)


def state(exhibit) -> str:
    return stubs.enum_name("ReadingState", exhibit.reading.state)


def source(exhibit) -> str:
    return stubs.enum_name("TextSource", exhibit.reading.text_source)


def read(case, who=None, seconds: float = 240) -> list:
    """The exhibits once all of their files have been read."""
    end = time.monotonic() + seconds
    while True:
        found = exhibits(case, who)
        if all(each.erased or each.HasField("reading") and state(each) != "WAITING" for each in found):
            return found
        assert time.monotonic() < end, [state(each) for each in found]
        time.sleep(0.05)


def found(who, query: str, parent: str) -> list:
    end = time.monotonic() + 60
    while True:
        answer = who.do("SearchEntries", parent=parent, query=query)
        if answer.complete and answer.files_complete:
            return answer.results
        assert time.monotonic() < end
        time.sleep(0.05)


def file(case, data: bytes, title: str, media_type=PDF, who=None, place="CASE"):
    changes = {"media_type": media_type, "file_name": "paper", "kind": "EXHIBIT_KIND_OTHER"}
    return case.exhibit(who or case.broker, data, title, place, **changes)


def test_the_words_of_documents_are_found_by_the_command(office, tmp_path):
    case = Case.filed(office)
    dispute = case.name.removeprefix("disputes/")
    broker = Person(tmp_path / "broker", office.server)
    broker.sign_in(office.invite("ROLE_BROKER", "Rui Tide", office.organization), "laptop")
    file(case, papers.pdf("The crates of dunlin came wet.", "Payable: EUR 8,400.00."), "Protocol")
    file(case, papers.docx("The whimbrel clause", footnote="As agreed by telephone"), "Draft", DOCX)
    file(case, papers.scanned(2), "Scan")
    file(case, papers.old_office(), "Old", "application/octet-stream")
    read(case)
    for query in ('"crates of dunlin"', "8,400.00", "whimbrel", '"agreed by telephone"'):
        listed = broker.done("search", query, "--dispute", dispute)
        assert listed.count("EXHIBIT_ADDED") == 1, (query, listed)
    assert "EXHIBIT_ADDED" not in broker.done("search", "phalarope", "--dispute", dispute)
    shown = broker.done("evidence", "show", dispute, "E-1")
    assert "pages\t2\n" in shown and "text\tsearched, from PDF\n" in shown
    assert "text\tsearched, from Office Open XML\n" in broker.done("evidence", "show", dispute, "E-2")
    scan = broker.done("evidence", "show", dispute, "E-3")
    assert "pages\t2\n" in scan and "text\tnot searched: It holds no text" in scan
    assert "before 2007" in broker.done("evidence", "show", dispute, "E-4")
    ended = broker.run("evidence", "show", dispute, "E-9")
    assert ended.returncode != 0 and "There is no exhibit E-9" in ended.stderr
    listed = broker.done("evidence", "list", dispute)
    assert "2 pages, searched" in listed or "searched" in listed


def test_what_a_side_keeps_for_itself_is_found_by_that_side_alone(office):
    case = Case.filed(office)
    client = case.invite_client()
    word = f"avocet{os.urandom(4).hex()}"
    for number, data in enumerate((papers.pdf(f"Our {word} limit"), papers.docx(f"Our {word} limit"))):
        file(case, data, f"Private {number}", place="PARTY_PRIVATE_CLAIMANT")
    file(case, papers.opendocument("text", f"Their {word} limit"), "Theirs", who=client, place="PARTY_PRIVATE_RESPONDENT")
    sealed = file(case, papers.xlsx([["Recipe", word]]), "Recipe")
    shared = file(case, papers.pptx(f"Shared {word}"), "Shared")
    case.act(office.administrator, "SealExhibit", exhibit=sealed.name, readers=["SIDE_CLAIMANT"], reason="A trade secret.")
    read(case), read(case, client)
    for parent in (case.name, "disputes/-"):
        assert len(found(office.broker, word, parent)) == 4
        hits = found(client, word, parent)
        snippets = sorted("".join(part.text for part in hit.snippet) for hit in hits)
        assert [text.split()[0] for text in snippets] == ["Shared", "Theirs"], snippets
    assert not found(office.stranger, word, "disputes/-")
    # Nor is anything told of what was read of them.
    assert [each.label for each in exhibits(case, client) if each.reading.page_count] == []
    assert word not in str(exhibits(case, client))
    assert shared.label == "E-2"


def test_a_redacted_copy_is_found_without_its_original(office):
    case = Case.filed(office)
    client = case.invite_client()
    word, public = f"curlew{os.urandom(4).hex()}", f"open{os.urandom(4).hex()}"
    original = file(case, papers.pdf(f"{public} and {word}"), "Whole", place="PARTY_PRIVATE_CLAIMANT")
    case.exhibit(
        office.broker, papers.pdf(f"{public} and ----"), "Redacted", "CASE", media_type=PDF, file_name="copy.pdf",
        kind="EXHIBIT_KIND_OTHER",
        rendition={"kind": "RENDITION_KIND_REDACTED_COPY", "original": original.name, "maker": "Ines Duarte"},
    )
    read(case), read(case, client)
    assert not found(client, word, case.name) and len(found(client, public, case.name)) == 1
    assert len(found(office.broker, word, case.name)) == 1


def test_the_text_of_an_erased_document_leaves_the_disk(own_office):
    office = own_office
    case = Case.filed(office)
    # A word on the page and none in the file as it lies on the disk, which is packed.
    erased = file(case, papers.pdf("The medical sandpiper " * 20), "Wrong")
    file(case, papers.docx("The godwit stays."), "Right", DOCX)
    read(case)

    def on_disk(text: str) -> list[str]:
        files = [each for each in office.server.data.rglob("*") if each.is_file()]
        return [each.name for each in files if text.encode() in each.read_bytes()]

    assert len(found(office.broker, "sandpiper", case.name)) == 1 and on_disk("sandpiper")
    asked = case.act(case.broker, "RequestErasure", target=erased.name, **BASIS).created
    case.act(office.administrator, "GrantErasure", erasure=asked)
    assert not found(office.broker, "sandpiper", case.name) and not on_disk("sandpiper")
    assert found(office.broker, "godwit", case.name)


def test_what_an_earlier_reader_found_no_text_in_is_read_again(own_office):
    office = own_office
    case = Case.filed(office)
    file(case, papers.pdf("A page of the turnstone."), "Paper")
    file(case, papers.scanned(), "Scan")
    file(case, b"Plain dotterel.\n", "Plain", "text/plain")
    before = read(case)

    database = office.server.data / "parley.sqlite"
    dispute = case.name.removeprefix("disputes/")

    def readers() -> list[tuple]:
        with sqlite3.connect(database) as db:
            return db.execute(
                "SELECT number, reader, tries FROM file_readings WHERE dispute = ? ORDER BY number", (dispute,)
            ).fetchall()

    current = readers()[0][1]
    assert readers() == [(number, current, 1) for number in (1, 2, 3)] and current >= 2
    # As an earlier version left it: the PDF and the scan were told by their type alone.
    office.server.stop()
    with sqlite3.connect(database) as db:
        db.execute("UPDATE file_readings SET reader = 1 WHERE dispute = ?", (dispute,))
        db.execute(
            "UPDATE file_readings SET state = 'READ', reason = '', sentence = '', has_text = 0, summary = '{}', tries = 2"
            " WHERE number < 3 AND dispute = ?", (dispute,),
        )
        db.execute(
            "UPDATE search_case SET body = 'Paper' WHERE rowid ="
            " (SELECT entry FROM file_readings WHERE number = 1 AND dispute = ?)", (dispute,),
        )
    office.server.start(port=office.server.port)
    after = read(case)
    assert [(state(each), each.reading.reason, each.reading.page_count) for each in after] == [
        (state(each), each.reading.reason, each.reading.page_count) for each in before
    ]
    # A file with text keeps it, and is not read again.
    assert readers() == [(1, current, 1), (2, current, 1), (3, 1, 1)]
    assert len(found(office.broker, "turnstone", case.name)) == 1
    # Once is enough.
    with sqlite3.connect(database) as db:
        kept = db.execute("SELECT * FROM file_readings ORDER BY entry").fetchall()
    office.server.stop()
    office.server.start(port=office.server.port)
    read(case)
    with sqlite3.connect(database) as db:
        assert db.execute("SELECT * FROM file_readings ORDER BY entry").fetchall() == kept


def test_a_corpus_of_damaged_documents_goes_through_the_server(office):
    """Each is filed whole and its reading ends with text or a reason; the server stands."""
    case = Case.filed(office)
    # Others of this office may have left an upload that waits to be taken up again.
    waiting = set(os.listdir(office.server.data / "incoming"))
    count = int(os.environ.get("PARLEY_MUTATIONS", "80")) // 2
    damaged = list(papers.mutated_pdfs(count)) + list(papers.mutated_offices(count))
    damaged += [*papers.tricky_pdfs(), *papers.tricky_offices()]
    damaged += [("locked", papers.locked("Locked plover.", "secret"))]
    filed = [file(case, data, name, "application/octet-stream") for name, data in damaged]
    assert len(filed) == len(damaged) >= 2 * count + 25
    listed = read(case, seconds=900)
    ends = {}
    for (name, data), exhibit in zip(damaged, listed):
        reading = exhibit.reading
        assert exhibit.title == name and exhibit.size_bytes == len(data)
        assert state(exhibit) in ("READ", "REFUSED"), (name, reading)
        if state(exhibit) == "REFUSED":
            assert re.fullmatch("[A-Z_]+", reading.reason) and reading.sentence.endswith("."), name
        assert bool(reading.searched) == (source(exhibit) != "UNSPECIFIED"), name
        ends[name] = reading.reason or "READ"
    assert ends["states without end"] == "BROKE_OFF" and ends["a font inside itself"] == "TOOK_TOO_LONG"
    assert ends["locked"] == "ENCRYPTED" and ends["entities in entities"] == "MALFORMED"
    assert list(ends.values()).count("READ") > count // 2
    assert len(found(office.broker, "oystercatcher", case.name)) >= 3
    assert office.server.is_running
    assert set(os.listdir(office.server.data / "incoming")) <= waiting
