"""parley-intake under attack: bombs, tricks with paths, floods; and the walls it reads behind."""

import io
import os
import re
import signal
import tarfile
import tempfile
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from intake import asking, corpus

# The address space of the program is limited to 512 MiB; what is resident stays below.
KILOBYTES_MAX = 512 * 1024


# The walls


@pytest.fixture
def waiting():
    """The program while it waits for a file that does not come."""
    reader, writer = os.pipe()
    with tempfile.TemporaryFile() as spool:
        program = asking.start("message", stdin=reader, spool=spool.fileno())
        os.close(reader)
        deadline = time.monotonic() + 20
        while state(program.pid).get("Seccomp") != "2":
            assert time.monotonic() < deadline and program.poll() is None, "never confined itself"
            time.sleep(0.02)
        yield program, writer
        try:
            os.close(writer)
        except OSError:
            pass
        program.kill()
        program.wait()
        program.stdout.close()


def state(pid: int) -> dict:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def limits(pid: int) -> dict:
    text = Path(f"/proc/{pid}/limits").read_text()
    return {row[0].strip(): row[1:] for row in re.findall(r"^(Max [a-z ]+?)\s{2,}(\S+)\s+(\S+)", text, re.M)}


def test_it_is_confined_before_the_first_byte(waiting):
    program, _ = waiting
    found = state(program.pid)
    assert found["NoNewPrivs"] == "1"
    assert found["Seccomp"] == "2"
    assert found["Threads"] == "1"
    bound = limits(program.pid)
    assert bound["Max cpu time"] == ("20", "20")
    assert bound["Max address space"] == (str(512 << 20),) * 2
    assert bound["Max file size"] == (str(256 << 20),) * 2
    assert bound["Max processes"] == ("0", "0")
    assert bound["Max open files"] == ("0", "0")
    assert bound["Max core file size"] == ("0", "0")


def test_it_holds_only_its_three_files(waiting):
    program, _ = waiting
    assert {int(name) for name in os.listdir(f"/proc/{program.pid}/fd")} == {0, 1, 2, 3}


def test_it_reads_and_answers_through_the_walls(waiting):
    program, writer = waiting
    os.write(writer, corpus.message())
    os.close(writer)
    output, _ = program.communicate(timeout=20)
    assert asking.decoded(output)["message"]["head"]["messageId"] == "m1@duarte-freight.example"


def test_it_ends_by_itself_when_nobody_waits(waiting):
    program, _ = waiting
    alarm = int(state(program.pid)["SigIgn"], 16) & (1 << (signal.SIGALRM - 1))
    assert alarm == 0
    os.kill(program.pid, signal.SIGALRM)
    assert program.wait(timeout=5) == -signal.SIGALRM


def test_wrong_arguments_are_refused():
    for task in ([], ["nothing"], ["message", "1"], ["message", "-1", "5"], ["message", "a", "b"]):
        answer = asking.ask(corpus.message(), *task)
        assert (answer.status, answer.refusal) == (64, "MISUSED")


# Floods


def bounded(data: bytes, *task: str) -> asking.Answer:
    """The answer, which must come in bounded time and memory."""
    answer = asking.ask(data, *task)
    assert answer.seconds < 20
    assert asking.peak_kilobytes() < KILOBYTES_MAX
    return answer


def test_a_hundred_thousand_attachments_are_refused():
    part = corpus.attachment("filename=a.pdf")
    assert bounded(corpus.mixed(*[part] * 100_000), "message").refusal == "TOO_MANY_ATTACHMENTS"
    texts = [corpus.plain("text")] * 100_000
    assert bounded(corpus.mixed(*texts), "message").refusal == "TOO_MANY_PARTS"


def test_a_depth_of_a_thousand_is_refused():
    assert bounded(corpus.nested(1_000), "message").refusal == "TOO_DEEP"
    assert bounded(corpus.nested(100_000), "message").refusal == "TOO_DEEP"
    assert bounded(corpus.forwarded(1_000), "message").refusal == "TOO_DEEP"


def test_the_largest_message_is_read_in_flat_memory():
    content = os.urandom(1 << 20) * 40
    data = corpus.mixed(corpus.plain("see"), corpus.attachment("filename=a.bin", content))
    assert 50 << 20 < len(data) < 64 << 20
    answer = bounded(data, "message")
    assert answer.part(answer.message["attachments"][0]) == content
    assert asking.peak_kilobytes() < KILOBYTES_MAX


def test_a_message_above_the_limit_is_refused():
    assert bounded(corpus.message(body=b"x" * (64 << 20)), "message").refusal == "TOO_LARGE"


