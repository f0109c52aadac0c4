"""What a person's receipts are good for, through the programs themselves: a server that was set back
is found out, a key changes hands on the old one's word, a saved record is checked without a server."""

import base64
import copy
import hashlib
import json
import random
import shutil
import sqlite3
import subprocess
import threading

from grpc import StatusCode
import pytest

from parley_client import chain
from parley_client.case import Case
from parley_client.cli import Person
from parley_client.client import Client
from parley_client.office import Office
from parley_client.refusal import Refusal
from parley_client.watching import Watching


class House:
    """A server with a dispute and two people at command lines."""

    def __init__(self, folder):
        self.folder = folder
        self.office = Office.at_new_server(folder / "data")
        self.server = self.office.server
        self.port = self.server.port
        self.broker = self.person("Cora Tide", "ROLE_BROKER", self.office.organization)
        self.administrator = self.person("Abel Quay", "ROLE_ADMINISTRATOR")
        self.copies = 0
        self.before = self.keep()
        self.case = Case.filed(self.office)
        self.id = self.case.name.removeprefix("disputes/")

    def person(self, name: str, role: str, organization: str = "") -> Person:
        home = self.folder / name.split()[0].lower()
        code = self.office.invite(role, name, organization)
        return Person(home, self.server).sign_in(code, name)

    def keep(self):
        """A copy of the data directory at rest; the server then goes on."""
        self.copies += 1
        place = self.folder / f"copy-{self.copies}"
        self.server.stop()
        shutil.copytree(self.server.data, place)
        self.server.start(port=self.port)
        return place

    def set_back(self, place) -> None:
        """Puts an older copy in the place of the directory."""
        self.server.stop()
        shutil.rmtree(self.server.data)
        shutil.copytree(place, self.server.data)
        self.server.start(port=self.port)

    def adding(self, text: str) -> tuple:
        """The command that puts a small file in evidence."""
        self.files = getattr(self, "files", 0) + 1
        path = self.folder / f"evidence-{self.files}.txt"
        path.write_text(text)
        return ("evidence", "add", self.id, str(path), "--kind", "other")

    def go_on(self, text: str) -> str:
        return self.broker.done(*self.adding(text))


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path)
    yield house
    house.office.close()


def test_a_server_that_was_set_back_is_found_by_the_next_command(house, tmp_path):
    house.broker.done("show", house.id)
    earlier = house.keep()
    house.go_on("One more thing.")
    with Watching(house.office.again(house.office.broker), house.case.name) as watching:
        token = watching.until_current()[-1].resume_token
    house.set_back(earlier)
    # A program that goes on from a place is told too, instead of waiting for ever.
    broker = house.office.again(house.office.broker)
    refused = broker.refused_stream("Watch", name=house.case.name, resume_token=token)
    assert refused.code == StatusCode.INVALID_ARGUMENT
    assert "set back to an older copy" in str(refused.status)
    newcomer = house.person("Nina Tide", "ROLE_BROKER", house.office.organization)
    commands = [
        ("show", house.id),
        ("list",),
        ("today",),
        ("brief", house.id),
        ("search", "cargo"),
        ("search", "cargo", "--dispute", house.id),
        ("history", house.id),
        ("history", house.id, "--verify"),
        ("history", house.id, "--reads"),
        ("evidence", "list", house.id),
        ("offer", "list", house.id),
        ("note", "list", house.id),
        ("deadline", "list", house.id),
        ("watch", house.id, "--timeout", "5"),
        ("watch", "--all", "--timeout", "5"),
        ("offer", "show", house.id, "7"),
        house.adding("Nothing is kept.") + ("--dry-run",),
    ]
    for number, command in enumerate(commands):
        # Each by itself: what one found and kept must not help the next.
        someone = house.broker.copy(tmp_path / f"broker-{number}")
        said = someone.alarmed(*command)
        assert "THE RECORD IS SHORTER THAN IT WAS" in said, (command, said)
        assert "was signed before" in said
    # Whoever holds no later receipt has nothing to find it with.
    newcomer.done("show", house.id)
    # Written over, it is another record.
    said = house.broker.alarmed(*house.adding("Another."))
    assert "THE RECORD WAS CHANGED" in said
    # Both are kept, and every later command says so.
    assert "THE RECORD WAS CHANGED" in house.broker.alarmed("show", house.id)
    case_entries = [each.sequence for each in house.broker.receipts(house.case.name)]
    assert len(case_entries) > len(set(case_entries))


