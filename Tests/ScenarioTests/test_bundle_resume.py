"""A bundle on its way down: over a wire that breaks, over a killed command, in flat memory; never on from
the bytes of another bundle, and seen anew by whose sight it is with every call."""

import hashlib
import os
import signal
import time
from pathlib import Path

from grpc import StatusCode
import pytest

import bundles
from parley_client import stubs
from parley_client.case import Case, upload
from parley_client.cutting import CuttingWire
from parley_client.office import Office
from test_uploads import CLIENT_KIB, CUTS, FLAT_KIB, MIB, Run, address, identity, memory

SIZE = 12 * MIB


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = Office.at_new_server(tmp_path_factory.mktemp("resume") / "data")
    yield office
    office.close()


@pytest.fixture
def large(office):
    """A case with a large exhibit and a small one, and its whole bundle."""
    case = Case.filed(office)
    case.invite_client()
    content = os.urandom(SIZE)
    case.broker.send_stream(
        "UploadExhibit", upload(case.name, content, "Recording"), timeout=180.0)
    case.exhibit(case.broker, b"a small paper", "A small paper")
    case.whole = bundles.export(case.broker, case.name, all_seen=False)
    case.manifest = hashlib.sha256(bundles.members(case.whole)["manifest.json"]).hexdigest()
    return case


def command(case, *options: str) -> list[str]:
    return ["bundle", "export", identity(case), "--to", "case.tar", *options]


def rest(who, case, offset: int, **fields) -> list:
    fields.setdefault("manifest_sha256", case.manifest)
    return list(who.stream(
        "ExportBundle", name=case.name, read_offset=offset, timeout=120.0, **fields))


