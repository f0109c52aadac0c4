"""Large files: over a wire that breaks, over a killed server and a killed command, in flat memory,
within the quotas. `PARLEY_UPLOAD_MIB` makes the file larger than the tests need; with a release build
in `PARLEYD` and `PARLEY` the figures mean something."""

import hashlib
import os
import subprocess
import time
from pathlib import Path

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case, upload
from parley_client.cutting import CuttingWire
from parley_client.office import Office
from parley_client.refusal import Refusal
from parley_client.server import binary

MIB = 1 << 20
SIZE = int(os.environ.get("PARLEY_UPLOAD_MIB", "64")) * MIB
CUTS = 20
# What a transfer may add to a process, whatever the size of the file.
FLAT_KIB = 48 * 1024
# What a command line may take in all: its code and libraries, and a transfer.
CLIENT_KIB = 160 * 1024


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A server of its own: it is killed, and its quotas are changed."""
    office = Office.at_new_server(tmp_path_factory.mktemp("uploads") / "data")
    yield office
    office.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A file of random bytes, its hash, and the seconds that cp and sync take for it."""
    folder = tmp_path_factory.mktemp("large")
    file = folder / "recording.bin"
    hasher = hashlib.sha256()
    with file.open("wb") as out:
        for _ in range(SIZE // MIB):
            piece = os.urandom(MIB)
            hasher.update(piece)
            out.write(piece)
    begun = time.monotonic()
    subprocess.run(["cp", file, folder / "copy"], check=True)
    subprocess.run(["sync", folder / "copy"], check=True)
    seconds = time.monotonic() - begun
    (folder / "copy").unlink()
    return file, hasher.hexdigest(), seconds


class Run:
    """The command line, started as somebody through some address."""

    def __init__(self, office, who, folder: Path, target: str, *arguments: str):
        home = folder / "home"
        home.mkdir(exist_ok=True)
        environment = {
            "HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8",
            "PARLEY_SERVER": target, "PARLEY_CA": str(office.server.certificate), "PARLEY_TOKEN": who.token,
        }
        self.output = folder / "output"
        with self.output.open("wb") as out:
            self.begun = time.monotonic()
            self.process = subprocess.Popen(
                [binary("parley"), *arguments], env=environment, cwd=folder,
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
            )

    def end(self) -> "Run":
        """Waits for it; its status, seconds and largest memory are then known."""
        # Not ru_maxrss: that counts what this process held when it started the other.
        self.peak_kib, ended = 0, 0
        while not ended:
            try:
                self.peak_kib = max(self.peak_kib, memory(self.process.pid)[1])
            except (OSError, KeyError):
                pass  # It has ended and is still to be waited for.
            ended, status = os.waitpid(self.process.pid, os.WNOHANG)
            time.sleep(0.01)
        self.process.returncode = self.status = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - self.begun
        self.said = self.output.read_text()
        return self

    def kill(self) -> "Run":
        self.process.kill()
        return self.end()


def memory(pid: int) -> tuple[int, int]:
    """What a process holds in memory, and the most it has held, in KiB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in lines)
    return int(fields["VmRSS"].split()[0]), int(fields["VmHWM"].split()[0])


def identity(case) -> str:
    return case.name.removeprefix("disputes/")


def files(office, case) -> list[Path]:
    """The files of a dispute as they lie in the data directory."""
    folder = office.server.data / "evidence" / identity(case)
    return sorted(each for each in folder.rglob("*") if each.is_file())


def unfinished(office) -> list[str]:
    return sorted(os.listdir(office.server.data / "incoming"))


def exhibits(case) -> list:
    return case.broker.pages("ListExhibits", "exhibits", parent=case.name)


def address(office) -> str:
    return f"localhost:{office.server.port}"


def test_a_large_file_comes_whole_over_a_wire_that_breaks_twenty_times(
    office, large, tmp_path, capsys
):
    file, sha256, copy_seconds = large
    case = Case.filed(office)
    case.exhibit(office.broker, os.urandom(4 * MIB), "Warm")
    for way in ("up", "down"):
        server = office.server.process.pid
        Path(f"/proc/{server}/clear_refs").write_text("5")
        before, _ = memory(server)
        towards = "server" if way == "up" else "client"
        wire = CuttingWire(office.server.port, cuts=CUTS, every=SIZE // (CUTS + 4), towards=towards)
        if way == "up":
            command = ["evidence", "add", identity(case), str(file), "--kind", "other"]
        else:
            command = ["evidence", "get", identity(case), "E-2", "--to", "back.bin"]
        run = Run(office, office.broker, tmp_path, wire.target, *command).end()
        wire.close()
        assert run.status == 0, run.said
        assert wire.cut == CUTS
        _, peak = memory(server)
        # The largest it ever held, where the kernel does not let that be set back.
        growth = max(0, peak - before)
        with capsys.disabled():
            print(
                f"\n{SIZE // MIB} MiB {way}, cut {wire.cut} times: {run.seconds:.1f} s,"
                f" {SIZE / MIB / run.seconds:.0f} MiB/s; cp and sync {copy_seconds:.1f} s,"
                f" {SIZE / MIB / copy_seconds:.0f} MiB/s; parleyd grew by {growth // 1024} MiB from"
                f" {before // 1024}, parley held {run.peak_kib // 1024} MiB at most"
            )
        assert growth < FLAT_KIB
        assert run.peak_kib < CLIENT_KIB
    _, there = exhibits(case)
    assert there.sha256 == sha256 and there.size_bytes == SIZE
    assert hashlib.file_digest((tmp_path / "back.bin").open("rb"), "sha256").hexdigest() == sha256
    assert not list(tmp_path.glob("*.part"))
    assert [each.name for each in files(office, case) if each.stat().st_size == SIZE] == [sha256]
    assert unfinished(office) == []
    assert len([event for event in case.events() if event == "EXHIBIT_ADDED"]) == 2


def test_the_same_bytes_lie_once_in_a_compartment(office):
    case = Case.filed(office)
    content = os.urandom(300_000)
    first = case.exhibit(office.broker, content, "One")
    second = case.exhibit(office.broker, content, "Two")
    assert (first.sha256, first.label, second.label) == (second.sha256, "E-1", "E-2")
    assert len(files(office, case)) == 1
    case.exhibit(office.broker, content, "Ours", "PARTY_PRIVATE_CLAIMANT")
    assert len(files(office, case)) == 2


def test_a_killed_command_goes_on_where_it_stood(office, large, tmp_path):
    file, sha256, _ = large
    case = Case.filed(office)
    command = ["evidence", "add", identity(case), str(file), "--kind", "other"]
    wire = CuttingWire(office.server.port, holds=SIZE // 2)
    run = Run(office, office.broker, tmp_path, wire.target, *command)
    assert wire.holding.wait(120)
    killed = run.kill()
    wire.close()
    assert killed.status != 0 and exhibits(case) == []
    office.server.stop()
    office.server.start(port=office.server.port)
    # By the same address, for an upload is known by where it goes.
    wire = CuttingWire(office.server.port, listen=wire.port)
    run = Run(office, office.broker, tmp_path, wire.target, *command).end()
    wire.close()
    assert run.status == 0, run.said
    assert "goes on where it stood" in run.said
    assert [each.sha256 for each in exhibits(case)] == [sha256]
    assert unfinished(office) == []


def test_a_killed_server_keeps_what_it_had(office, large, tmp_path):
    file, sha256, _ = large
    case = Case.filed(office)
    port = office.server.port
    command = ["evidence", "add", identity(case), str(file), "--kind", "other"]
    run = Run(office, office.broker, tmp_path, address(office), *command)
    part_bytes = 0
    end = time.monotonic() + 120
    while part_bytes < SIZE // 3:
        assert time.monotonic() < end and run.process.poll() is None
        parts = list((office.server.data / "incoming").glob("*.part"))
        part_bytes = max([each.stat().st_size for each in parts], default=0)
    office.server.kill()
    office.server.start(port=port)
    run.end()
    assert run.status == 0, run.said
    assert "went on where it stood" in run.said
    assert [each.sha256 for each in exhibits(case)] == [sha256]
    assert unfinished(office) == []


def test_a_broken_download_goes_on_in_the_next_command(office, large, tmp_path):
    file, sha256, _ = large
    case = Case.filed(office)
    port = office.server.port
    added = Run(
        office, office.broker, tmp_path, address(office),
        "evidence", "add", identity(case), str(file), "--kind", "other",
    ).end()
    assert added.status == 0, added.said
    run = Run(
        office, office.broker, tmp_path, address(office),
        "evidence", "get", identity(case), "E-1", "--to", "back.bin",
    )
    part = tmp_path / f"back.bin.{sha256[:12]}.part"
    end = time.monotonic() + 120
    while not part.exists() or part.stat().st_size < SIZE // 4:
        assert time.monotonic() < end and run.process.poll() is None
    run.kill()
    assert part.exists() and not (tmp_path / "back.bin").exists()
    # What is there is not fetched again, and what is there wrongly is found out.
    again = ["evidence", "get", identity(case), "E-1", "--to", "back.bin"]
    with part.open("r+b") as file:
        file.write(b"wrong")
    run = Run(office, office.broker, tmp_path, address(office), *again).end()
    assert run.status == 1 and "not those that were filed" in run.said
    assert not part.exists() and not (tmp_path / "back.bin").exists()
    assert office.server.port == port
    assert Run(office, office.broker, tmp_path, address(office), *again).end().status == 0
    got = (tmp_path / "back.bin").open("rb")
    assert hashlib.file_digest(got, "sha256").hexdigest() == sha256


def test_whoever_comes_last_writes_on_and_a_first_piece_at_the_start_begins_anew(office):
    case = Case.filed(office)
    content = os.urandom(900_000)
    request_id = "7f1b0c6e-3f57-4b5e-9b36-6a1f0f2f5d11"
    spec, *chunks = upload(case.name, content, "Taken over", request_id=request_id)
    with pytest.raises(Refusal):
        office.broker.send_stream("UploadExhibit", [spec, chunks[0], chunks[1]])
    standing = office.broker.do("QueryUpload", upload_id=request_id).committed_bytes
    assert standing == 2 * 262_144
    with pytest.raises(Refusal) as caught:
        office.broker.send_stream("UploadExhibit", [spec, chunks[3]])
    assert caught.value.metadata["committed_bytes"] == str(standing)
    # The spec again goes on; another's upload of the same id is nobody else's.
    assert office.stranger.refused("QueryUpload", upload_id=request_id).code == StatusCode.NOT_FOUND
    exhibit = office.broker.send_stream("UploadExhibit", [spec, *chunks[2:]]).exhibit
    assert exhibit.sha256 == hashlib.sha256(content).hexdigest()
    again = "0d0f2a34-8f3e-4a0c-8a77-35c4d9b5a5aa"
    spec, *chunks = upload(case.name, content, "Anew", request_id=again)
    with pytest.raises(Refusal):
        office.broker.send_stream("UploadExhibit", [spec, chunks[0]])
    assert office.broker.send_stream("UploadExhibit", [spec, *chunks]).exhibit.label == "E-2"


def test_more_uploads_than_one_person_may_have_give_way(office):
    case = Case.filed(office)
    limit = office.broker.do("GetLimits").uploads_per_member_max
    ids = []
    for number in range(limit + 2):
        spec, first, *_ = upload(case.name, os.urandom(300_000), f"Number {number}")
        ids.append(spec.spec.request_id)
        with pytest.raises(Refusal):
            office.broker.send_stream("UploadExhibit", [spec, first])
    standing = []
    for each in ids:
        try:
            standing.append(office.broker.do("QueryUpload", upload_id=each).committed_bytes)
        except Refusal as refusal:
            assert refusal.code == StatusCode.NOT_FOUND
            standing.append(0)
    assert standing == [0, 0] + [262_144] * limit
    for name in unfinished(office):
        (office.server.data / "incoming" / name).unlink()


def test_quotas_refuse_with_their_figures(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    try:
        case = Case.filed(office)
        client = case.invite_client()
        case.exhibit(office.broker, os.urandom(MIB), "Filed before the quota was lowered")
        office.server.stop()
        office.server.start(
            "--evidence-file-bytes-max", str(2 * MIB), "--evidence-dispute-bytes-max", str(4 * MIB),
            "--evidence-organization-bytes-max", str(5 * MIB), port=office.server.port,
        )
        limits = office.broker.do("GetLimits")
        assert limits.exhibit_bytes_max == 2 * MIB
        assert limits.dispute_evidence_bytes_max == 4 * MIB
        assert limits.organization_evidence_bytes_max == 5 * MIB
        assert limits.exhibits_max == 10_000 and limits.read_memory_days == 1095
        assert limits.email_file_bytes_max == 256 * MIB and limits.upload_memory_days == 7

        def refused(case, who, size, place="CASE", **changes) -> Refusal:
            spec, *_ = upload(case.name, os.urandom(size), "Too much", place, **changes)
            with pytest.raises(Refusal) as caught:
                who.send_stream("UploadExhibit", [spec])
            assert caught.value.code == StatusCode.RESOURCE_EXHAUSTED
            return caught.value

        over = refused(case, office.broker, 2 * MIB + 1)
        assert over.reason == "UPLOAD_TOO_LARGE" and over.metadata["maximum"] == str(2 * MIB)
        assert "evidence.fileBytesMax" in over.message
        # A dry run is told the same.
        assert refused(case, office.broker, 2 * MIB + 1, validate_only=True).reason == over.reason

        case.exhibit(office.broker, os.urandom(MIB), "Second")
        case.exhibit(office.broker, os.urandom(MIB), "Ours", "PARTY_PRIVATE_CLAIMANT")
        full = refused(case, office.broker, 2 * MIB)
        assert full.reason == "EVIDENCE_QUOTA"
        assert full.metadata["limit"] == "dispute_evidence_bytes_max"
        assert full.metadata["held_bytes"] == str(3 * MIB)
        assert str(3 * MIB) in full.message and "evidence.disputeBytesMax" in full.message
        # The client does not see what the broker keeps, and so has more room: a quota of all files
        # would tell how much there is.
        case.exhibit(client, os.urandom(2 * MIB), "Theirs", "PARTY_PRIVATE_RESPONDENT")

        other = Case.filed(office)
        case.exhibit(office.broker, os.urandom(MIB), "Up to the brim")
        content = os.urandom(MIB)
        other.exhibit(office.broker, content, "The last that fits")
        team = refused(other, office.colleague, 100)
        assert team.metadata["limit"] == "organization_evidence_bytes_max"
        assert "evidence.organizationBytesMax" in team.message
        # The same bytes again add nothing.
        other.exhibit(office.broker, content, "The same once more")
        assert office.server.stop() == 0
        with pytest.raises(AssertionError):
            office.server.start("--evidence-dispute-bytes-max", "5")
        office.server.start()
    finally:
        office.close()


def test_an_upload_under_way_counts_as_if_it_were_whole(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    try:
        case = Case.filed(office)
        office.server.stop()
        office.server.start(
            "--evidence-file-bytes-max", str(2 * MIB), "--evidence-dispute-bytes-max", str(2 * MIB),
            port=office.server.port,
        )
        spec, first, *_ = upload(case.name, os.urandom(2 * MIB), "Under way")
        with pytest.raises(Refusal):
            office.broker.send_stream("UploadExhibit", [spec, first])
        small, *_ = upload(case.name, os.urandom(1000), "Small")
        with pytest.raises(Refusal) as caught:
            office.broker.send_stream("UploadExhibit", [small])
        assert caught.value.reason == "EVIDENCE_QUOTA"
        office.server.kill()
        office.server.start("--evidence-file-bytes-max", str(2 * MIB), "--evidence-dispute-bytes-max", str(2 * MIB))
        with pytest.raises(Refusal) as caught:
            office.again(office.broker).send_stream("UploadExhibit", [small])
        assert caught.value.reason == "EVIDENCE_QUOTA"
    finally:
        office.close()