def test_a_server_set_back_to_before_the_filing_is_found(house):
    house.broker.done("show", house.id)
    house.set_back(house.before)
    said = house.broker.alarmed("show", house.id)
    assert "THE RECORD IS NOT SHOWN ANY MORE" in said
    assert "the server was set back to before it" in said
    # A stranger to it is told what one is told of a missing one.
    assert house.administrator.run("show", house.id).returncode == 3


def test_a_watch_that_goes_on_after_a_restart_finds_it(house, tmp_path):
    house.broker.done("show", house.id)
    earlier = house.keep()
    ended: list = []
    watcher = house.broker.copy(tmp_path / "watcher")

    def watch() -> None:
        ended.append(watcher.run("watch", house.id, "--timeout", "40", "--from-start"))

    thread = threading.Thread(target=watch)
    thread.start()
    house.go_on("One more thing.")
    watcher.done("show", house.id)
    house.set_back(earlier)
    thread.join(timeout=60)
    assert ended and ended[0].returncode == 1, ended
    assert "THE RECORD IS SHORTER THAN IT WAS" in ended[0].stderr


def test_a_new_key_is_believed_on_the_old_ones_word(house):
    office, case = house.office, house.case
    house.broker.done("show", house.id)
    first = office.broker.do("ListKeys").keys
    page = office.broker.do("ListEntries", parent=case.name, page_size=1)
    with Watching(office.broker, case.name) as watching:
        token = watching.until_current()[-1].resume_token
    said = house.administrator.done("admin", "key", "rotate", "--yes")
    assert "Receipts are signed with key" in said
    house.go_on("Signed with the new key.")
    keys = office.broker.do("ListKeys").keys
    assert [each.name for each in keys[1:]] == [each.name for each in first]
    assert keys[1].retire_time == keys[0].create_time
    assert chain.check_endorsement(keys[0], list(first))
    assert not chain.check_endorsement(keys[0], [])
    kept = house.broker.receipts(case.name)
    assert {f"keys/{each.key_id}" for each in kept} == {each.name for each in keys}
    for receipt in case.receipts + kept:
        assert chain.check_signature(receipt, list(keys))
    house.broker.done("history", house.id, "--verify")
    # Places in lists and watches outlive the key, and a restart after it.
    for _ in range(2):
        broker = office.again(office.broker)
        rest = broker.do("ListEntries", parent=case.name, page_token=page.next_page_token)
        assert rest.entries
        with Watching(broker, case.name, resume_token=token) as watching:
            told = [each.entry.event for each in watching.entries(1)]
        assert told == ["EXHIBIT_ADDED"]
        house.keep()
    modes = {path.name: path.stat().st_mode & 0o777 for path in (house.server.data / "keys").iterdir()}
    assert modes["receipts.pem"] == modes["tokens.key"] == 0o600
    assert "receipts-next.pem" not in modes


def test_only_an_administrator_changes_the_key_and_a_repeat_once(house):
    for who in (house.office.broker, house.office.arbitrator):
        assert who.refused("RotateKey").code == StatusCode.PERMISSION_DENIED
    assert house.office.anonymous().refused("RotateKey").code == StatusCode.UNAUTHENTICATED
    administrator = house.office.administrator
    before = administrator.do("ListKeys").keys
    dry = administrator.do("RotateKey", validate_only=True)
    assert dry.name == before[0].name
    request = administrator.request("RotateKey")
    made = [administrator.send("RotateKey", request).name for _ in range(2)]
    assert made[0] == made[1] != before[0].name
    assert len(administrator.do("ListKeys").keys) == len(before) + 1


def test_a_server_set_back_to_before_its_key_is_found(house):
    house.broker.done("show", house.id)
    earlier = house.keep()
    house.administrator.done("admin", "key", "rotate", "--yes")
    house.broker.done("show", house.id)
    house.set_back(earlier)
    assert "WAS REPLACED BEFORE" in house.broker.alarmed("show", house.id)


