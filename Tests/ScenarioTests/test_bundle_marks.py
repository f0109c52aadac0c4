"""What a bundle says of exhibits beside their bytes: what became of them, and what they are of others.
And a party's log, which lists that it bid and never what."""

import html
import json

import pytest

import bundles
from parley_client.case import Case
from parley_client.cli import Person
from parley_client.office import Office
from test_s5_blind_bids import DEMAND, CLAIM, OFFER, bid, bidding, found_in, sitting


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = Office.at_new_server(tmp_path_factory.mktemp("marks") / "data")
    yield office
    office.close()


def ruled(case, arbitrator, number: int, ruling: str) -> None:
    case.act(
        arbitrator, "RuleOnExhibit", objection=number, ruling=f"EXHIBIT_RULING_{ruling}",
        reason="So it is.")


def objected(case, who, exhibit, ground: str) -> None:
    case.act(
        who, "ObjectToExhibit", exhibit=exhibit.name, reason="Nobody can be asked about it.",
        ground=f"EXHIBIT_OBJECTION_GROUND_{ground}")


def marks(archive: bytes) -> dict[str, list[str]]:
    """The marks of each exhibit as programs read them."""
    manifest = json.loads(bundles.members(archive)["manifest.json"])
    return {
        each["label"]: [
            ":".join(str(mark[key]) for key in ("code", "objection", "exhibit") if key in mark)
            for mark in each.get("marks", [])
        ]
        for each in manifest["exhibits"]
    }


def rows(archive: bytes) -> dict[str, str]:
    """What the index says of each exhibit, for people."""
    page = bundles.members(archive)["index.html"].decode()
    table = page[page.index("<h2>Exhibits"):]
    table = table[: table.index("</table>")]
    found = {}
    for row in table.split("<tr>")[2:]:
        cells = [html.unescape(each.split("</td>")[0]) for each in row.split("<td>")[1:]]
        found[cells[1]] = cells[2]
    return found


@pytest.fixture(scope="module")
def decided(office):
    """A case that came to its award over exhibits with every fate."""
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=15)
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    case.appoint(office.arbitrator)
    case.act(
        office.arbitrator, "IssueOrder", kind="ORDER_KIND_EVIDENCE_TIMETABLE",
        due_date=office.day(10), text="Evidence within ten days.")
    letter = case.exhibit(client, b"a letter", "Letter of the driver")
    slip = case.exhibit(case.broker, b"a slip", "Delivery slip")
    for who, exhibit, ground in (
        (case.broker, letter, "HEARSAY"), (client, slip, "AUTHENTICITY"),
        (client, contract, "RELEVANCE"), (client, contract, "INCOMPLETE"),
    ):
        objected(case, who, exhibit, ground)
    case.act(
        client, "WithdrawExhibitObjection", objection=4, reason="The other page was found.")
    case.exhibit(
        case.broker, b"a slip, both sides", "Delivery slip",
        rendition={"kind": "RENDITION_KIND_NEW_VERSION", "original": slip.name})
    case.exhibit(
        case.broker, b"contract in english", "Contract in English",
        rendition={"kind": "RENDITION_KIND_TRANSLATION", "original": contract.name,
                   "maker": "Rita Curlew", "language": "English", "certified": True})
    private = case.exhibit(
        case.broker, b"price list with margins", "Price list with margins",
        "PARTY_PRIVATE_CLAIMANT")
    case.exhibit(
        case.broker, b"price list", "Price list",
        rendition={"kind": "RENDITION_KIND_REDACTED_COPY", "original": private.name,
                   "maker": "Rita Curlew"})
    struck = case.exhibit(client, b"a letter of counsel", "Letter of counsel")
    ruled(case, office.arbitrator, 1, "SUSTAINED")
    ruled(case, office.arbitrator, 2, "LIMITED")
    ruled(case, office.arbitrator, 3, "OVERRULED")
    case.act(office.arbitrator, "StrikeExhibit", exhibit=struck.name, reason="Privileged.")
    office.advance(days=12)
    case.act(office.arbitrator, "CloseRecord")
    case.exhibit(client, b"another", "Another letter", late_reason="It was found today.")
    case.before = bundles.export(case.broker, case.name, all_seen=False)
    ruled(case, office.arbitrator, 5, "OVERRULED")
    case.award(office.arbitrator, 1200, 50)
    return case