def test_boundaries_without_end_come_to_nothing():
    """Some millions of empty parts: refused, or stopped by the limits and not by the machine's end."""
    body = "--b\n\n\n" * 2_000_000
    try:
        answer = bounded(corpus.message('Content-Type: multipart/mixed; boundary="b"', body=body), "message")
        assert answer.refusal in ("MALFORMED", "CUT_OFF", "TOO_MANY_PARTS")
    except asking.Garbage as stopped:
        assert str(stopped) in ("SIGTRAP", "SIGABRT", "SIGSEGV", "SIGKILL", "SIGXCPU", "SIGSYS")
    assert asking.peak_kilobytes() < KILOBYTES_MAX


# Archives


def zipped(entries: dict, **options) -> bytes:
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return room.getvalue()


def tarred(*members: tarfile.TarInfo, mode: str = "w") -> bytes:
    room = io.BytesIO()
    with tarfile.open(fileobj=room, mode=mode) as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(b"x" * member.size))
    return room.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, size: int = 3, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.size, info.linkname = kind, size if kind == tarfile.REGTYPE else 0, link
    return info


@pytest.mark.parametrize("data", [
    zipped({"a.txt": b"one", "b/c.txt": b"three"}),
    tarred(member("a.txt"), member("b/c.txt", size=5)),
    tarred(member("a.txt"), member("b/c.txt", size=5), mode="w:gz"),
    tarred(member("a.txt"), member("b/c.txt", size=5), mode="w:xz"),
])
def test_an_archive_is_listed(data):
    found = asking.ask(data, "file").fields["file"]["archive"]
    entries = [(entry["path"], entry["bytes"]) for entry in found["entries"]]
    assert entries == [("a.txt", 3), ("b/c.txt", 5)]
    assert found["unfoldedBytes"] == 8


def test_bombs_are_refused():
    assert bounded(zipped({"zeros": b"\0" * (64 << 20)}, compresslevel=9), "file").refusal == "UNFOLDS_TOO_FAR"
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"A" * (1 << 20)) for _ in range(256)) + packer.flush()
    assert bounded(bomb, "file").refusal == "UNFOLDS_TOO_FAR"
    many = zipped({f"{n}": b"" for n in range(6_000)})
    assert bounded(many, "file").refusal == "TOO_MANY_ENTRIES"


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/passwd", "..\\a", "C:\\a", "\\\\host\\a"])
def test_a_path_that_leads_out_is_refused(name):
    assert asking.ask(zipped({"fine": b"x", name: b"x"}), "file").refusal == "REACHES_OUTSIDE"
    assert asking.ask(tarred(member("fine"), member(name)), "file").refusal == "REACHES_OUTSIDE"


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_refused(kind):
    answer = asking.ask(tarred(member("a"), member("b", kind, link="/etc/passwd")), "file")
    assert answer.refusal == "REACHES_OUTSIDE"


def test_a_damaged_archive_is_refused():
    data = zipped({"a.txt": os.urandom(5_000)})
    assert asking.ask(data[:-40], "file").refusal in ("MALFORMED", "NOT_AN_ARCHIVE")
    packed = bytearray(tarred(member("a", size=90_000), mode="w:gz"))
    assert asking.ask(bytes(packed[: len(packed) // 2]), "file").refusal in ("MALFORMED", "NOT_AN_ARCHIVE")
    packed[len(packed) // 2] ^= 0xFF
    assert asking.ask(bytes(packed), "file").refusal == "MALFORMED"


def test_other_files_are_told_by_type_and_size():
    pdf = (corpus.EXAMPLES / "contract.pdf").read_bytes()
    found = asking.ask(pdf, "file").fields["file"]
    assert (found["type"], found["bytes"]) == ("application/pdf", len(pdf))
    assert "text" not in found and "archive" not in found
    page = asking.ask(b"<!DOCTYPE html><html><body><p>Pay</p></body></html>", "file")
    place = page.fields["file"]["text"]
    assert page.part(place) == b"Pay" or page.part(place).strip() == b"Pay"
    assert asking.ask(b"", "file").refusal == "EMPTY"


def test_killed_at_any_moment_it_leaves_nothing(tmp_path):
    """The contents have no name on the disk, so whenever it dies nothing is left behind."""
    for pause in (0, 0.01, 0.03, 0.06):
        with tempfile.TemporaryFile(dir=tmp_path) as spool, (corpus.EXAMPLES / "email-1-reminder.eml").open("rb") as file:
            program = asking.start("message", stdin=file, spool=spool.fileno())
            time.sleep(pause)
            program.kill()
            output, _ = program.communicate()
            if program.returncode == 0:
                asking.decoded(output)
            else:
                assert program.returncode == -signal.SIGKILL
                with pytest.raises(asking.Garbage):
                    asking.decoded(output)
    assert not list(tmp_path.iterdir())
