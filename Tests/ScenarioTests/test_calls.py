"""Calls over the real programs: typed, from a file or in the editor, and what is split off from them."""

import datetime
import hashlib
import os
import pty
import select
import stat
import subprocess

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case, upload
from parley_client.cli import RUN_SECONDS, Person
from parley_client.office import Office, euros
from parley_client.server import binary

PRIVATE = "PARTY_PRIVATE_CLAIMANT"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Everybody anew: the neutrals sit here in more cases than registers pass over."""
    office = Office.at_new_server(tmp_path_factory.mktemp("calls") / "data")
    yield office
    office.close()


def call(office, **changes) -> dict:
    return {
        "direction": "DIRECTION_OUTGOING",
        "start_time": office.now - datetime.timedelta(hours=1),
        "duration_seconds": 300,
        "outcome": "CALL_OUTCOME_REACHED",
        "text": "We spoke about the invoice.",
    } | changes


def calls(case, who) -> list:
    return who.pages("ListCalls", "calls", parent=case.name)


def test_a_promise_and_an_offer_stand_apart_from_the_note(office):
    case = Case.filed(office)
    client = case.invite_client()
    case.act(
        case.broker,
        "LogCall",
        **call(
            office,
            promised_amount=euros(300),
            promised_date=office.day(5),
            offered_amount=euros(900),
            offered_by="SIDE_RESPONDENT",
            offer_text="Nine hundred to close the matter.",
            number_ending="4711",
            zone="Europe/Lisbon",
        ),
    )
    assert case.events(case.broker)[-3:] == ["CALL_LOGGED", "PROMISE_NOTED", "CALL_OFFER_NOTED"]
    noted = calls(case, case.broker)[0]
    assert noted.promised_amount.units == 300 and noted.offered_amount.units == 900
    assert stubs.enum_name("PromiseState", noted.promise_state) == "OPEN"
    # The profile keeps three digits, whatever was sent.
    assert noted.number_ending == "711"
    entries = case.entries(case.broker, view="ENTRY_VIEW_FULL")
    assert "4711" not in str(entries) and b"4711" not in b"".join(e.SerializeToString() for e in entries)
    local = noted.start_time.ToDatetime(tzinfo=datetime.timezone.utc)
    assert noted.local_start[:4] == str(local.year) and noted.zone == "Europe/Lisbon"
    # All of it is the side's own.
    assert calls(case, client) == [] and "CALL_LOGGED" not in case.events(client)
    # What is published of the note holds no offer.
    published = case.act(
        case.broker,
        "PublishNote",
        kind="NOTE_KIND_CALL",
        compartment=f"COMPARTMENT_{PRIVATE}",
        number=1,
        title="What was said",
    )
    pieces = client.stream("DownloadExhibit", name=published.created)
    text = b"".join(each.data for each in pieces).decode()
    assert "We spoke about the invoice." in text and "Nine hundred" not in text
    office.advance(days=7)
    assert stubs.enum_name("PromiseState", calls(case, case.broker)[0].promise_state) == "BROKEN"


def test_an_offer_of_a_shared_call_is_out_of_the_arbitrators_sight(office):
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    case.demand()
    client = case.invite_client()
    case.contest(client)
    case.act(
        case.broker,
        "LogCall",
        **call(
            office,
            compartment="COMPARTMENT_CASE",
            offered_by="SIDE_RESPONDENT",
            offer_text="Half of it, osprey.",
        ),
    )
    assert calls(case, client)[0].offer_text == "Half of it, osprey."
    office.advance(days=15)
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    answers = [{"item": 1, "kind": "ANSWER_KIND_CONTEST", "ground": "Late."}]
    case.act(client, "AnswerDemand", answers=answers)
    case.appoint(office.arbitrator)
    seen = calls(case, office.arbitrator)
    assert len(seen) == 1 and seen[0].offer_text == "" and not seen[0].HasField("offered_amount")
    entries = office.arbitrator.pages("ListEntries", "entries", parent=case.name, view="ENTRY_VIEW_FULL")
    assert "osprey" not in str(entries)


def test_what_a_call_may_not_hold_is_refused(office):
    case = Case.filed(office)

    def problems(**changes) -> list[str]:
        refusal = case.broker.refused("LogCall", name=case.name, **call(office, **changes))
        assert refusal.code == StatusCode.INVALID_ARGUMENT
        return refusal.bad_fields

    assert problems(number_ending="351912345678") == ["number_ending"]
    assert problems(number_ending="+35") == ["number_ending"]
    assert problems(participants="Rui Costa, +351 912 345 678") == ["participants"]
    assert problems(zone="Europe/Nowhere") == ["zone"]
    assert problems(start_time=None, zone="Europe/Lisbon", local_start="2026-03-29T01:30") == [
        "local_start"
    ]
    assert problems(start_time=None, local_start="2026-03-28T01:30") == ["local_start"]
    assert calls(case, case.broker) == []


def test_a_recording_needs_its_consent(office):
    case = Case.filed(office)
    changes = {"kind": "EXHIBIT_KIND_RECORDING", "media_type": "audio/mpeg", "file_name": "call.mp3"}
    bare = upload(case.name, b"ID3 recording", "Recording", PRIVATE, **changes)
    refused = case.broker.refused_send_stream("UploadExhibit", bare)
    assert refused.code == StatusCode.INVALID_ARGUMENT
    consent = {"consent": "RECORDING_CONSENT_ALL_PARTIES"}
    recording = case.exhibit(
        case.broker, b"ID3 recording", "Recording", PRIVATE, **changes, provenance=consent
    )
    other = case.exhibit(case.broker, b"a paper", "Paper", PRIVATE)
    wrong = case.broker.refused("LogCall", name=case.name, **call(office, recording=other.name))
    assert wrong.code == StatusCode.INVALID_ARGUMENT
    case.act(case.broker, "LogCall", **call(office, recording=recording.name))
    assert calls(case, case.broker)[0].recording == recording.name


@pytest.fixture
def broker(office, tmp_path):
    code = office.broker.do("CreateSignInCode").code
    return Person(tmp_path / "broker", office.server).sign_in(code, "Bela Tide")


def test_calls_by_flags_and_from_standard_input(office, broker):
    case = Case.filed(office)
    dispute = case.name.removeprefix("disputes/")
    yesterday = (office.now - datetime.timedelta(days=1)).strftime("%Y-%m-%d")
    log = ["call", "log", dispute, "--out", "--outcome", "reached", "--lasted", "5"]
    local = ["--at", f"{yesterday} 10:15", "--zone", "Europe/Lisbon"]
    broker.done(*log, *local, "--number", "+351 21 000 94711", "--file", "-", text="Said by stdin.\n")
    broker.done(*log, *local, "--text", "Said by a flag.", "--participants", "Rui Costa")
    first, second = calls(case, office.broker)
    assert first.text == "Said by stdin." and second.text == "Said by a flag."
    assert first.local_start == f"{yesterday}T10:15" and first.number_ending == "711"
    assert first.duration_seconds == 300
    listed = broker.done("call", "list", dispute)
    assert "711" in listed and "94711" not in listed
    contacts = broker.done("call", "contacts", dispute)
    assert [line.split("\t")[4] for line in contacts.splitlines()] == ["call 1", "call 2"]
    # Without a text, and nobody to write one, it says what to do and notes nothing.
    silent = broker.run(*log, *local)
    assert silent.returncode == 64 and "--text or --file" in silent.stderr
    assert len(calls(case, office.broker)) == 2


class Typed:
    """Runs `parley` on a terminal with an editor of the test's own."""

    def __init__(self, person: Person, script):
        self.person = person
        self.script = script

    def run(self, *arguments: str) -> tuple[int, str]:
        leader, follower = pty.openpty()
        folders = {"XDG_CONFIG_HOME": str(self.person.home), "XDG_STATE_HOME": str(self.person.home)}
        environment = {**os.environ, **folders, "LANG": "C.UTF-8", "EDITOR": str(self.script)}
        for name in ("PARLEY_EDITOR", "VISUAL"):
            environment.pop(name, None)
        process = subprocess.Popen(
            [binary("parley"), *arguments],
            stdin=follower, stdout=follower, stderr=follower, env=environment, close_fds=True,
        )
        os.close(follower)
        told = b""
        deadline = datetime.datetime.now() + datetime.timedelta(seconds=RUN_SECONDS)
        while datetime.datetime.now() < deadline:
            if select.select([leader], [], [], 0.2)[0]:
                try:
                    piece = os.read(leader, 65_536)
                except OSError:
                    break
                if not piece:
                    break
                told += piece
            elif process.poll() is not None:
                break
        os.close(leader)
        return process.wait(timeout=RUN_SECONDS), told.decode(errors="replace")


