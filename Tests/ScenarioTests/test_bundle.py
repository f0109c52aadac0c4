"""The evidence bundle: the same bytes twice, every attack named without a server, a stranger's
twenty lines of Python of the same opinion, and not a byte of what its reader may not see."""

import hashlib
import json
import subprocess

import pytest
from grpc import StatusCode

import bundles
from parley_client import stubs
from parley_client.case import Case
from parley_client.cli import Person
from parley_client.office import Office
from test_s3_caucus_secrecy import (
    BROKERS_WORD, CAN_PAY, CLIENTS_WORD, CONTRACT, FIRST_SHOWN, MEDIATORS, OFFER, Story,
)

PAPER = b"%PDF-1.7 an invoice that was never paid " + bytes(range(256)) * 40


class House:
    """A server with a dispute, and its broker at a command line who keeps receipts."""

    def __init__(self, folder):
        self.folder = folder
        self.office = Office.at_new_server(folder / "data")
        self.broker = self.person("Cora Tide", "ROLE_BROKER", self.office.organization)
        self.case = Case.filed(self.office)
        self.id = self.case.name.removeprefix("disputes/")
        self.case.exhibit(self.office.broker, PAPER, "Invoice <b>7</b>")
        self.case.exhibit(self.office.broker, b"x", "A short paper")
        self.case.act(
            self.office.broker, "AddNote", compartment="COMPARTMENT_PARTY_PRIVATE_CLAIMANT",
            text="We would settle for less.",
        )
        self.broker.done("show", self.id)
        self.old = self.export("old.tar")
        self.path = folder / "evidence.txt"
        self.path.write_text("One more thing.")
        self.broker.done("evidence", "add", self.id, str(self.path), "--kind", "other")
        self.bundle = self.export("sound.tar")
        self.receipts = next(self.broker.home.glob(f"parley/receipts/*/{self.id}.jsonl"))

    def person(self, name: str, role: str, organization: str = "") -> Person:
        code = self.office.invite(role, name, organization)
        return Person(self.folder / name.split()[0].lower(), self.office.server).sign_in(code, name)

    def export(self, name: str, *options: str) -> bytes:
        path = self.folder / name
        self.broker.done("bundle", "export", self.id, "--to", str(path), *options)
        return path.read_bytes()

    def put(self, archive: bytes) -> str:
        path = self.folder / "attacked.tar"
        path.write_bytes(archive)
        return str(path)


def held(process: int, name: str) -> int:
    """Bytes of memory a process holds, `VmRSS`, or has held at most, `VmHWM`."""
    with open(f"/proc/{process}/status") as status:
        line = next(each for each in status if each.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("bundle"))
    # Everything from here on needs no server.
    house.office.server.stop()
    yield house
    house.office.close()


def test_a_sound_one_holds_and_says_how_far_it_goes(house):
    said = house.broker.done("bundle", "verify", house.put(house.bundle))
    assert "2 exhibits" not in said and "3 exhibits match the manifest, signed by key" in said
    assert "kept of it and is not shorter" in said
    ended, said = bundles.python_says(
        house.folder / "attacked.tar", house.receipts, folder=house.folder)
    assert ended == 0, said


def test_it_holds_what_it_says(house):
    files = bundles.members(house.bundle)
    manifest = json.loads(files["manifest.json"])
    assert [each["path"] for each in manifest["files"]] == list(files)[2:]
    assert json.dumps(manifest, sort_keys=True, separators=(",", ":")) + "\n" == files[
        "manifest.json"].decode()
    assert files["exhibits/CLM-E-000001.pdf"] == PAPER
    assert [each["bates"] for each in manifest["exhibits"]] == [
        "CLM-E-000001", "CLM-E-000002", "CLM-E-000003"]
    index = files["index.html"].decode()
    assert "Invoice &lt;b&gt;7&lt;/b&gt;" in index and "<script" not in index
    assert "http" not in index.replace("http-equiv", "")
    for name in ("index", "timeline", "statement", "privilege-log", "certification-draft"):
        assert files[f"{name}.pdf"].startswith(b"%PDF-1.5")
    assert "CLM-E-000001" in bundles.pdf_text(files["index.pdf"])
    assert "Lefttopay" in bundles.pdf_text(files["statement.pdf"])
    assert files["certification-draft.txt"].startswith(b"DRAFT, NOT SIGNED")
    # The log names what is held back and nothing of what it says.
    log = files["privilege-log.html"].decode()
    assert "<td>Note</td>" in log and "Work product, kept for itself" in log
    assert "settle for less" not in bundles.told(house.bundle)
    # The docket is as the entries of the case prove it.
    assert manifest["compartments"] == ["CASE"]
    assert len(files["docket/CASE.jsonl"].splitlines()) == manifest["heads"][0]["sequence"]