def test_each_fate_is_marked_for_programs(decided, office):
    assert marks(decided.before)["E-8"] == ["LATE", "PENDING:5"]
    own = marks(bundles.export(decided.broker, decided.name, all_seen=False))
    assert own == {
        "E-1": ["TRANSLATED:E-5", "ADMITTED_OVER_OBJECTION:3", "OBJECTION_WITHDRAWN:4", "CONSIDERED"],
        "E-2": ["RULED_OUT:1"],
        "E-3": ["REPLACED:E-4", "LIMITED:2"],
        "E-4": ["NEW_VERSION:E-3", "CONSIDERED"],
        "E-5": ["TRANSLATION:E-1", "CONSIDERED"],
        "E-6": ["REDACTED_COPY", "CONSIDERED"],
        "E-8": ["LATE", "ADMITTED_OVER_OBJECTION:5", "CONSIDERED"],
    }
    # With what it keeps for itself, its own bundle names the original; the client's never does.
    whole = bundles.export(decided.broker, decided.name)
    private = next(label for label in marks(whole) if not label.startswith("E-"))
    assert marks(whole)["E-6"][0] == f"REDACTED_COPY:{private}"
    assert marks(whole)[private] == ["REDACTED:E-6"]
    theirs = bundles.export(decided.client, decided.name)
    assert marks(theirs)["E-6"] == ["REDACTED_COPY", "CONSIDERED"]
    assert private not in marks(theirs) and "margins" not in bundles.told(theirs)
    # Who struck it still has it, and is told that it was.
    assert marks(bundles.export(office.arbitrator, decided.name))["E-7"] == ["STRUCK"]


def test_each_fate_is_told_to_people_and_printed(decided):
    archive = bundles.export(decided.broker, decided.name, all_seen=False)
    said = rows(archive)
    assert said["E-1"] == (
        "Contract, contract\ntranslation: E-5 (CLM-E-000004)\n"
        "admitted over objection 3 (relevance)\nobjection 4 (incomplete) taken back\n"
        "considered by the award")
    assert said["E-2"].endswith("\nRULED OUT: objection 1 (hearsay) sustained")
    assert "\nREPLACED by E-4 (CLM-E-000003)\n" in said["E-3"]
    assert said["E-3"].endswith("\nfor one purpose alone, on objection 2 (authenticity)")
    assert "\nnew version of E-3 (CLM-E-000002)\n" in said["E-4"]
    assert "\ntranslation of E-1 (CLM-E-000001), certified\n" in said["E-5"]
    assert "\nredacted copy\n" in said["E-6"]
    assert "\nlate\nOUT until it is ruled on: objection 5 (late)" in rows(decided.before)["E-8"]
    index = bundles.members(archive)["index.html"].decode()
    gap = index[index.index("Numbers without a file"):]
    assert "<td>E-7</td><td>Struck from the record; no party reads it." in gap
    printed = bundles.pdf_text(bundles.members(archive)["index.pdf"])
    for words in ("RULEDOUT:", "takenback", "REPLACEDby", "consideredbytheaward"):
        assert words in printed, words


def test_the_sheet_of_the_dispute_names_what_the_award_considered(decided, office, tmp_path):
    code = decided.client.do("CreateSignInCode").code
    person = Person(tmp_path / "client", office.server).sign_in(code, "Clara Anchor")
    dispute = decided.name.removeprefix("disputes/")
    considered = [
        line.split("\t") for line in person.done("show", dispute).splitlines()
        if line.startswith("considered")]
    assert considered == [["considered", "E-1,E-4,E-5,E-6,E-8"]]
    path = tmp_path / "case.tar"
    person.done("bundle", "export", dispute, "--to", str(path))
    assert marks(path.read_bytes())["E-2"] == ["RULED_OUT:1"]
    ended, said = bundles.python_says(path, folder=tmp_path)
    assert ended == 0, said


def test_a_partys_log_lists_that_it_bid_and_never_what(office):
    case = sitting(office, CLAIM)
    name = bidding(case)
    bid(case, case.broker, name, 1, DEMAND)
    logs = {}
    for role, who in (("claimant", case.broker), ("respondent", case.client)):
        archive = bundles.export(who, case.name, all_seen=False)
        logs[role] = bundles.members(archive)["privilege-log.html"].decode()
        assert not found_in(bundles.told(archive).encode(), DEMAND)
    # Only its own, as one line each.
    assert logs["claimant"].count("Blind bid, round 1 of bidding 1") == 1
    assert "sealed bid" in logs["claimant"] and "lind bid" not in logs["respondent"]
    bid(case, case.client, name, 1, OFFER)
    theirs = bundles.export(case.client, case.name, all_seen=False)
    assert bundles.members(theirs)["privilege-log.html"].decode().count("Blind bid") == 1
    assert not found_in(bundles.told(theirs).encode(), DEMAND, OFFER)
    bare = bundles.export(case.client, case.name, all_seen=False, without_privilege_log=True)
    assert "lind bid, round" not in bundles.told(bare)
    # What goes in is not listed as held back.
    whole = bundles.members(bundles.export(case.client, case.name))
    assert "Blind bid, round" not in whole["privilege-log.html"].decode()