def test_it_goes_on_at_any_byte(large):
    case, whole = large, large.whole
    end = len(whole)
    paper = whole.index(b"a small paper")
    for offset in (0, 1, 511, 512, 5000, end - SIZE // 2, paper, paper + 7, end - 1024, end - 1, end):
        pieces = rest(case.broker, case, offset)
        assert b"".join(each.data for each in pieces) == whole[offset:]
        assert [each.read_offset for each in pieces] == [
            offset + number * 262_144 for number in range(len(pieces))]
        # Wherever it begins, the first message says what it is, and how far the record goes.
        first = pieces[0].bundle
        assert first.size_bytes == end and first.manifest_sha256 == case.manifest
        assert [stubs.enum_name("Compartment", each.compartment) for each in first.heads] == ["CASE"]
        assert first.heads[0].sequence == len(case.entries())


def test_what_cannot_go_on_is_refused_with_what_to_do(large):
    case = large
    end = len(case.whole)
    def refused(**fields):
        return case.broker.refused_stream("ExportBundle", name=case.name, **fields)

    beyond = refused(read_offset=end + 1, manifest_sha256=case.manifest)
    assert beyond.code == StatusCode.OUT_OF_RANGE and beyond.metadata["size_bytes"] == str(end)
    for fields in (
        {"read_offset": -1}, {"read_offset": 5}, {"read_offset": 5, "manifest_sha256": "12"},
    ):
        assert refused(**fields).code == StatusCode.INVALID_ARGUMENT, fields
    # Another selection is another bundle, and so is a later moment.
    other = refused(read_offset=5, manifest_sha256=case.manifest, without_privilege_log=True)
    assert other.reason == "BUNDLE_CHANGED" and other.code == StatusCode.ABORTED
    case.exhibit(case.broker, b"later", "A later paper")
    later = refused(read_offset=5, manifest_sha256=case.manifest)
    assert later.reason == "BUNDLE_CHANGED" and "anew" in later.message
    assert len(later.metadata["manifest_sha256"]) == 64
    # Who sees nothing of the dispute is not told whether the bundle would be another one.
    stranger = case.office.stranger
    hidden = stranger.refused_stream(
        "ExportBundle", name=case.name, read_offset=5, manifest_sha256=case.manifest)
    assert hidden.seen == stranger.refused_stream("ExportBundle", name="disputes/00000000").seen


def test_what_may_be_seen_is_asked_anew_with_every_call(large, office):
    case = large
    theirs = bundles.export(case.client, case.name, all_seen=False)
    manifest = hashlib.sha256(bundles.members(theirs)["manifest.json"]).hexdigest()
    half = len(theirs) - SIZE // 2
    assert rest(case.client, case, half, manifest_sha256=manifest)
    # The wrong party: what it began it does not end.
    case.act(
        case.broker, "AmendParty", replaces=True, etag=case.etag,
        respondent={"display_name": "Anchor Lettings Ltd", "email": "a@anchor.example"},
        reason="Another company of the same name.")
    lost = case.client.refused_stream(
        "ExportBundle", name=case.name, read_offset=half, manifest_sha256=manifest)
    assert lost.code == StatusCode.NOT_FOUND
    assert lost.seen == case.client.refused_stream("ExportBundle", name="disputes/00000000").seen


def test_it_comes_whole_over_a_wire_that_breaks(large, office, tmp_path, capsys):
    case = large
    server = office.server.process.pid
    Path(f"/proc/{server}/clear_refs").write_text("5")
    before, _ = memory(server)
    wire = CuttingWire(
        office.server.port, cuts=CUTS, every=SIZE // (CUTS + 4), towards="client")
    run = Run(office, case.broker, tmp_path, wire.target, *command(case)).end()
    wire.close()
    assert run.status == 0, run.said
    assert wire.cut == CUTS
    assert "and the bundle went on where it stood" in run.said
    assert (tmp_path / "case.tar").read_bytes() == case.whole
    assert not list(tmp_path.glob("*.part"))
    growth = max(0, memory(server)[1] - before)
    with capsys.disabled():
        print(
            f"\n{SIZE // MIB} MiB bundle, cut {wire.cut} times: {run.seconds:.1f} s; parleyd grew by"
            f" {growth // 1024} MiB, parley held {run.peak_kib // 1024} MiB at most")
    assert growth < FLAT_KIB and run.peak_kib < CLIENT_KIB


def killed_on_its_way(case, office, folder: Path) -> Path:
    """Starts to fetch the bundle and kills the command in the middle; answers its part."""
    wire = CuttingWire(office.server.port, cuts=1, every=SIZE // 2, towards="client")
    run = Run(office, case.broker, folder, wire.target, *command(case))
    part = folder / "case.tar.part"
    end = time.monotonic() + 120
    while not part.exists() or part.stat().st_size < SIZE // 8:
        assert time.monotonic() < end and run.process.poll() is None, run.output.read_text()
    run.kill()
    wire.close()
    assert part.exists() and not (folder / "case.tar").exists()
    return part


def test_a_killed_command_goes_on_where_it_stood(large, office, tmp_path):
    case = large
    stood = killed_on_its_way(case, office, tmp_path).stat().st_size
    assert stood < len(case.whole)
    run = Run(office, case.broker, tmp_path, address(office), *command(case)).end()
    assert run.status == 0, run.said
    assert "goes on where it stood" in run.said
    assert (tmp_path / "case.tar").read_bytes() == case.whole
    assert not (tmp_path / "case.tar.part").exists()


def test_a_part_of_an_older_record_begins_anew(large, office, tmp_path):
    case = large
    killed_on_its_way(case, office, tmp_path)
    case.exhibit(case.broker, b"later", "A later paper")
    run = Run(office, case.broker, tmp_path, address(office), *command(case)).end()
    assert run.status == 0, run.said
    assert "it begins anew" in run.said
    now = bundles.export(case.broker, case.name, all_seen=False)
    assert (tmp_path / "case.tar").read_bytes() == now != case.whole


def test_a_part_that_was_changed_is_found_out_and_thrown_away(large, office, tmp_path):
    case = large
    part = killed_on_its_way(case, office, tmp_path)
    with part.open("r+b") as file:
        file.seek(-1000, os.SEEK_END)
        file.write(b"wrong")
    run = Run(office, case.broker, tmp_path, address(office), *command(case)).end()
    assert run.status == 1 and "from before does not fit" in run.said, run.said
    assert "was changed" in run.said and "parley bundle export" in run.said
    assert list(tmp_path.glob("case.tar*")) == []
    assert Run(office, case.broker, tmp_path, address(office), *command(case)).end().status == 0
    # What is no part of a bundle at all is passed over.
    (tmp_path / "case.tar.part").write_bytes(b"something else")
    again = Run(office, case.broker, tmp_path, address(office), *command(case, "--force")).end()
    assert again.status == 0 and (tmp_path / "case.tar").read_bytes() == case.whole


def test_a_record_that_goes_on_meanwhile_is_refused_with_the_remedy(large, office, tmp_path):
    case = large
    # The command stands still while the record goes on; late on its way the wire breaks.
    wire = CuttingWire(office.server.port, cuts=1, every=SIZE * 3 // 4, towards="client")
    run = Run(office, case.broker, tmp_path, wire.target, *command(case))
    part = tmp_path / "case.tar.part"
    end = time.monotonic() + 120
    while not part.exists() or part.stat().st_size < 65_536:
        assert time.monotonic() < end and run.process.poll() is None
    os.kill(run.process.pid, signal.SIGSTOP)
    assert wire.cut == 0
    case.act(case.broker, "SendReminder", channel="CHANNEL_EMAIL", text="Please pay.")
    os.kill(run.process.pid, signal.SIGCONT)
    run.end()
    wire.close()
    assert wire.cut == 1
    assert run.status == 5, run.said
    assert "went on while the bundle came" in run.said
    assert "Next: parley bundle export" in run.said
    assert list(tmp_path.glob("case.tar*")) == []
    assert Run(office, case.broker, tmp_path, address(office), *command(case)).end().status == 0
