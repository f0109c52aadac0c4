"""What the docket proves: a changed byte and a cut end are found, by the server and without it."""

import json
import shutil
import sqlite3

from grpc import StatusCode
import pytest

from parley_client import chain
from parley_client.case import Case
from parley_client.office import Office
from parley_client.refusal import Refusal
from parley_client.server import Server


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A dispute with some history, its receipts, and the directory at rest."""
    office = Office.at_new_server(tmp_path_factory.mktemp("proof") / "data")
    case = Case.filed(office)
    case.demand()
    case.contest(case.invite_client())
    assert chain.docket_defects(case.broker, case.name, case.receipts) == []
    keys = case.broker.do("ListKeys").keys
    assert all(chain.check_signature(each, keys) for each in case.receipts)
    office.server.stop()
    yield case
    office.close()


@pytest.fixture
def tampered(kept, tmp_path):
    """Serves a copy of the directory after a tampering; the broker's session goes on there."""
    office, data = kept.office, tmp_path / "data"
    original = office.server
    started: list[Server] = []

    def serve(change) -> "object":
        shutil.copytree(original.data, data)
        database = next(path for path in data.iterdir() if is_database(path))
        with sqlite3.connect(database, isolation_level=None) as connection:
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                connection.execute(f'DROP TRIGGER "{name}"')
            change(connection)
        connection.close()
        server = Server(data).start()
        started.append(server)
        office.server = server
        return office.again(office.broker)

    yield serve
    office.server = original
    for server in started:
        server.stop()


def is_database(path) -> bool:
    return path.is_file() and path.read_bytes()[:15] == b"SQLite format 3"


def turn_a_byte(column: str, table: str = "contents"):
    """Changes one byte of one entry, so that the text is still JSON."""

    def change(connection) -> None:
        rows = connection.execute(
            f"SELECT entry, {column} FROM {table} ORDER BY entry DESC"
        ).fetchall()
        entry, content = next(row for row in rows if digits(bytes(row[1])))
        place = digits(bytes(content))[-1]
        changed = bytearray(content)
        changed[place] = ord("1") if changed[place] != ord("1") else ord("2")
        json.loads(bytes(changed))
        connection.execute(
            f"UPDATE {table} SET {column} = ? WHERE entry = ?", (bytes(changed), entry)
        )

    return change


def digits(content: bytes) -> list[int]:
    return [place for place, byte in enumerate(content) if 48 <= byte <= 57]


def test_the_untouched_copy_is_sound(kept, tampered):
    broker = tampered(lambda _: None)
    checks = broker.do("VerifyDocket", name=kept.name, receipts=kept.receipts[-100:]).chains
    assert checks and not any(each.defects for each in checks)
    assert chain.docket_defects(broker, kept.name, kept.receipts) == []


@pytest.mark.parametrize("column", ["header", "facts"])
def test_a_changed_byte_is_found_by_the_server_and_without_it(kept, tampered, column):
    broker = tampered(turn_a_byte(column))
    by_server = broker.do("VerifyDocket", name=kept.name).chains
    assert any(each.defects for each in by_server)
    found = chain.docket_defects(broker, kept.name, kept.receipts)
    assert any(column in each for each in found), found


def test_parleyd_verify_finds_a_changed_byte(kept, tampered):
    broker = tampered(turn_a_byte("facts"))
    broker.server.stop()
    verdict = broker.server.run("verify")
    assert verdict.returncode == 1
    assert "facts" in verdict.stdout
    assert kept.office.server is broker.server


def cut_the_end(connection) -> None:
    """Takes the last entry of the case away, and all that would tell of it."""
    order, link, sequence = connection.execute(
        """SELECT j.commit_order, j.chain, j.sequence FROM journal j
           JOIN chains c ON c.id = j.chain WHERE c.compartment = 'CASE'
           ORDER BY j.commit_order DESC LIMIT 1"""
    ).fetchone()
    connection.execute("PRAGMA foreign_keys = OFF")
    for table, key in (("words", "entry"), ("contents", "entry"), ("journal", "commit_order")):
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (order,))
    earlier = connection.execute(
        "SELECT hash FROM journal WHERE chain = ? AND sequence = ?", (link, sequence - 1)
    ).fetchone()
    connection.execute(
        "UPDATE heads SET sequence = ?, hash = ? WHERE chain = ?", (sequence - 1, *earlier, link)
    )
    connection.execute("DELETE FROM outbox WHERE after_order >= ?", (order,))
    connection.execute(
        "UPDATE disputes SET last_order = (SELECT MAX(commit_order) FROM journal)"
        " WHERE last_order = ?",
        (order,),
    )


def test_a_cut_end_is_found_with_an_earlier_receipt(kept, tampered):
    broker = tampered(cut_the_end)
    last = max(
        (each for each in kept.receipts if each.compartment == 1), key=lambda each: each.sequence
    )
    found = chain.docket_defects(broker, kept.name, [last])
    assert any("ends before" in each for each in found), found
    checks = broker.do("VerifyDocket", name=kept.name, receipts=[last]).chains
    assert any(each.defects for each in checks)


def test_a_receipt_of_nobody_is_no_receipt(kept, tampered):
    broker = tampered(lambda _: None)
    forged = type(kept.receipts[0])()
    forged.CopyFrom(kept.receipts[-1])
    forged.sequence += 1
    keys = broker.do("ListKeys").keys
    assert not chain.check_signature(forged, keys)
    try:
        checks = broker.do("VerifyDocket", name=kept.name, receipts=[forged]).chains
        assert any(each.defects for each in checks)
    except Refusal as refusal:
        assert refusal.code == StatusCode.INVALID_ARGUMENT