def test_a_key_that_nobody_endorsed_is_not_believed(house, tmp_path):
    house.broker.done("show", house.id)
    house.server.stop()
    stranger = Signer(tmp_path / "stranger.pem")
    (house.server.data / "keys" / "receipts.pem").write_text(stranger.pem.read_text())
    with sqlite3.connect(house.server.data / "parley.sqlite") as database:
        database.execute(
            "UPDATE keys SET id = ?, public_key = ?", (stranger.id, stranger.public_key)
        )
    database.close()
    house.server.start(port=house.port)
    kept = len(house.broker.receipts(house.case.name))
    for command in (("show", house.id), house.adding("!")):
        said = house.broker.alarmed(*command)
        assert "A KEY THAT NOBODY KNOWN HERE ENDORSED" in said
        assert stranger.id in said
    assert len(house.broker.receipts(house.case.name)) == kept
    aside = list(house.broker.home.glob(f"parley/receipts/*/{house.id}.doubtful.jsonl"))
    assert aside and stranger.id in aside[0].read_text()
    listed = house.broker.run("admin", "key", "list")
    assert "NOT BELIEVED" in listed.stdout


def test_killed_while_the_key_changes(house):
    """Whenever it stops, one key is there, and every receipt ever given is good."""
    office, dice = house.office, random.Random(7)
    receipts = list(house.case.receipts)
    known = list(office.broker.do("ListKeys").keys)
    for _ in range(12):
        administrator = office.again(office.administrator)
        turning = threading.Thread(target=rotate, args=(administrator,))
        turning.start()
        threading.Event().wait(dice.uniform(0, 0.012))
        house.server.kill()
        turning.join()
        house.server.start(port=house.port)
        broker = office.again(office.broker)
        keys = list(broker.do("ListKeys").keys)
        assert {each.name for each in known} <= {each.name for each in keys}
        for newer, older in zip(keys, keys[1:]):
            assert chain.check_endorsement(newer, [older])
        heads = list(broker.do("ListHeads", parent=house.case.name).heads)
        assert all(each.key_id == keys[0].name.removeprefix("keys/") for each in heads)
        receipts += heads
        known = keys
    assert all(chain.check_signature(each, known) for each in receipts)


def rotate(administrator: Client) -> None:
    try:
        administrator.do("RotateKey")
    except Refusal:
        pass


class Signer:
    """A signing key of somebody else, made with OpenSSL's own program."""

    def __init__(self, pem):
        self.pem = pem
        openssl("genpkey", "-algorithm", "ed25519", "-out", pem)
        pem.chmod(0o600)
        self.public_key = openssl("pkey", "-in", pem, "-pubout", "-outform", "DER")[-32:]
        self.id = hashlib.sha256(self.public_key).hexdigest()[:16]

    def sign(self, statement: bytes) -> bytes:
        bare = self.pem.with_suffix(".statement")
        bare.write_bytes(statement)
        return openssl("pkeyutl", "-sign", "-rawin", "-inkey", self.pem, "-in", bare)


def openssl(*arguments) -> bytes:
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout


class Saved:
    """A record that was saved after a change of keys, by somebody who keeps receipts."""

    def __init__(self, house: House, folder):
        self.house, self.folder = house, folder
        house.go_on("To be saved.")
        self.older = self.save("older")
        house.administrator.done("admin", "key", "rotate", "--yes")
        house.go_on("And after it.")
        self.document = self.save("saved")
        house.server.stop()
        self.receipts = house.broker.receipts(house.case.name)

    def save(self, name: str) -> dict:
        path = self.folder / f"{name}.json"
        self.house.broker.done("history", self.house.id, "--save", str(path))
        assert path.stat().st_mode & 0o777 == 0o600
        return json.loads(path.read_text())

    def verdict(self, document: dict, someone=None) -> tuple[int, str, list[str]]:
        """What the program says of a document, and what is computed here."""
        path = self.folder / "shown.json"
        path.write_text(json.dumps(document))
        ended = (someone or self.house.broker).run("history", "--from", str(path), "--verify")
        known = [] if someone else chain._messages("SigningKey", self.document["keys"][-1:])
        kept = [] if someone else self.receipts
        return ended.returncode, ended.stderr, chain.saved_defects(document, kept, known)

    def changed(self, change) -> dict:
        document = copy.deepcopy(self.document)
        change(document)
        return document


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("saved"))
    try:
        yield Saved(house, tmp_path_factory.mktemp("records"))
    finally:
        house.office.close()


def of_case(document: dict) -> list[dict]:
    return [each for each in document["entries"] if each["compartment"] == "COMPARTMENT_CASE"]


