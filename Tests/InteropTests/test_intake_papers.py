"""parley-intake over PDF and office documents: their text, hundreds of damaged ones, and those that were
made to do harm. Each ends with an answer in bounded time; the memory is bounded by the walls, which
test_intake_attacks.py looks at."""

import concurrent.futures

import pytest

from intake import asking, corpus, papers

# It answers after 18 seconds with what it has; the server waits 30.
SECONDS_MAX = 25.0
MUTATIONS = 240


def read(data) -> tuple[dict, str]:
    """What is answered of an exhibit, and its text."""
    answer = asking.ask(data, "exhibit")
    found = answer.fields["exhibit"]
    return found, answer.part(found["text"]).decode() if "text" in found else ""


def reason(found: dict) -> str | None:
    return found.get("refused", {}).get("reason")


# What is found


def test_the_text_of_a_pdf_is_found_on_all_its_pages():
    found, text = read(papers.pdf("Sanderling on page one.", "Grüße: 5 € (net)."))
    assert (found["type"], found["pages"], found["cut"]) == ("application/pdf", 2, False)
    assert found["text"]["from"] == "pdf" and "refused" not in found
    assert text == "Sanderling on page one.\n\nGrüße: 5 € (net).\n\n"
    found, text = read(corpus.EXAMPLES / "contract.pdf")
    assert "FRAMEWORK AGREEMENT FOR THE CARRIAGE OF GOODS" in text and found["pages"] == 1


def test_forms_and_remarks_are_found():
    _, text = read(papers.filled_form("Overdue since March", "Ask Tomas"))
    assert text.split("\n")[:3] == ["Claim form", "Overdue since March", "Ask Tomas"]


def test_a_scanned_document_holds_no_text_and_says_so():
    found, _ = read(papers.scanned(3))
    assert (reason(found), found["pages"], found["silentPages"]) == ("NO_TEXT", 3, 3)
    assert "text" not in found


def test_a_locked_document_is_read_only_where_it_opens_to_everybody():
    assert reason(read(papers.locked("Locked plover.", "secret"))[0]) == "ENCRYPTED"
    found, text = read(papers.locked("Locked plover.", ""))
    assert text.startswith("Locked plover.") and "refused" not in found
    assert reason(read(papers.opendocument("text", "x", is_locked=True))[0]) == "ENCRYPTED"
    assert reason(read(papers.old_office("EncryptedPackage"))[0]) == "ENCRYPTED"


@pytest.mark.parametrize("data,kind,lines", [
    (papers.docx("One & two", "Three", header="Head", footnote="Foot", comment="Remark"), "ooxml", ["One & two", "Three", "Head", "Foot", "Remark"]),
    (papers.xlsx([["Invoice", 118], ["Paid", 8400.5]], inline="Inline"), "ooxml", ["Payments", "Invoice\t118", "Paid\t8400.5", "Inline"]),
    (papers.pptx("First", "Second", notes="Note"), "ooxml", ["First", "Second", "Note"]),
    (papers.opendocument("text", "One", "Two <3", header="Head"), "odf", ["One", "Two <3", "Head"]),
    (papers.opendocument("spreadsheet", "One", "Two"), "odf", ["One", "Two"]),
    (papers.opendocument("presentation", "One"), "odf", ["One"]),
    (papers.RTF, "rtf", ["We agree on the wheatear of € 5,400.", "Счёт for €7 and 😀.", "Private header", "Not agreed!", "the link\tone\ttwo"]),
])
def test_the_text_of_an_office_document_is_found(data, kind, lines):
    found, text = read(data)
    assert found["text"]["from"] == kind and "refused" not in found and "archive" not in found
    assert text == "\n".join(lines) + "\n"


def test_what_is_not_read_is_said_to_be_unread():
    assert reason(read(papers.old_office())[0]) == "FORMAT_NOT_READ"
    assert reason(read(papers.docx())[0]) == "NO_TEXT"
    found, _ = read(papers.packed({"a.txt": "x"}))
    assert [entry["path"] for entry in found["archive"]["entries"]] == ["a.txt"]


