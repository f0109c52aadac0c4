"""Rule profiles: which rules a dispute goes by, how its days are counted, and bad tables."""

import subprocess

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import filing
from parley_client.server import Server, binary


def grace(case):
    kinds = {stubs.enum_name("DeadlineKind", each.kind): each for each in case.dispute.deadlines}
    return kinds["GRACE"]


def test_a_dispute_goes_by_the_profile_it_was_opened_under(office):
    standard = Case.filed(office)
    assert standard.dispute.rule_profile == "generic-2026.1"
    other = Case.filed(office, rule_profile="finra-like-2026.1")
    assert other.dispute.rule_profile == "finra-like-2026.1"
    for case in (standard, other):
        case.demand()
    assert grace(standard).reckoning.calendar == "every-day-2026"
    told = grace(other).reckoning
    assert told.calendar == "us-federal-2026"
    assert told.period_days == 14
    assert told.source == "Demand 1"


def test_an_unknown_profile_is_refused_with_those_there_are(office):
    refusal = office.broker.refused("CreateDispute", **filing(office, rule_profile="mine-2026"))
    assert refusal.code == StatusCode.INVALID_ARGUMENT
    assert refusal.bad_fields == ["rule_profile"]
    assert "finra-like-2026.1" in str(refusal)


def test_a_table_of_the_data_directory_is_checked_at_start_with_its_line(tmp_path):
    server, _ = Server.found(tmp_path / "data")
    folder = tmp_path / "data" / "profiles"
    folder.mkdir()
    table = folder / "office-2026.1.yaml"
    table.write_text("name: office-2026.1\ndated: 2026-01-01\nsilence: maybe\n")
    done = subprocess.run(
        [binary(), "verify", "--data", tmp_path / "data"], capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "profiles/office-2026.1.yaml, line 1: calendar is missing." in done.stderr
