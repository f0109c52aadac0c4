"""Exhibits over the real programs: versions, copies, objections, rulings, deficiencies and custody."""

import hashlib

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case, upload
from parley_client.cli import Person
from parley_client.office import Office

PRIVATE = "PARTY_PRIVATE_CLAIMANT"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Everybody anew: the neutrals sit here in more cases than registers pass over."""
    office = Office.at_new_server(tmp_path_factory.mktemp("exhibits") / "data")
    yield office
    office.close()


@pytest.fixture
def heard(office):
    """A case before an arbitrator, the exchange of evidence open."""
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    case.demand()
    client = case.invite_client()
    case.contest(client)
    office.advance(days=15)
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    answers = [{"item": 1, "kind": "ANSWER_KIND_CONTEST", "ground": "The cargo came late."}]
    case.act(client, "AnswerDemand", answers=answers)
    case.appoint(office.arbitrator)
    case.act(
        office.arbitrator,
        "IssueOrder",
        kind="ORDER_KIND_EVIDENCE_TIMETABLE",
        due_date=office.day(10),
        text="Evidence within ten days.",
    )
    return case


def listed(case, who) -> dict:
    return {
        each.label: each for each in who.pages("ListExhibits", "exhibits", parent=case.name)
    }


def standing(exhibit) -> str:
    return stubs.enum_name("RecordStanding", exhibit.record_standing)


def acts(case, who, exhibit) -> list[str]:
    steps = who.pages("ListCustody", "steps", parent=exhibit)
    return [stubs.enum_name("CustodyAct", each.act) for each in steps]


def refused_upload(case, who, content: bytes, title: str, **changes):
    return who.refused_send_stream("UploadExhibit", upload(case.name, content, title, **changes))


def test_what_is_kept_out_is_no_part_of_what_the_award_considers(heard, office):
    case, client, arbitrator = heard, heard.client, office.arbitrator
    slip = case.exhibit(case.broker, b"a slip", "Delivery slip")
    letter = case.exhibit(client, b"a letter", "Letter of the driver")
    assert listed(case, client)[slip.label].HasField("object_by_time")
    own = case.broker.refused(
        "ObjectToExhibit",
        name=case.name,
        exhibit=slip.name,
        ground="EXHIBIT_OBJECTION_GROUND_HEARSAY",
        reason="It quotes a third person.",
    )
    assert own.reason == "OWN_EXHIBIT"
    for who, exhibit, ground in (
        (case.broker, letter, "HEARSAY"),
        (client, slip, "AUTHENTICITY"),
    ):
        case.act(
            who,
            "ObjectToExhibit",
            exhibit=exhibit.name,
            ground=f"EXHIBIT_OBJECTION_GROUND_{ground}",
            reason="Nobody can be asked about it.",
        )
    assert standing(listed(case, client)[letter.label]) == "OBJECTED"
    rule = {"objection": 1, "ruling": "EXHIBIT_RULING_SUSTAINED", "reason": "It is hearsay."}
    assert client.refused("RuleOnExhibit", name=case.name, **rule).code == StatusCode.PERMISSION_DENIED
    case.act(arbitrator, "RuleOnExhibit", **rule)
    office.advance(days=12)
    case.act(arbitrator, "CloseRecord")
    refusal = refused_upload(case, client, b"another", "Another letter")
    assert refusal.reason == "RECORD_IS_CLOSED"
    late = case.exhibit(client, b"another", "Another letter", late_reason="It was found today.")
    assert late.late and standing(late) == "PENDING"
    award = {
        "name": case.name,
        "items": [{"item": 1, "disposition": "DISPOSITION_DENIED", "amount": {"currency_code": "EUR"}}],
        "pay_by_date": office.day(30),
        "form": "AWARD_FORM_REASONED",
        "text": "Denied.",
        "etag": case.seen_by(arbitrator).etag,
    }
    open_rulings = arbitrator.refused("IssueAward", **award)
    assert open_rulings.reason == "RULINGS_OUTSTANDING"
    for number, ruling in ((2, "LIMITED"), (3, "OVERRULED")):
        case.act(
            arbitrator,
            "RuleOnExhibit",
            objection=number,
            ruling=f"EXHIBIT_RULING_{ruling}",
            reason="Only to show when it came.",
        )
    award["etag"] = case.seen_by(arbitrator).etag
    case.act(arbitrator, "IssueAward", **award)
    considered = case.seen_by(client).arbitration.award.considered_exhibits
    assert slip.name in considered and late.name in considered
    assert letter.name not in considered
    found = listed(case, case.broker)[letter.label]
    assert standing(found) == "EXCLUDED"
    assert found.objections[0].ruling_reason == "It is hearsay."
    assert acts(case, case.broker, letter.name) == ["FILED", "OBJECTED", "RULED"]


def test_an_objection_is_taken_back_before_it_is_ruled_on(heard, office, tmp_path):
    case, client = heard, heard.client
    slip = case.exhibit(case.broker, b"a slip", "Delivery slip")
    for ground in ("AUTHENTICITY", "HEARSAY"):
        case.act(
            client, "ObjectToExhibit", exhibit=slip.name, reason="We never saw it.",
            ground=f"EXHIBIT_OBJECTION_GROUND_{ground}")
    take = {"name": case.name, "objection": 1, "reason": "The original was shown to us."}
    assert case.broker.refused("WithdrawExhibitObjection", **take).reason == "NO_EXHIBIT_OBJECTION"
    assert office.stranger.refused("WithdrawExhibitObjection", **take).code == StatusCode.NOT_FOUND
    # From the command line, as whoever objected.
    code = client.do("CreateSignInCode").code
    person = Person(tmp_path / "client", office.server).sign_in(code, "Clara Anchor")
    dispute = case.name.removeprefix("disputes/")
    person.done("evidence", "withdraw-objection", dispute, "1", "--yes", "--reason", take["reason"])
    assert "1 authenticity: taken back; 2 hearsay" in person.done("evidence", "list", dispute)
    for who in (case.broker, client, office.arbitrator):
        found = listed(case, who)[slip.label]
        assert standing(found) == "OBJECTED"
        assert found.objections[0].HasField("withdraw_time")
        assert found.objections[0].withdraw_reason == take["reason"]
        entry = case.entries(who)[-1]
        assert entry.event == "EXHIBIT_OBJECTION_WITHDRAWN"
        assert "Objection 1 to exhibit" in entry.title and "taken back by the respondent" in entry.title
    assert client.refused("WithdrawExhibitObjection", **take).code == StatusCode.ALREADY_EXISTS
    rule = {"reason": "It is what it is said to be.", "ruling": "EXHIBIT_RULING_OVERRULED"}
    gone = office.arbitrator.refused("RuleOnExhibit", name=case.name, objection=1, **rule)
    assert gone.reason == "OBJECTION_WITHDRAWN"
    case.act(office.arbitrator, "RuleOnExhibit", objection=2, **rule)
    late = client.refused("WithdrawExhibitObjection", **(take | {"objection": 2}))
    assert late.reason == "OBJECTION_RULED"
    assert standing(listed(case, client)[slip.label]) == "IN_RECORD"
    assert acts(case, case.broker, slip.name) == [
        "FILED", "OBJECTED", "OBJECTED", "OBJECTION_WITHDRAWN", "RULED"]


def test_an_objection_is_recorded_for_a_party_without_an_account(office):
    case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    letter = case.exhibit(case.broker, b"a letter", "Letter", kind="EXHIBIT_KIND_STATEMENT")
    act = {"side": "SIDE_RESPONDENT", "exhibit": letter.name, "received_time": office.now}
    case.demand()
    case.contest(case.broker, recorded_for=act)
    office.advance(days=16)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    objection = {
        "exhibit": contract.name, "ground": "EXHIBIT_OBJECTION_GROUND_AUTHENTICITY",
        "reason": "That is not our signature."}
    assert case.broker.refused(
        "ObjectToExhibit", name=case.name, **objection).reason == "OWN_EXHIBIT"
    case.act(office.administrator, "ObjectToExhibit", recorded_for=act, **objection)
    entry = case.entries()[-1]
    assert entry.event == "EXHIBIT_OBJECTED" and entry.recorded_for.exhibit == letter.name
    found = listed(case, case.broker)[contract.label]
    assert stubs.enum_name("Side", found.objections[0].by) == "RESPONDENT"
    # Giving it up binds: not on the word of the side whose exhibit it is.
    take = {"objection": 1, "reason": "They wrote that they know the signature.", "recorded_for": act}
    refused = case.broker.refused("WithdrawExhibitObjection", name=case.name, **take)
    assert refused.reason == "BINDING_ACT_NEEDS_NEUTRAL"
    case.act(office.administrator, "WithdrawExhibitObjection", **take)
    assert standing(listed(case, case.broker)[contract.label]) == "IN_RECORD"


def test_versions_and_deficiencies(heard, office):
    case, arbitrator = heard, office.arbitrator
    first = case.exhibit(case.broker, b"page 1", "Waybill")
    case.act(
        arbitrator,
        "NoticeDeficiency",
        exhibit=first.name,
        lack="EXHIBIT_LACK_INCOMPLETE",
        reason="Page 2 is missing.",
        cure_by_date=office.day(3),
    )
    due = [
        each
        for each in case.seen_by(case.broker).deadlines
        if stubs.enum_name("DeadlineKind", each.kind) == "EXHIBIT_CURE"
    ]
    assert len(due) == 1 and due[0].number == 1
    rendition = {"kind": "RENDITION_KIND_NEW_VERSION", "original": first.name}
    stolen = refused_upload(case, case.client, b"page 1, page 3", "Waybill", rendition=rendition)
    assert stolen.code == StatusCode.PERMISSION_DENIED
    second = case.exhibit(case.broker, b"page 1, page 2", "Waybill", rendition=rendition)
    assert second.version == 2
    found = listed(case, case.client)
    assert found[first.label].superseded_by == second.name
    assert standing(found[first.label]) == "SUPERSEDED"
    state = found[first.label].deficiencies[0].state
    assert stubs.enum_name("ExhibitDeficiencyState", state) == "CURED"
    # The old one is kept, byte for byte.
    pieces = case.client.stream("DownloadExhibit", name=first.name)
    assert b"".join(each.data for each in pieces) == b"page 1"
    assert (
        refused_upload(case, case.broker, b"x", "Waybill", rendition=rendition).reason
        == "EXHIBIT_SUPERSEDED"
    )
    # What is not supplied in time waits for a ruling.
    case.act(
        arbitrator,
        "NoticeDeficiency",
        exhibit=second.name,
        lack="EXHIBIT_LACK_SOURCE",
        reason="Where does it come from?",
        cure_by_date=office.day(1),
    )
    office.advance(days=3)
    lapsed = listed(case, case.client)[second.label]
    assert standing(lapsed) == "PENDING"
    assert stubs.enum_name("ExhibitObjectionGround", lapsed.objections[0].ground) == "DEFICIENT"


def test_a_redacted_copy_names_no_private_thing_to_who_may_not_see_it(office):
    case = Case.filed(office)
    client = case.invite_client()
    original = case.exhibit(
        case.broker,
        b"price list with margins",
        "Price list with margins",
        PRIVATE,
        provenance={
            "collector": "Rita Osprey",
            "method": "COLLECTION_METHOD_EXPORT",
            "collect_time": office.now,
        },
    )
    before = client.pages("ListEntries", "entries", parent=case.name)
    rendition = {
        "kind": "RENDITION_KIND_REDACTED_COPY",
        "original": original.name,
        "maker": "Rita Curlew",
        "certified": True,
    }
    # To who does not see it, the original is as one that is not there.
    guess = refused_upload(case, client, b"price list", "Copy", rendition=rendition)
    missing = refused_upload(
        case,
        client,
        b"price list",
        "Copy",
        rendition=rendition | {"original": original.name[:-1] + "77"},
    )
    assert guess.code == StatusCode.INVALID_ARGUMENT and guess.seen == missing.seen
    copy = case.exhibit(case.broker, b"price list", "Price list", rendition=rendition)
    assert copy.rendition.original == original.name

    theirs = listed(case, client)[copy.label]
    assert theirs.rendition.maker == "Rita Curlew" and theirs.rendition.certified
    assert theirs.rendition.original == ""
    new = client.pages("ListEntries", "entries", parent=case.name, view="ENTRY_VIEW_FULL")
    assert len(new) == len(before) + 1
    custody = client.pages("ListCustody", "steps", parent=copy.name)
    brief = client.do("GetDocument", name=f"{case.name}/documents/brief")
    told = str([theirs, new, custody, brief, case.seen_by(client), listed(case, client)])
    for secret in (original.name, original.label, original.sha256, "margins", "Osprey"):
        assert secret not in told
        assert secret.encode().hex() not in told
    assert acts(case, case.broker, copy.name) == ["MADE", "FILED"]
    assert acts(case, case.broker, original.name)[:3] == ["COLLECTED", "FILED", "REDACTED"]
    lost = client.refused("ListCustody", parent=original.name)
    assert lost.seen == client.refused("ListCustody", parent=original.name[:-1] + "77").seen


def test_a_translation_is_sealed_with_its_original(heard, office):
    case = heard
    original = case.exhibit(case.broker, b"contrato", "Contrato")
    translation = case.exhibit(
        case.broker,
        b"contract in english",
        "Contract in English",
        rendition={
            "kind": "RENDITION_KIND_TRANSLATION",
            "original": original.name,
            "maker": "Rita Curlew",
            "language": "English",
        },
    )
    case.act(
        office.administrator, "SealExhibit", exhibit=original.name, reason="A trade secret."
    )
    assert not {original.label, translation.label} & set(listed(case, case.client))
    # What is said against a sealed exhibit is read by nobody else either.
    case.act(
        office.arbitrator,
        "NoticeDeficiency",
        exhibit=original.name,
        lack="EXHIBIT_LACK_CERTIFICATION",
        reason="The clause on kickbacks is not certified.",
        cure_by_date=office.day(5),
    )
    for who in (case.client, case.broker):
        entries = who.pages("ListEntries", "entries", parent=case.name, view="ENTRY_VIEW_FULL")
        told = str([entries, case.seen_by(who), listed(case, who)])
        assert "kickbacks" not in told and b"kickbacks".hex() not in told
        found = who.do("SearchEntries", parent=case.name, query="kickbacks")
        assert not list(found.results)
    assert acts(case, office.arbitrator, translation.name)[:3] == ["MADE", "FILED", "SEALED"]


def test_the_custody_of_a_private_exhibit_shows_who_read_it(office):
    case = Case.filed(office)
    note = case.exhibit(case.broker, b"our own view", "Our own view", PRIVATE)
    list(office.colleague.stream("DownloadExhibit", name=note.name))
    steps = case.broker.pages("ListCustody", "steps", parent=note.name)
    last = steps[-1]
    assert stubs.enum_name("CustodyAct", last.act) == "DOWNLOADED"
    assert last.actor == office.colleague.member and last.actor_display_name == "Bruno Tide"
    assert last.sha256 == hashlib.sha256(b"our own view").hexdigest()
    assert office.administrator.refused("ListCustody", parent=note.name).code == StatusCode.NOT_FOUND


def test_a_broker_files_a_version_links_it_and_reads_its_way(office, tmp_path):
    case = Case.filed(office)
    code = office.broker.do("CreateSignInCode").code
    person = Person(tmp_path / "broker", office.server).sign_in(code, "Bela Tide")
    dispute = case.name.removeprefix("disputes/")
    first, second = tmp_path / "waybill.txt", tmp_path / "waybill-2.txt"
    first.write_text("Page 1\n")
    second.write_text("Page 1\nPage 2\n")
    add = ["evidence", "add", dispute]
    person.done(*add, str(first), "--kind", "delivery-proof", "--method", "scan")
    person.done(*add, str(second), "--kind", "delivery-proof", "--replaces", "E-1")
    person.done("evidence", "link", dispute, "E-2", "--item", "1")
    refused = person.run(*add, str(second), "--kind", "delivery-proof", "--replaces", "E-1")
    assert refused.returncode == 6 and "newer version" in refused.stderr
    told = person.done("evidence", "list", dispute)
    assert "superseded" in told and "in-record" in told.replace("_", "-").replace("in record", "in-record")
    custody = person.done("evidence", "custody", dispute, "E-1")
    assert [line.split("\t")[1] for line in custody.splitlines()] == ["filed", "superseded"]
    assert hashlib.sha256(b"Page 1\n").hexdigest() in custody
