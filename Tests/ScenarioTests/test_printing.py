"""Documents set for paper: the same bytes each time, and nothing in them that their reader does not
see."""

import re
import zlib

import pytest

from parley_client.case import Case
from parley_client.cli import Person
from parley_client.office import euros


@pytest.fixture
def settled(office):
    """A claim of 1,200.50 with an agreement that both have signed, and a payment."""
    case = Case.filed(office)
    case.demand()
    client = case.invite_client()
    offer = case.offer(client, 1100, conditions="No admission <of anything> & no interest.")
    etag = case.broker.do("GetOffer", name=offer).etag
    case.act(case.broker, "AcceptOffer", offer=offer, etag=etag)
    agreement = client.do("GetAgreement", name=f"{case.name}/agreement")
    for who, name in ((case.broker, "Bela Tide"), (client, "Clara Anchor")):
        case.act(
            who,
            "SignAgreement",
            sha256=agreement.sha256,
            signer_name=name,
            authority="AUTHORITY_OFFICER",
            etag=agreement.etag,
        )
    case.act(
        case.broker,
        "PostPayment",
        amount=euros(100),
        value_date=office.day(0),
        method="PAYMENT_METHOD_BANK_TRANSFER",
        bank_reference="B-1",
    )
    case.agreement = agreement
    return case


def printed(who, case, document: str, format: str = "PDF") -> bytes:
    answer = who.do(
        "GetDocument",
        name=f"{case.name}/documents/{document}",
        format=f"DOCUMENT_FORMAT_{format}",
    )
    return answer.printed


def test_a_pdf_is_one_and_the_same_each_time(settled):
    for document in ("agreement", "statement", "brief", "demand-1"):
        first = printed(settled.broker, settled, document)
        assert first.startswith(b"%PDF-1.") and b"%%EOF" in first[-16:]
        assert first == printed(settled.broker, settled, document)
        fonts = [zlib.decompress(each) for each in streams(first) if each[:1] == b"x"]
        assert fonts, "fonts and pages are inside"


def streams(pdf: bytes) -> list[bytes]:
    return re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)


def test_the_agreement_names_who_signed_which_text(settled):
    page = printed(settled.client, settled, "agreement", "HTML").decode()
    assert "Bela Tide" in page and "Clara Anchor" in page
    assert page.count(settled.agreement.sha256) >= 3
    assert "&lt;of anything&gt; &amp; no interest" in page, "words are words and never markup"
    assert "<script" not in page and "http" not in page.split("</head>")[1]


def test_the_statement_ends_with_what_is_left(settled):
    page = printed(settled.broker, settled, "statement", "HTML").decode()
    assert "EUR 1,000.00" in page and "payment 1" in page
    text = settled.broker.do("GetDocument", name=f"{settled.name}/documents/statement").text
    assert text.rstrip().endswith("Left to pay: EUR 1,000.00")
    assert "settlement" in page


def test_a_stranger_prints_nothing(settled, office):
    for format in ("UNSPECIFIED", "HTML", "PDF"):
        fields = {"format": f"DOCUMENT_FORMAT_{format}"}
        name = f"{settled.name}/documents/agreement"
        hidden = office.stranger.refused("GetDocument", name=name, **fields)
        missing = office.stranger.refused(
            "GetDocument", name="disputes/7k3qm2xw/documents/agreement", **fields
        )
        assert hidden.code == missing.code and hidden.details == missing.details


def test_the_command_line_writes_it(settled, office, tmp_path):
    code = office.invite("ROLE_BROKER", "Bea Ledger", office.organization)
    bea = Person(tmp_path / "bea", office.server).sign_in(code, "Bea Ledger")
    ident = settled.name.removeprefix("disputes/")
    commands = {
        "statement.pdf": ["money", "statement"],
        "agreement.html": ["agreement", "show"],
        "brief.pdf": ["brief"],
        "demand.pdf": ["demand", "show"],
    }
    for name, command in commands.items():
        path = tmp_path / name
        assert bea.done(*command, ident, "--print", str(path)).strip() == str(path)
        start = path.read_bytes()[:9].lower()
        assert start.startswith(b"%pdf-1." if name.endswith("pdf") else b"<!doctype")
    wrong = bea.run("money", "statement", ident, "--print", "statement.docx")
    assert wrong.returncode == 64 and ".pdf or .html" in wrong.stderr
