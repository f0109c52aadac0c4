"""A bank's statement through the real programs: what is posted, what is left alone, what is asked."""

import datetime
import json
import uuid

import pytest

from parley_client.case import Case
from parley_client.cli import Person
from parley_client.office import euros

SHAPE = [
    "--day", "Booked", "--days", "dd.mm.yyyy", "--amount", "Amount", "--decimals", "comma",
    "--separator", "semicolon", "--currency", "EUR", "--payer", "Name", "--text", "Purpose",
    "--reference", "Ref",
]  # fmt: skip


@pytest.fixture
def desk(office, tmp_path):
    """A broker at the command line, and two disputes of 1,000.00 each."""
    stamp = uuid.uuid4().hex[:10]
    cases = []
    for number in (1, 2):
        item = {
            "number": 1,
            "reference": f"INV-{stamp}/{number}",
            "due_date": office.day(-40),
            "amount": euros(1000),
        }
        cases.append(Case.filed(office, items=[item]))
    code = office.invite("ROLE_BROKER", "Bea Ledger", office.organization)
    person = Person(tmp_path / "bea", office.server).sign_in(code, "Bea Ledger")
    person.cases, person.stamp, person.folder = cases, stamp, tmp_path
    return person


def statement(desk, office, lines) -> str:
    """A file as a bank writes it; days are today."""
    today = office.now.strftime("%d.%m.%Y")
    rows = ["\ufeffBooked;Name;Purpose;Amount;Ref"]
    rows += [f"{today};{name};{purpose};{amount};{ref}" for name, purpose, amount, ref in lines]
    path = desk.folder / "statement.csv"
    path.write_text("\r\n".join(rows) + "\r\n", encoding="utf-8")
    return str(path)


def balance(case) -> int:
    return case.quote().units


def outcomes(text: str) -> list[str]:
    return [line["outcome"] for line in json.loads(text)]


def test_each_payment_goes_where_its_text_says_and_once(desk, office):
    first, second = desk.cases
    ident = second.name.removeprefix("disputes/")
    file = statement(
        desk,
        office,
        [
            ("Clara Anchor", f"inv {desk.stamp} 1, thank you", "1.000,00", "B-1"),
            ("C. Anchor", f"for {ident}", "250,50", "B-2"),
            ("C. Anchor", f'"INV-{desk.stamp}/2; second part"', "49,50", ""),
            ("Office rent", "November", "-900,00", "B-4"),
        ],
    )
    dry = desk.done("money", "import", file, *SHAPE, "--dry-run", "-o", "json")
    assert outcomes(dry) == ["TO_POST", "TO_POST", "TO_POST", "OUTGOING"]
    assert (balance(first), balance(second)) == (1000, 1000)
    done = desk.done("money", "import", file, *SHAPE, "--yes", "-o", "json")
    assert outcomes(done) == ["POSTED", "POSTED", "POSTED", "OUTGOING"]
    assert first.status == "CLOSED" and balance(second) == 700
    again = desk.done("money", "import", file, *SHAPE, "--yes", "-o", "json")
    assert outcomes(again)[1:] == ["THERE_ALREADY", "THERE_ALREADY", "OUTGOING"]
    assert outcomes(again)[0] == "THERE_ALREADY", "also where the dispute is closed by it"
    assert balance(second) == 700


def test_what_does_not_fit_is_listed_and_costs_the_others_nothing(desk, office):
    first, second = desk.cases
    both = f"INV-{desk.stamp}/1 INV-{desk.stamp}/2"
    file = statement(
        desk,
        office,
        [
            ("A", both, "10,00", "B-1"),
            ("B", "a present", "10,00", "B-2"),
            ("C", f"INV-{desk.stamp}/1", "10.00", "B-3"),
            ("D", f"INV-{desk.stamp}/1", "10,00", "B-5"),
            ("D", f"INV-{desk.stamp}/1", "10,00", "B-5"),
        ],
    )
    ended = desk.run("money", "import", file, *SHAPE, "--yes", "-o", "json")
    assert ended.returncode == 1
    expected = ["AMBIGUOUS", "UNMATCHED", "REFUSED", "POSTED", "THERE_ALREADY"]
    assert outcomes(ended.stdout) == expected
    assert "3 of 5 lines were not posted" in ended.stderr
    assert "line 4" in ended.stderr and "decimal comma" in ended.stderr
    assert (balance(first), balance(second)) == (990, 1000)


def test_a_payment_the_rules_refuse_is_told_with_their_reason(desk, office):
    first, _ = desk.cases
    tomorrow = (office.now + datetime.timedelta(days=2)).strftime("%Y-%m-%d")
    path = desk.folder / "future.csv"
    path.write_text(f"Day,Sum,Text\n{tomorrow},5.00,INV-{desk.stamp}/1\n", encoding="utf-8")
    ended = desk.run(
        "money", "import", str(path), "--day", "Day", "--days", "yyyy-mm-dd", "--amount", "Sum",
        "--decimals", "point", "--currency", "EUR", "--text", "Text", "--dry-run", "-o", "json",
    )  # fmt: skip
    assert ended.returncode == 1
    assert outcomes(ended.stdout) == ["REFUSED"]
    assert balance(first) == 1000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Booked;Amount\n1;2;3\n", "line 2"),
        (b"\xff\xfe", "not UTF-8"),
        (b"Booked;Sum;Name;Purpose;Ref\n", 'no column "Amount"'),
        (b"", "no line of column names"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_line(desk, content, said):
    path = desk.folder / "broken.csv"
    path.write_bytes(content)
    ended = desk.run("money", "import", str(path), *SHAPE, "--yes")
    assert ended.returncode == 64
    assert said in ended.stderr


def test_dollars_for_a_claim_in_euro_count_at_their_rate(desk, office):
    first, _ = desk.cases
    ident = first.name.removeprefix("disputes/")
    day = office.now.strftime("%Y-%m-%d")
    post = [
        "money", "post", ident, "--on", day, "--reference", "SW-1", "--received", "USD 540.00",
        "--rate", "0.9259", "--rate-source", "ECB reference rate", "--yes",
    ]  # fmt: skip
    wrong = desk.run(*post, "--amount", "EUR 500.00")
    assert wrong.returncode == 6 and "499.99 EUR" in wrong.stderr
    desk.done(*post, "--amount", "EUR 499.99")
    quote = first.quote()
    assert (quote.units, quote.nanos) == (500, 10_000_000)
    (payment,) = first.broker.pages("ListPayments", "payments", parent=first.name)
    assert payment.received.rate_source == "ECB reference rate"
    assert payment.received.amount.currency_code == "USD"
    assert "USD 540.00 at 0.9259" in desk.done("money", "list", ident)