def test_a_call_written_in_the_editor(office, broker, tmp_path):
    case = Case.filed(office)
    dispute = case.name.removeprefix("disputes/")
    script, seen = tmp_path / "editor", tmp_path / "seen"
    drafts = broker.home / "parley" / "drafts"

    def editor(writes: str) -> Typed:
        script.write_text(
            f'#!/bin/sh\nstat -c %a "$1" > {seen}\ncat "$1" >> {seen}\nprintf %s "{writes}" > "$1"\n'
        )
        script.chmod(stat.S_IRWXU)
        return Typed(broker, script)

    log = ["call", "log", dispute, "--in", "--outcome", "reached", "--at", "2026-01-05 10:00"]
    log += ["--zone", "Europe/Lisbon"]
    status, told = editor("# a comment\nHe will pay on Friday.").run(*log)
    assert status == 0, told
    mode, *template = seen.read_text().splitlines()
    assert mode == "600"
    assert any("the client called" in line for line in template)
    assert all(line.startswith("#") or not line for line in template)
    assert calls(case, office.broker)[0].text == "He will pay on Friday."
    assert list(drafts.glob("*")) == []
    # Nothing written: nothing noted, nothing kept.
    status, told = editor("# only comments").run(*log)
    assert status == 2 and "empty" in told
    assert list(drafts.glob("*")) == [] and len(calls(case, office.broker)) == 1
    # Refused: what was written is kept, and where is said.
    status, told = editor("A call that lies ahead.").run(
        *[each.replace("2026-01-05", "2199-01-05") for each in log]
    )
    assert status == 64 or status == 6, told
    kept = list(drafts.glob("*"))
    assert len(kept) == 1 and "A call that lies ahead." in kept[0].read_text()
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600
    assert str(kept[0].name) in told and len(calls(case, office.broker)) == 1
