"""Many drafts from a file, through the real programs."""

import json
import uuid

import pytest

from parley_client.cli import Person

COMMON = [
    "--set", "claimant=Tideway Brokers", "--set", "debtor=business", "--set", "jurisdiction=PT",
    "--set", "form=written-signed", "--set", "limitation=2030-01-31",
    "--set", "limitation-source=Civil Code, art. 309",
]  # fmt: skip


@pytest.fixture
def broker(office, tmp_path):
    code = office.invite("ROLE_BROKER", "Bea Ledger", office.organization)
    person = Person(tmp_path / "bea", office.server).sign_in(code, "Bea Ledger")
    person.folder, person.mark = tmp_path, uuid.uuid4().hex[:8]
    return person


def portfolio(broker, last: str) -> str:
    path = broker.folder / "portfolio.csv"
    mark = broker.mark
    path.write_text(
        "\ufeffclient,email,invoice,amount,due,group\r\n"
        f"Harbour Lettings,a@harbour.example,H-{mark}-1,\"EUR 8,400.00\",2026-09-30,h\r\n"
        f"Harbour Lettings,,H-{mark}-2,EUR 120.50,2026-10-15,h\r\n"
        f"BrightSmile,b@bright.example,B-{mark},EUR 90.00,2026-08-31,\r\n" + last,
        encoding="utf-8",
    )
    return str(path)


def outcomes(text: str) -> list[str]:
    return [line["outcome"] for line in json.loads(text)]


def test_a_portfolio_is_drafted_once(broker, office):
    file = portfolio(broker, "")
    dry = broker.done("import", file, *COMMON, "--dry-run", "-o", "json")
    assert outcomes(dry) == ["TO_DRAFT", "TO_DRAFT"]
    done = json.loads(broker.done("import", file, *COMMON, "--yes", "-o", "json"))
    assert [line["outcome"] for line in done] == ["DRAFTED", "DRAFTED"]
    dispute = office.broker.do("GetDispute", name=done[0]["dispute"])
    assert [item.amount.units for item in dispute.items] == [8400, 120]
    again = broker.done("import", portfolio(broker, ""), *COMMON, "--yes", "-o", "json")
    assert outcomes(again) == ["THERE_ALREADY", "THERE_ALREADY"]


def test_a_row_that_cannot_be_read_keeps_all_from_being_sent(broker, office):
    file = portfolio(broker, "FjordBus,c@fjord.example,F-1,EUR 1.000,2026-08-31,\r\n")
    before = len(office.broker.pages("ListDisputes", "disputes", page_size=200))
    ended = broker.run("import", file, *COMMON, "--yes")
    assert ended.returncode == 64
    assert "line 5" in ended.stderr and "amount" in ended.stderr
    assert len(office.broker.pages("ListDisputes", "disputes", page_size=200)) == before


def test_what_the_rules_refuse_costs_the_others_nothing(broker, office):
    path = broker.folder / "two.jsonl"
    mark = broker.mark
    rows = [
        {"client": "A", "invoice": f"A-{mark}", "amount": "EUR 5.00", "due": "2026-09-30",
         "zone": "Mars/Olympus"},
        {"client": "B", "invoice": f"B-{mark}", "amount": "EUR 5.00", "due": "2026-09-30"},
    ]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    ended = broker.run("import", str(path), *COMMON, "--yes", "-o", "json")
    assert ended.returncode == 1
    assert outcomes(ended.stdout) == ["REFUSED", "DRAFTED"]
    assert "line 1" in ended.stderr and "time_zone" in ended.stderr