def test_what_is_too_large_is_cut_and_says_so():
    found, text = read(papers.docx(*["marsh " * 1_000] * 200))
    assert found["cut"] and found["text"]["bytes"] == 1 << 20
    pages = papers.pdf(*["\n".join(["marsh " * 15] * 50)] * 300)
    found, text = read(pages)
    assert found["cut"] and found["pages"] == 300 and (1 << 20) - 5_000 < len(text) <= 1 << 20
    assert reason(read(b"{\\rtf1 " + b"x" * (16 << 20) + b"}")[0]) == "TOO_LARGE"


# What does harm


def ending(case) -> tuple[str, str, str, float]:
    """The name, how it ended, the text that was kept, and the seconds it took."""
    name, data = case
    try:
        answer = asking.ask(data, "exhibit")
    except asking.Garbage as garbage:
        return name, f"no answer: {garbage}", "", 0.0
    found = answer.fields["exhibit"]
    text = answer.part(found["text"]).decode() if "text" in found else ""
    assert found.get("cut") or not text or "refused" not in found, name
    return name, reason(found) or "read", text, answer.seconds


def endings(cases) -> dict[str, tuple[str, str]]:
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        ended = list(threads.map(ending, cases))
    assert max(seconds for *_, seconds in ended) < SECONDS_MAX
    assert not [(name, end) for name, end, *_ in ended if end.startswith("no answer")]
    return {name: (end, text) for name, end, text, _ in ended}


def test_pdfs_made_to_do_harm_end_with_a_reason():
    ended = endings([*papers.bombed_pdfs(), *papers.tricky_pdfs()])
    assert len(ended) >= 20
    harmed = {name: end for name, (end, _) in ended.items()}
    assert harmed["a font inside itself"] == "TOOK_TOO_LONG"
    assert harmed["states without end"] == "BROKE_OFF"
    for name in ("two thousand million pages", "a tree of pages in a circle", "one page three hundred thousand times"):
        assert harmed[name] == "MALFORMED", name
    assert harmed["a form that draws itself"] == "NO_TEXT"
    # What stood before the harm is found all the same.
    for name in ("spaces without end", "numbers without end", "states without end", "arrays in arrays"):
        assert "oystercatcher" in ended[name][1], name


def test_office_documents_made_to_do_harm_end_with_a_reason():
    ended = endings([*papers.bombed_offices(), *papers.tricky_offices()])
    assert len(ended) >= 17
    expected = {
        "entities in entities": "MALFORMED", "a file from outside": "MALFORMED", "spaces without end": "UNFOLDS_TOO_FAR",
        "elements in elements": "TOO_DEEP", "a tag without end": "MALFORMED", "a part of zeros": "MALFORMED",
        "a bomb beside the text": "read", "parts without end": "TOO_MANY_ENTRIES", "groups in groups": "TOO_DEEP",
        "a list of parts without end": "TOO_LARGE", "more bytes than there are": "CUT_OFF",
    }
    assert {name: ended[name][0] for name in expected} == expected
    assert "passwd" not in ended["a file from outside"][1] and "root:" not in ended["a file from outside"][1]
    for name in ("spaces without end", "empty tags without end", "a tag without end", "a bomb beside the text"):
        assert "oystercatcher" in ended[name][1], name


def test_every_damaged_document_ends_with_its_text_or_a_reason():
    pdfs, offices = endings(papers.mutated_pdfs(MUTATIONS)), endings(papers.mutated_offices(MUTATIONS))
    for ended in (pdfs, offices):
        ends = [end for end, _ in ended.values()]
        # A corpus that no longer damages anything, or damages everything, would prove nothing.
        assert len(ended) == MUTATIONS and 30 < ends.count("read") < MUTATIONS - 30
        assert "MALFORMED" in ends


def test_a_hundred_pages_are_read_in_time():
    """A contract of a hundred pages takes well below what ends a reading."""
    page = "\n".join(f"{number}. The carrier moves furniture and fittings between the places of the customer." for number in range(50))
    answer = asking.ask(papers.pdf(*[page] * 100), "exhibit")
    found = answer.fields["exhibit"]
    assert found["pages"] == 100 and found["text"]["bytes"] > 380_000 and "refused" not in found
    assert answer.seconds < 10