def turn_a_byte(document: dict) -> None:
    part = of_case(document)[1]["stored"]["words"]
    content = bytearray(base64.b64decode(part["content"]))
    content[len(content) // 2] ^= 1
    part["content"] = base64.b64encode(content).decode()


def swap_entries(document: dict) -> None:
    first, second = of_case(document)[:2]
    first["stored"], second["stored"] = second["stored"], first["stored"]


def remove_an_entry(document: dict) -> None:
    document["entries"].remove(of_case(document)[1])


def cut_the_end(document: dict) -> None:
    document["entries"].remove(of_case(document)[-1])


def leave_a_chain_out(document: dict) -> None:
    for name in ("entries", "heads"):
        document[name] = [each for each in document[name] if each["compartment"] != "COMPARTMENT_CASE"]


def without_heads(document: dict) -> None:
    document["heads"] = []


def sign_with_a_foreign_key(document: dict, signer: Signer, keeping: bool) -> None:
    """Signs every head anew with a key of somebody else, who also says so in the list of keys."""
    key = {
        "name": f"keys/{signer.id}",
        "publicKey": base64.b64encode(signer.public_key).decode(),
    }
    document["keys"] = [key] + (document["keys"] if keeping else [])
    for head, message in zip(document["heads"], chain._messages("Receipt", document["heads"])):
        statement = chain._text("parley-head-v1")
        statement += chain._identity(message.dispute, message.compartment)
        statement += message.sequence.to_bytes(8, "big") + message.head
        head["signature"] = base64.b64encode(signer.sign(statement)).decode()
        head["keyId"] = signer.id


def test_a_saved_record_is_sound_without_a_server(saved):
    status, said, found = saved.verdict(saved.document)
    assert (status, found) == (0, []), (said, found)
    assert "as it was signed" in said
    assert len(saved.document["keys"]) == 2
    assert set(saved.document["entries"][0]) == {"compartment", "sequence", "stored"}


@pytest.mark.parametrize(
    ("attack", "words"),
    [
        (turn_a_byte, "the words were changed after they were recorded"),
        (swap_entries, "was changed after it was recorded"),
        (remove_an_entry, "stands where entry 2 is due"),
        (cut_the_end, "the record ends at entry"),
        (leave_a_chain_out, "the record ends at entry 0"),
        (without_heads, "has no signed head"),
    ],
)
def test_what_was_done_to_a_saved_record_is_named(saved, attack, words):
    status, said, found = saved.verdict(saved.changed(attack))
    assert status == 1, said
    assert "THE RECORD DOES NOT HOLD" in said and words in said, said
    assert found


def test_an_older_record_does_not_reach_a_later_receipt(saved):
    status, said, found = saved.verdict(saved.older)
    assert status == 1
    assert "but a receipt was given for entry" in said
    assert any("ends before" in each for each in found)


@pytest.mark.parametrize("keeping", [True, False])
def test_a_foreign_key_proves_nothing(saved, tmp_path, keeping):
    signer = Signer(tmp_path / "foreign.pem")
    document = saved.changed(lambda each: sign_with_a_foreign_key(each, signer, keeping))
    status, said, found = saved.verdict(document)
    assert status == 1
    assert f"signed with key {signer.id}, which is not known" in said
    assert f"key {signer.id} is not endorsed by a key that is known" in said
    assert found


def test_without_receipts_a_record_only_agrees_with_itself(saved, tmp_path):
    stranger = Person(tmp_path / "nobody", saved.house.server)
    status, said, found = saved.verdict(saved.document, stranger)
    assert (status, found) == (0, [])
    assert "It agrees with itself" in said
    status, said, found = saved.verdict(saved.changed(turn_a_byte), stranger)
    assert status == 1 and found


def test_what_is_no_saved_record_is_refused(saved, tmp_path):
    broker = saved.house.broker
    for text in ("", "{}", '{"format":"parley-docket-9"}'):
        path = tmp_path / "other.json"
        path.write_text(text)
        ended = broker.run("history", "--from", str(path), "--verify")
        assert ended.returncode == 1 and "not a saved docket" in ended.stderr
    assert broker.run("history", "--from", str(tmp_path / "none"), "--verify").returncode == 64
    assert broker.run("history", "--from", str(path)).returncode == 64
    shown = saved.folder / "saved.json"
    assert "not of" in broker.run(
        "history", "7k3q-m2xw", "--from", str(shown), "--verify"
    ).stderr
