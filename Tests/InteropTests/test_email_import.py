"""parley email import, from the command line through the server and its confined reader."""

import json
import os
import signal
import subprocess
import threading
import time
import uuid
from pathlib import Path

import grpc
import pytest

from intake import asking, corpus
from parley_client import stubs
from parley_client.case import Case
from parley_client.crc32c import crc32c
from parley_client.refusal import Refusal

PARLEY = Path(os.environ.get("PARLEY") or stubs.ROOT / ".build" / "debug" / "parley")


@pytest.fixture
def run(office, tmp_path):
    """Runs the command line as somebody; answers status, standard output and error."""

    def run(who, *arguments, stdin=b"", timeout=90):
        # Everybody has a computer of their own: receipts are kept apart.
        home = tmp_path / who.member.replace("/", "-")
        home.mkdir(exist_ok=True)
        environment = {
            "HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TMPDIR": str(tmp_path),
            "PARLEY_SERVER": office.server.target, "PARLEY_CA": str(office.server.certificate), "PARLEY_TOKEN": who.token,
        }
        done = subprocess.run([PARLEY, *arguments], input=stdin, capture_output=True, env=environment, timeout=timeout)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


def letter(number: int, *, answers: int | None = None, mark: str, **changes) -> bytes:
    """A message of a thread between the parties of the tests."""
    incoming = changes.get("incoming", False)
    ends = ("accounts@anchor.example", "claims@tideway.example")
    sender, receiver = ends if incoming else ends[::-1]
    head = f"From: {sender}\nTo: {receiver}\nSubject: {changes.get('subject', f'Letter {number}')}\n"
    head += f"Date: Mon, 0{number} Jun 2026 10:00:00 +0200\nMessage-ID: <{number}.{mark}@tideway.example>\n"
    if answers:
        head += f"In-Reply-To: <{answers}.{mark}@tideway.example>\n"
    head += 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b1"\n'
    parts = [corpus.plain(changes.get("text", f"Text of letter {number}.\n"))]
    parts += [corpus.attachment(f'filename="paper-{number}.pdf"', f"%PDF-1.4 {number} {mark}".encode())]
    return (head + "\n" + "".join(f"--b1\n{part}\n" for part in parts) + "--b1--\n").encode()


def mailbox(*messages: bytes) -> bytes:
    return b"".join(b"From x@tideway.example Mon Jun  1 10:00:00 2026\n" + data + b"\n" for data in messages)


def exhibits(case) -> list:
    return list(case.broker.pages("ListExhibits", "exhibits", parent=case.name))


def identity(case) -> str:
    return case.name.removeprefix("disputes/")


def test_a_mailbox_is_filed_with_its_thread_and_attachments(office, run, tmp_path):
    case = Case.filed(office)
    mark = uuid.uuid4().hex
    file = tmp_path / "thread.mbox"
    first, second = letter(1, mark=mark), letter(2, answers=1, mark=mark, incoming=True)
    file.write_bytes(mailbox(first, second, first, b"From: broken\nno header at all\n\nx\n"))
    before = len(exhibits(case))

    status, out, err = run(office.broker, "email", "import", str(file), identity(case), "--dry-run", "-o", "json")
    assert status == 1, err
    assert [row["outcome"].split(":")[0] for row in json.loads(out)][-1] == "refused"
    assert len(exhibits(case)) == before

    status, out, err = run(office.broker, "email", "import", str(file), identity(case), "-o", "json")
    assert status == 1, err
    rows = json.loads(out)
    assert [row["outcome"].split(":")[0] for row in rows] == ["filed", "filed", "there already", "refused"]
    filed = exhibits(case)[before:]
    kinds = [stubs.enum_name("ExhibitKind", each.kind) for each in filed]
    assert kinds == ["EMAIL", "OTHER"] * 2
    letter_1, paper_1, letter_2, paper_2 = filed
    assert letter_1.email.message_id == f"1.{mark}@tideway.example"
    assert letter_1.email.date.endswith("+0200")
    assert letter_2.email.in_reply_to == letter_1.email.message_id
    assert stubs.enum_name("Direction", letter_1.direction) == "OUTGOING"
    assert stubs.enum_name("Direction", letter_2.direction) == "INCOMING"
    assert letter_2.email.to == "claims@tideway.example"
    assert (paper_1.attached_to, paper_2.attached_to) == (letter_1.name, letter_2.name)
    assert paper_2.file_name == "paper-2.pdf" and paper_2.media_type == "application/pdf"
    assert rows[1]["answers"] == letter_1.label

    # A repeat files nothing twice.
    status, out, _ = run(office.broker, "email", "import", str(file), identity(case), "-o", "json")
    assert [row["outcome"].split(":")[0] for row in json.loads(out)][:3] == ["there already"] * 3
    assert len(exhibits(case)) == before + 4