def attacks(house):
    """Each attack, and what has to be said of it."""
    files = bundles.members(house.bundle)
    ended = house.bundle[:-1024]
    names = list(files)
    first, third = names[-3], names[-1]

    def changed(path, data):
        return bundles.archive_of(files | {path: data})

    place = house.bundle.index(PAPER) + 77
    flipped = bytearray(house.bundle)
    flipped[place] ^= 1
    yield "a flipped byte", bytes(flipped), f"{first} was changed"
    header = bytearray(house.bundle)
    header[house.bundle.index(PAPER) - 512 + 137] ^= 1
    yield "a flipped byte of a header", bytes(header), "the header of"
    yield "a flipped byte of the page", changed(
        "index.html", files["index.html"].replace(b"Index", b"index", 1)), "index.html was changed"
    swapped = files | {first: files[third], third: files[first]}
    yield "swapped contents", bundles.archive_of(swapped), f"it holds the bytes of {third}"
    order = names[:-3] + [third, names[-2], first]
    yield "swapped members", bundles.archive_of({n: files[n] for n in order}), (
        f"{third} stands where another file is due")
    yield "a truncated tail", house.bundle[: place + 100], f"the archive is cut off at {first}"
    yield "a file less", bundles.archive_of({n: files[n] for n in names[:-1]}), (
        f"{third} is missing")
    yield "an added file", ended + bundles.member(b"exhibits/CLM-E-000009.pdf", b"x") + bytes(
        1024), "exhibits/CLM-E-000009.pdf was added"
    yield "a doubled file", ended + bundles.member(third.encode(), b"x") + bytes(1024), (
        f"{third} is there twice")
    for path in (b"../../.ssh/authorized_keys", b"/etc/cron.d/x", b"exhibits/../../x"):
        yield f"the path {path}", ended + bundles.member(path, b"x") + bytes(1024), (
            f"{path.decode()} would be written elsewhere or hidden")
    yield "a symbolic link", ended + bundles.member(
        b"exhibits/x", b"", b"2", b"../../etc/passwd") + bytes(1024), (
        "exhibits/x is a symbolic link and not a file")
    yield "a device", ended + bundles.member(b"exhibits/x", b"", b"3") + bytes(1024), (
        "exhibits/x is a device")
    yield "something behind the end", house.bundle + b"x", "behind the end"
    manifest = json.loads(files["manifest.json"])
    manifest["recordTime"] = "2020-01-01T00:00:00Z"
    told = json.dumps(manifest, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    yield "an altered manifest", changed("manifest.json", told), "the manifest was changed"
    yield "a manifest and its key replaced", forged(house, files), "no key known here endorsed"
    yield "an older bundle", house.old, "it is older than your receipt, or was cut short"


def forged(house, files) -> bytes:
    """Another's manifest, signed by a key of his own, over a record that agrees with itself."""
    folder = house.folder / "forger"
    folder.mkdir(exist_ok=True)

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    openssl("genpkey", "-algorithm", "ed25519", "-out", "key.pem")
    openssl("pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "key.der")
    manifest = json.loads(files["manifest.json"])
    manifest["publicKey"] = (folder / "key.der").read_bytes()[-32:].hex()
    told = json.dumps(manifest, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    text = lambda value: len(value).to_bytes(4, "big") + value.encode()  # noqa: E731
    statement = text("parley-bundle-v1") + text(manifest["dispute"])
    (folder / "statement").write_bytes(statement + hashlib.sha256(told).digest())
    openssl(
        "pkeyutl", "-sign", "-rawin", "-inkey", "key.pem", "-in", "statement", "-out", "signature")
    return bundles.archive_of(
        files | {"manifest.json": told, "manifest.sig": (folder / "signature").read_bytes()})


def test_every_attack_is_named_and_python_agrees(house):
    count = 0
    for what, archive, said in attacks(house):
        path = house.put(archive)
        alarm = house.broker.alarmed("bundle", "verify", path)
        assert said in alarm and "THE BUNDLE DOES NOT HOLD" in alarm, (what, alarm)
        ended, found = bundles.python_says(
            house.folder / "attacked.tar", house.receipts, folder=house.folder)
        assert ended != 0, (what, found)
        count += 1
    assert count == 18


def test_without_receipts_it_says_that_nothing_vouches_for_the_key(house):
    stranger = Person(house.folder / "stranger", house.office.server)
    said = stranger.done("bundle", "verify", house.put(house.bundle))
    assert "Nothing known here vouches for that key" in said
    # An older one is sound to who holds nothing, and named where a receipt is given.
    path = house.put(house.old)
    stranger.done("bundle", "verify", path)
    alarm = stranger.alarmed("bundle", "verify", path, "--receipts", str(house.receipts))
    assert "it is older than your receipt" in alarm and "parley bundle export" in alarm
    ended, said = bundles.python_says(house.folder / "attacked.tar", folder=house.folder)
    assert ended == 0, said
    assert stranger.run("bundle", "verify", str(house.folder / "none.tar")).returncode == 64
    assert stranger.run("bundle", "verify", str(house.path)).returncode == 1


def test_a_large_exhibit_is_never_held_in_memory(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    try:
        code = office.invite("ROLE_BROKER", "Cora Tide", office.organization)
        broker = Person(tmp_path / "cora", office.server).sign_in(code, "Cora Tide")
        case = Case.filed(office)
        id = case.name.removeprefix("disputes/")
        (tmp_path / "large.bin").write_bytes(bytes(range(256)) * (64 * 4096))
        broker.done("evidence", "add", id, str(tmp_path / "large.bin"), "--kind", "other")
        # The libraries and the fonts are in memory from the first time on.
        broker.done("bundle", "export", id, "--to", str(tmp_path / "first.tar"))
        process = office.server.process.pid
        with open(f"/proc/{process}/clear_refs", "w") as peak:
            peak.write("5")
        before = held(process, "VmRSS")
        broker.done("bundle", "export", id, "--to", str(tmp_path / "second.tar"))
        assert held(process, "VmHWM") - before < 32 << 20
        archives = [(tmp_path / f"{each}.tar").read_bytes() for each in ("first", "second")]
        assert archives[0] == archives[1] and len(archives[0]) > 64 << 20
    finally:
        office.close()


def test_numbers_stay_and_gaps_are_explained(office):
    case = Case.filed(office)
    client = case.invite_client()
    papers = [case.exhibit(case.broker, each, each.decode()) for each in (b"the first <1>", b"second")]
    case.exhibit(client, b"third", "third")
    case.act(
        office.administrator, "SealExhibit", exhibit=papers[0].name, readers=["SIDE_CLAIMANT"],
        reason="A price that competitors would like to know.")
    theirs = bundles.members(bundles.export(client, case.name))
    assert [each for each in theirs if each.startswith("exhibits/")] == [
        "exhibits/CLM-E-000002.pdf", "exhibits/RSP-E-000001.pdf"]
    index = theirs["index.html"].decode()
    gap = index[index.index("Numbers without a file"):]
    assert "<td>CLM-E-000001</td><td>E-1</td><td>Sealed: not for this reader." in gap
    assert "the first <1>" not in bundles.told(bundles.export(client, case.name))
    own = bundles.members(bundles.export(case.broker, case.name))
    assert own["exhibits/CLM-E-000001.pdf"] == b"the first <1>"
    assert "the first &lt;1&gt;, contract\nSEALED" in own["index.html"].decode()


@pytest.fixture(scope="module")
def story(office) -> Story:
    return Story(office)


def readers(story):
    return {
        "claimant": story.broker, "respondent": story.client, "arbitrator": story.arbitrator,
        "mediator": story.mediator, "administrator": story.office.administrator,
    }


def test_the_same_export_twice_gives_identical_bytes(story):
    for who in (story.broker, story.client, story.arbitrator):
        first = bundles.export(who, story.case.name)
        story.office.advance(minutes=3)
        assert bundles.export(who, story.case.name) == first
    # And again by another process, of the same directory.
    before = bundles.export(story.broker, story.case.name)
    port = story.office.server.port
    story.office.server.stop()
    story.office.server.start(port=port)
    assert bundles.export(story.office.again(story.broker), story.case.name) == before


def test_a_bundle_holds_not_a_byte_of_what_its_reader_may_not_see(story):
    mine = {
        "claimant": [BROKERS_WORD, CLIENTS_WORD, MEDIATORS, OFFER, FIRST_SHOWN.decode()],
        "respondent": [
            CAN_PAY, BROKERS_WORD, CLIENTS_WORD, MEDIATORS, OFFER, FIRST_SHOWN.decode()],
        "mediator": [
            CAN_PAY, BROKERS_WORD, CLIENTS_WORD, MEDIATORS, OFFER, FIRST_SHOWN.decode()],
        "arbitrator": [], "administrator": [],
    }
    marks = {
        CAN_PAY: "caucus-kestrel", MEDIATORS: "mediator-merlin", BROKERS_WORD: "broker-goshawk",
        CLIENTS_WORD: "client-harrier", OFFER: "offer-hobby",
        FIRST_SHOWN.decode(): "kept by the client",
    }
    for role, who in readers(story).items():
        said = bundles.told(bundles.export(who, story.case.name))
        for word in [CONTRACT.decode()] + mine[role]:
            assert word in said, (role, word)
        for word, mark in marks.items():
            if word in mine[role]:
                continue
            assert mark not in said and mark.replace(" ", "") not in said, (role, mark)
            assert word not in said and word.replace(" ", "") not in said, (role, word)
        if role == "arbitrator":
            for hidden in ("MEDIATION", "SETTLEMENT", "CAUCUS", "NEUTRAL_PRIVATE", "PARTY_PRIVATE"):
                assert f'"COMPARTMENT_{hidden}' not in said and f"docket/{hidden}" not in said
            assert "privilege-log" not in said
        # Alone with the case file, nobody's bundle holds more than the arbitrator's could.
        alone = bundles.told(
            bundles.export(who, story.case.name, all_seen=False, without_privilege_log=True))
        for word, mark in marks.items():
            assert mark not in alone and mark.replace(" ", "") not in alone, (role, mark)


def test_each_partys_log_lists_its_own_and_never_the_others(story):
    logs = {}
    for role in ("claimant", "respondent"):
        files = bundles.members(bundles.export(
            readers(story)[role], story.case.name, all_seen=False))
        logs[role] = files["privilege-log.html"].decode()
        for word in (CAN_PAY, BROKERS_WORD, CLIENTS_WORD, MEDIATORS, OFFER):
            assert word not in logs[role]
    # The broker showed a copy and noted a word in the mediation; the client more, and alone a caucus.
    assert logs["claimant"].count("Mediation communication") == 2
    assert logs["respondent"].count("Mediation communication") == 3
    assert "Compromise negotiation" in logs["respondent"]
    assert "<td>Offer</td>" in logs["respondent"] and "<td>Offer</td>" not in logs["claimant"]


def test_what_one_does_not_see_is_named_like_what_is_not_there(story):
    name = story.case.name
    missing = "disputes/00000000"
    for who in (story.broker, story.arbitrator):
        hidden = who.refused_stream(
            "ExportBundle", name=name, compartments=["COMPARTMENT_CAUCUS_RESPONDENT"])
        assert hidden.code == StatusCode.NOT_FOUND
        assert hidden.seen == who.refused_stream("ExportBundle", name=missing).seen
    assert story.office.stranger.refused_stream(
        "ExportBundle", name=name).code == StatusCode.NOT_FOUND
    both = story.broker.refused_stream(
        "ExportBundle", name=name, all_seen=True, compartments=["COMPARTMENT_MEDIATION"])
    assert both.code == StatusCode.INVALID_ARGUMENT


def test_a_bundle_counts_as_read_where_it_is_confided(story):
    bundles.export(story.client, story.case.name)
    way = {stubs.enum_name("ReadWay", each.way)
           for each in story.client.pages("ListReads", "reads", parent=story.case.name)
           if each.full}
    assert "ENTRIES" in way