def test_threads_and_headers_are_listed(office, run, tmp_path):
    case = Case.filed(office)
    mark = uuid.uuid4().hex
    file = tmp_path / "thread.mbox"
    letters = [letter(1, mark=mark), letter(2, answers=1, mark=mark, incoming=True), letter(3, answers=2, mark=mark)]
    file.write_bytes(mailbox(*letters, letter(4, mark=uuid.uuid4().hex)))
    assert run(office.broker, "email", "import", str(file), identity(case))[0] == 0
    end = time.monotonic() + 60
    while True:
        status, out, err = run(office.broker, "email", "list", identity(case), "-o", "json")
        assert status == 0, err
        rows = json.loads(out)
        if all(row["reading"]["state"] != "READING_STATE_WAITING" for row in rows):
            break
        assert time.monotonic() < end
    first = rows[0]["name"]
    assert [row["thread"] for row in rows] == ["", first, first, ""]
    # What the server read in the files bears out what was stated of them.
    assert all(not row["reading"].get("differingHeaders") for row in rows)
    assert [row["email"]["subject"] for row in rows] == [f"Letter {number}" for number in (1, 2, 3, 4)]
    table = run(office.broker, "email", "list", identity(case))[1]
    assert "as in the file" in table and table.count("case-1") == 3


def test_a_dry_run_asks_the_rules(office, run, tmp_path):
    case = Case.filed(office)
    file = tmp_path / "thread.mbox"
    first = letter(1, mark=uuid.uuid4().hex)
    file.write_bytes(mailbox(first, letter(2, mark=uuid.uuid4().hex), first))
    command = ("email", "import", str(file), identity(case), "--dry-run", "-o", "json")
    status, out, err = run(office.broker, *command)
    assert status == 0, err
    assert [row["outcome"] for row in json.loads(out)] == ["would be filed", "would be filed", "there already"]
    # There is no mediation that anything could be filed in.
    status, out, err = run(office.broker, *command, "--in", "mediation")
    assert status == 1, out + err
    assert all(row["outcome"].startswith("would be refused: ") for row in json.loads(out))
    assert not exhibits(case) and not os.listdir(office.server.data / "incoming")


def test_the_right_dispute_is_proposed_among_those_seen(office, run, tmp_path):
    case, other = Case.filed(office), Case.filed(office)
    reference = case.dispute.items[0].reference
    file = tmp_path / "letter.eml"
    file.write_bytes(letter(3, mark=uuid.uuid4().hex, incoming=True, text=f"As to {reference}: see below.\n"))
    status, out, err = run(office.broker, "email", "import", str(file), "--yes", "-o", "json")
    assert status == 0, err
    assert "fits by" in err and "invoice" in err
    assert [each.title for each in exhibits(case)][-2] == "Letter 3"
    assert not exhibits(other)
    # Nobody is there to agree: nothing is done without --yes.
    assert run(office.broker, "email", "import", str(file))[0] == 64
    # To a stranger the dispute is as one that is not there.
    status, out, err = run(office.stranger, "email", "import", str(file), "--yes")
    assert status == 64 and "points to a dispute" in err
    assert identity(case) not in err + out
    assert run(office.stranger, "email", "import", str(file), identity(case))[0] == 3


def test_what_is_said_of_money_is_proposed_and_not_done(office, run):
    case = Case.filed(office)
    text = "We will pay EUR 500.00 on Friday.\n\nWe offer EUR 1,100 in full and final settlement.\n> We will pay EUR 9.00.\n"
    data = letter(4, mark=uuid.uuid4().hex, incoming=True, text=text)
    entries = len(case.entries())
    status, out, err = run(office.broker, "email", "import", "-", identity(case), stdin=data)
    assert status == 0, err
    assert "may speak of a promise" in err and "parley offer make" in err and "EUR 9.00" not in err
    assert len(case.entries()) == entries + 2
    assert not case.broker.pages("ListOffers", "offers", parent=case.name)
    assert not case.broker.pages("ListPayments", "payments", parent=case.name)


def test_an_attachment_belongs_to_an_email(office):
    case = Case.filed(office)
    paper = case.exhibit(office.broker, b"paper", "Paper")
    with pytest.raises(Refusal) as refused:
        case.exhibit(office.broker, b"other", "Other", attached_to=paper.name)
    assert refused.value.code == grpc.StatusCode.INVALID_ARGUMENT


def check(client, data: bytes, name: str = "") -> list:
    """The answers of CheckEmails."""
    kind = client._methods["CheckEmails"].request

    def requests():
        for start in range(0, max(1, len(data)), 200_000):
            piece = data[start : start + 200_000]
            chunk = {"write_offset": start, "data": piece, "crc32c": crc32c(piece)}
            yield kind(name=name, chunk=chunk, finish_write=start + 200_000 >= len(data))

    return list(client._callable("CheckEmails")(requests(), timeout=90, metadata=client.call_metadata))


def readers(server: int) -> list[int]:
    """The running readers that this server started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except OSError:
            continue
        if "(parley-intake)" in text and int(text.rsplit(")", 1)[1].split()[1]) == server:
            found.append(int(path.parent.name))
    return found


def test_killing_readers_at_random_loses_nothing(office, run, tmp_path):
    """While mailboxes are imported their readers are killed; what broke off is there after a repeat,
    and nothing is there twice."""
    case = Case.filed(office)
    file = tmp_path / "thread.mbox"
    file.write_bytes(mailbox(*[letter(1 + number % 9, mark=uuid.uuid4().hex) for number in range(24)]))
    over = threading.Event()

    def kill():
        while not over.is_set():
            for reader in readers(office.server.process.pid)[::2]:
                try:
                    os.kill(reader, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            time.sleep(0.11)

    command = ("email", "import", str(file), identity(case), "-o", "json")
    outcomes: list[str] = []
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        for _ in range(20):
            _, out, _ = run(office.broker, *command)
            outcomes += [row["outcome"] for row in json.loads(out)]
            if any("broke off" in outcome for outcome in outcomes):
                break
    finally:
        over.set()
        killer.join()
    assert any("broke off" in outcome for outcome in outcomes)
    status, out, err = run(office.broker, *command)
    assert status == 0, err
    assert all(row["exhibit"] for row in json.loads(out))
    filed = exhibits(case)
    assert len(filed) == 48 and len({each.sha256 for each in filed}) == 48
    assert sum(bool(each.attached_to) for each in filed) == 24
    assert office.server.is_running


def test_reading_needs_a_session_and_sight(office):
    case = Case.filed(office)
    with pytest.raises(grpc.RpcError) as refused:
        check(office.anonymous(), corpus.message())
    assert refused.value.code() == grpc.StatusCode.UNAUTHENTICATED
    for name in (case.name, "disputes/zzzz-zzzz"):
        with pytest.raises(grpc.RpcError) as refused:
            check(office.stranger, corpus.message(), name)
        assert refused.value.code() in (grpc.StatusCode.NOT_FOUND, grpc.StatusCode.INVALID_ARGUMENT)


def test_the_worst_messages_do_not_harm_the_server(office):
    for data in (corpus.nested(1_000), corpus.forwarded(1_000), bytes(range(256)) * 100, b"\n" * 5_000):
        (answer,) = check(office.broker, data)
        assert answer.email.refusal and answer.email.sentence
    (answer,) = check(office.broker, corpus.message())
    assert answer.email.headers.message_id == "m1@duarte-freight.example"
    assert asking.PROGRAM.exists() and office.server.is_running


def test_a_corpus_of_strange_messages_is_understood_or_refused_by_the_server(office):
    """None of them is half understood: the answer is a reason, or the message with its hash."""
    strange = list(corpus.unusual()) + list(corpus.mutated(int(os.environ.get("PARLEY_MUTATIONS", "120"))))
    assert len(strange) >= 200
    for name, data, expected in strange:
        answers = check(office.broker, data)
        assert answers, name
        for answer in answers:
            email = answer.email
            if email.refusal:
                assert email.sentence and not email.text and not email.attachments and not email.sha256, name
                assert email.refusal not in ("BROKE_OFF", "NOT_CREDIBLE", "BUSY", "UNAVAILABLE"), (name, email.refusal)
            else:
                assert len(email.sha256) == 64 and email.size_bytes > 0, name
                assert all(len(part.sha256) == 64 and part.file_name for part in email.attachments), name
        if expected and expected != "whole" and len(answers) == 1:
            assert answers[0].email.refusal, name
    assert office.server.is_running


def test_a_flood_of_attachments_and_depths_is_refused_by_the_server(office):
    floods = {
        "TOO_MANY_ATTACHMENTS": corpus.mixed(*[corpus.attachment("filename=a.pdf")] * 100_000),
        "TOO_MANY_PARTS": corpus.mixed(*[corpus.plain("text")] * 100_000),
        "TOO_DEEP": corpus.nested(10_000),
    }
    for reason, data in floods.items():
        (answer,) = check(office.broker, data)
        # On a machine that has much else to do its time may be over first.
        assert answer.email.refusal in (reason, "TOOK_TOO_LONG")
    assert office.server.is_running
