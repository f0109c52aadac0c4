"""Double-blind bids: told only where they meet, and readable nowhere before."""

import base64
import hashlib
import struct
import uuid

import pytest

from grpc import StatusCode

from parley_client import stubs
from parley_client.case import Case
from parley_client.office import Office, address, euros
from parley_client.watching import Watching

# A claim whose bids are too large to stand anywhere by chance.
CLAIM = 9_999_999_999_999
DEMAND = 8_317_642_931_759
OFFER = 7_254_981_637_043


def money(cents: int) -> dict:
    return euros(cents // 100, cents % 100)


def cents(amount) -> int:
    return amount.units * 100 + amount.nanos // 10_000_000


def sitting(office, claim=1_000_000) -> Case:
    """A filed claim with the client at the table."""
    mark = uuid.uuid4().hex[:8]
    items = [{"number": 1, "reference": f"S5-{mark}", "due_date": office.day(-40), "amount": money(claim)}]
    case = Case.filed(office, items=items)
    case.invite_client()
    return case


def terms(**changes) -> dict:
    return {"rounds": 3, "round_days": 2, "rounding": "BID_ROUNDING_HALF_DOWN", "pay_within_days": 14,
            "answer_within_days": 7} | changes


def neutral(office, role: str):
    """Somebody of the panel who has sat with nobody here yet."""
    joined = office.join(f"ROLE_{role}", "Nele Fair")
    office.administrator.do("AddToPanel", member=joined.member, seats=[f"SEAT_{role}"])
    return joined


SIGNED = {"authority": "AUTHORITY_OFFICER"}


def bidding(case, number=1, **changes) -> str:
    """Opens a bidding that both have signed, and answers its name."""
    case.act(case.broker, "OpenBidding", terms=terms(**changes), signer_name="Bela Tide", **SIGNED)
    name = f"{case.name}/biddings/{number}"
    shown = case.client.do("GetBidding", name=name)
    assert hashlib.sha256(shown.text.encode()).hexdigest() == shown.sha256
    case.act(case.client, "ConsentBidding", bidding=name, sha256=shown.sha256, signer_name="Clara Anchor",
             **SIGNED)
    return name


def bid(case, who, name, number, amount, **fields):
    return case.act(who, "PlaceBid", bidding=name, round=number, amount=money(amount), **fields)


def refused(case, who, name, number, amount, **fields):
    return who.refused("PlaceBid", name=case.name, bidding=name, round=number, amount=money(amount), **fields)


def state(case, name, who=None) -> str:
    return stubs.enum_name("BiddingState", (who or case.broker).do("GetBidding", name=name).state)


def settlement(case) -> str:
    return stubs.enum_name("SettlementState", case.dispute.settlement_state)


def readings(amount: int) -> dict[str, bytes]:
    """Every form in which an amount might stand somewhere."""
    units, nanos = amount // 100, amount % 100 * 10_000_000

    def varint(value: int) -> bytes:
        out = bytearray()
        while value > 127:
            out.append(value & 127 | 128)
            value >>= 7
        return bytes(out + bytes([value]))

    packed = {"le": struct.pack("<q", amount), "be": struct.pack(">q", amount)}
    forms = {
        "minor": str(amount).encode(),
        "decimal": f"{units}.{amount % 100:02}".encode(),
        "grouped": f"{units:,}.{amount % 100:02}".encode(),
        "comma": f"{units},{amount % 100:02}".encode(),
        "dotted": f"{units:,}".replace(",", ".").encode(),
        "units": str(units).encode(),
        "varint": varint(amount),
        "varint of units": varint(units),
        "zigzag": varint(amount << 1),
        "le": packed["le"][:6],
        "be": packed["be"][2:],
        "le of units": struct.pack("<q", units)[:5],
        "be of units": struct.pack(">q", units)[3:],
        "double": struct.pack("<d", amount / 100),
        "double be": struct.pack(">d", amount / 100),
        "hex": packed["be"][2:].hex().encode(),
        "HEX": packed["be"][2:].hex().upper().encode(),
        "varint of both": varint(units) + b"\x18" + varint(nanos),
    }
    for name, raw in packed.items():
        for shift in range(3):
            text = base64.b64encode(b"\0" * shift + raw)
            # The characters that hang on the amount alone, whatever stands beside it.
            forms[f"base64 of {name} at {shift}"] = text[(shift * 8 + 5) // 6 : -3].rstrip(b"=")
    for name, form in forms.items():
        assert len(form) >= 5, name
    return forms


def found_in(blob: bytes, *amounts: int) -> list[str]:
    return [name for amount in amounts for name, form in readings(amount).items() if form in blob]


def files_of(server) -> dict[str, bytes]:
    """Every byte the server has written: the database, its log, keys, and what it has said."""
    found = {str(path): path.read_bytes() for path in server.data.rglob("*") if path.is_file()}
    assert any(name.endswith("parley.sqlite") for name in found)
    assert any(name.endswith("-wal") for name in found), sorted(found)
    return found | {"log": server.log.encode()}


def plain_marks(request) -> list[bytes]:
    """What an unkeyed request log would hold: hashes that anybody could find by trying amounts."""
    whole = hashlib.sha256(b"parley.v1.PlaceBidRequest\0")
    marks = []
    for field in ("name", "bidding", "round", "amount"):
        alone = type(request)()
        value = getattr(request, field)
        if hasattr(value, "CopyFrom"):
            getattr(alone, field).CopyFrom(value)
        else:
            setattr(alone, field, value)
        piece = alone.SerializeToString(deterministic=True)
        whole.update(piece)
        if field == "amount":
            marks.append(hashlib.sha256(piece).hexdigest()[:16].encode())
    return [whole.digest(), whole.hexdigest().encode(), *marks]


def seen_on_every_path(case, who, name) -> bytes:
    """All that somebody is answered about the dispute, as bytes."""
    dispute = case.name
    found = [who.do("GetDispute", name=dispute)]
    found += who.pages("ListEntries", "entries", parent=dispute, view="ENTRY_VIEW_FULL")
    found += who.pages("ListHeads", "heads", parent=dispute)
    for query in (str(DEMAND), "bid", "83176429317", str(OFFER // 100)):
        found += who.pages("SearchEntries", "results", parent=dispute, query=query)
    found += [who.do("GetQuote", name=f"{dispute}/quote")]
    found += [who.do("GetDocument", name=f"{dispute}/documents/brief")]
    found += who.pages("ListOffers", "offers", parent=dispute)
    found += who.pages("ListBiddings", "biddings", parent=dispute)
    found += who.pages("ListPostings", "postings", parent=dispute)
    try:
        found.append(who.do("GetBidding", name=name))
    except Exception:  # noqa: BLE001 - whoever does not see it is told nothing
        pass
    with Watching(who, dispute) as watch:
        found += watch.until_current()
    return b"".join(each.SerializeToString() for each in found)


def test_the_bids_of_the_third_round_meet_in_the_middle(office):
    case = sitting(office)
    name = bidding(case)
    assert settlement(case) == "BIDDING"
    for number, (demand, offer) in enumerate(((900_000, 500_000), (820_000, 640_000)), start=1):
        bid(case, case.client, name, number, offer)
        answer = bid(case, case.broker, name, number, demand)
        assert stubs.enum_name("SettlementState", answer.dispute.settlement_state) == "BIDDING"
        for who in (case.broker, case.client):
            assert f"Round {number} of blind bidding 1 closed: no overlap" in str(case.entries(who))
    bid(case, case.broker, name, 3, 750_000)
    bid(case, case.client, name, 3, 760_000)
    shown = case.client.do("GetBidding", name=name)
    assert stubs.enum_name("BiddingState", shown.state) == "SETTLED" and cents(shown.amount) == 755_000
    assert settlement(case) == "SIGNING"
    # The two bids that met are told, and are those committed to; the earlier ones are not.
    for opening, amount in zip(shown.openings, (750_000, 760_000), strict=True):
        side = stubs.enum_name("Side", opening.side)
        parts = [case.name.split("/")[1], "1", "3", side, "EUR", str(amount)]
        parts = [each.encode() for each in parts] + [bytes.fromhex(opening.nonce)]
        data = b"parley-bid-v1\0" + b"".join(struct.pack(">I", len(each)) + each for each in parts)
        kept = {stubs.enum_name("Side", each.side): each.commitment for each in shown.rounds[2].bids}
        assert kept[side] == hashlib.sha256(data).hexdigest()
    assert "units: 8200" not in str(shown) and "units: 6400" not in str(shown)
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    assert "blind bidding 1, round 3" in agreement.text and "7,550.00" in agreement.text
    for who in (case.broker, case.client):
        case.act(who, "SignAgreement", sha256=agreement.sha256, signer_name="A Name", etag=agreement.etag,
                 **SIGNED)
    assert settlement(case) == "PERFORMING" and cents(case.quote()) == 755_000


@pytest.mark.parametrize(
    "rounding, sum_", [("HALF_DOWN", 755_001), ("HALF_EVEN", 755_002), ("HALF_UP", 755_002)])
def test_half_a_cent_goes_as_agreed_and_binding_terms_need_no_more(office, rounding, sum_):
    case = sitting(office)
    name = bidding(case, rounding=f"BID_ROUNDING_{rounding}", binding=True)
    bid(case, case.broker, name, 1, 750_003)
    bid(case, case.client, name, 1, 760_000)
    assert settlement(case) == "PERFORMING" and cents(case.quote()) == sum_
    agreement = case.client.do("GetAgreement", name=f"{case.name}/agreement")
    shown = case.client.do("GetBidding", name=name)
    assert shown.sha256 in agreement.text
    assert [each.signer_name for each in agreement.signatures] == ["Bela Tide", "Clara Anchor"]


def test_what_is_refused(office):
    case = sitting(office)
    name = bidding(case)
    bid(case, case.broker, name, 1, 900_000)
    assert refused(case, case.broker, name, 1, 890_000).code == StatusCode.ALREADY_EXISTS
    assert refused(case, case.broker, name, 2, 890_000).code == StatusCode.ABORTED
    assert refused(case, case.client, name, 1, 1_000_001).reason == "OFFER_ABOVE_QUOTE"
    assert refused(case, office.mediator, name, 1, 1).code == StatusCode.NOT_FOUND
    assert refused(case, office.administrator, name, 1, 1).code == StatusCode.PERMISSION_DENIED
    assert case.client.refused(
        "MakeOffer", name=case.name,
        terms={"kind": "OFFER_KIND_LUMP_SUM", "amount": euros(1), "expires_in_days": 5,
               "schedule": [{"due_date": office.day(5), "amount": euros(1)}]},
    ).reason == "BIDDING_OPEN"
    bid(case, case.client, name, 1, 500_000)
    assert refused(case, case.broker, name, 2, 900_001).reason == "BID_NOT_MONOTONE"
    assert refused(case, case.client, name, 2, 499_999).reason == "BID_NOT_MONOTONE"
    low = refused(case, case.broker, name, 2, 600_000)
    assert low.reason == "BID_NEEDS_SUPERVISOR"
    assert state(case, name) == "OPEN"
    bid(case, office.supervisor, name, 2, 600_000)


def test_the_same_request_once_and_another_amount_not_at_all(office):
    case = sitting(office)
    name = bidding(case)
    once = {"request_id": str(uuid.uuid4())}
    bid(case, case.broker, name, 1, 900_000, **once)
    bid(case, case.broker, name, 1, 900_000, **once)
    other = refused(case, case.broker, name, 1, 890_000, **once)
    assert other.reason == "REQUEST_ID_REUSED" and other.metadata.get("field") == "amount"
    office.advance(days=3)
    assert state(case, name) == "VOID"
    # The key is gone, and with it the means to tell one amount from another.
    bid(case, case.broker, name, 1, 900_000, **once)


def test_a_dry_run_finds_nothing_out(office):
    """The second bidder might else try until the bids meet."""
    case = sitting(office)
    name = bidding(case)
    bid(case, case.broker, name, 1, 750_000)
    answers = []
    for amount in (1, 749_999, 750_000, 1_000_000):
        answer = bid(case, case.client, name, 1, amount, validate_only=True)
        assert stubs.enum_name("SettlementState", answer.dispute.settlement_state) == "BIDDING"
        answers.append(sorted(each.event for each in answer.entries))
    assert all(each == answers[0] for each in answers)
    assert state(case, name) == "OPEN"


def test_who_does_not_bid_makes_it_void_and_nothing_is_told(office):
    case = sitting(office, CLAIM)
    name = bidding(case)
    bid(case, case.broker, name, 1, DEMAND)
    keys = office.server.data / "keys" / "bids"
    mine = f"{case.name.split('/')[1]}.1.key"
    assert (keys / mine).stat().st_mode & 0o077 == 0 and len((keys / mine).read_bytes()) == 32
    office.advance(days=3)
    assert state(case, name) == "VOID" and settlement(case) == "NONE"
    assert not (keys / mine).exists()
    assert not found_in(seen_on_every_path(case, case.client, name), DEMAND)
    # Nobody can read it any more, its own side included.
    assert not found_in(seen_on_every_path(case, case.broker, name), DEMAND)


def test_without_overlap_an_impasse_is_allowed_and_the_gap_unknown(office):
    case = sitting(office)
    case.demand()
    case.contest(case.client)
    assert case.broker.refused("DeclareImpasse", name=case.name).reason == "NO_LAPSED_OFFER"
    name = bidding(case, rounds=1)
    bid(case, case.broker, name, 1, 900_000)
    bid(case, case.client, name, 1, 500_000)
    assert state(case, name) == "WITHOUT_OVERLAP"
    shown = case.client.do("GetBidding", name=name)
    assert not shown.openings and not shown.HasField("amount")
    case.act(case.broker, "DeclareImpasse")
    # Another bidding may follow.
    assert state(case, bidding(case, number=2)) == "OPEN"


def test_the_same_bids_in_two_cases_are_committed_to_differently(office):
    commitments = set()
    for _ in range(2):
        case = sitting(office)
        name = bidding(case)
        bid(case, case.broker, name, 1, 900_000)
        rounds = case.client.do("GetBidding", name=name).rounds
        commitments |= {each.commitment for each in rounds[0].bids}
    assert len(commitments) == 2


def test_no_role_reads_a_bid_and_its_own_side_does(office):
    case = sitting(office, CLAIM)
    seat = {"side": "SIDE_RESPONDENT", "counsel": True, "display_name": "Cora Anchor"}
    invited = case.client.do("InviteParty", name=case.name, email=address("Cora Anchor"), **seat)
    counsel = office.anonymous().enrol(invited.code, "Cora Anchor")
    auditor = office.join("ROLE_AUDITOR", "Olga Tide")
    case.demand()
    case.contest(case.client)
    case.act(case.broker, "ProposeMediation")
    rules = case.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
    for party in (case.broker, case.client):
        case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
    mediator = neutral(office, "MEDIATOR")
    case.appoint(mediator)
    name = bidding(case, round_days=30)
    bid(case, case.broker, name, 1, DEMAND)
    for who in (case.client, counsel, mediator, office.administrator, auditor, office.stranger):
        try:
            seen = seen_on_every_path(case, who, name)
        except Exception as refusal:  # noqa: BLE001
            assert who in (auditor, office.stranger, office.administrator), refusal
            continue
        assert not found_in(seen, DEMAND), who
    # Watch and entries show the bidder no bid either; what its side has bid is asked for by itself.
    own = case.broker.do("GetBidding", name=name)
    assert cents(own.rounds[0].bids[0].amount) == DEMAND
    assert cents(office.colleague.do("GetBidding", name=name).rounds[0].bids[0].amount) == DEMAND
    reads = case.broker.pages("ListReads", "reads", parent=case.name)
    assert any(stubs.enum_name("Compartment", each.compartment) == "BID_CLAIMANT" for each in reads)
    entries = b"".join(each.SerializeToString() for each in case.entries(view="ENTRY_VIEW_FULL"))
    assert not found_in(entries, DEMAND)


def test_an_arbitrator_sees_neither_bidding_nor_bids(office):
    case = sitting(office, CLAIM)
    case.demand()
    case.contest(case.client)
    name = bidding(case, rounds=1)
    bid(case, case.broker, name, 1, DEMAND)
    bid(case, case.client, name, 1, OFFER)
    contract = case.exhibit(case.broker, b"%PDF-1.7 contract", "Contract")
    office.advance(days=15)
    case.demand_arbitration(contract.name, "MEDIATION_FIRST_NOT_REQUIRED")
    case.act(case.client, "AnswerDemand", answers=[{"item": 1, "kind": "ANSWER_KIND_CONTEST"}])
    arbitrator = neutral(office, "ARBITRATOR")
    case.appoint(arbitrator)
    assert arbitrator.pages("ListBiddings", "biddings", parent=case.name) == []
    hidden = arbitrator.refused("GetBidding", name=name)
    assert hidden.code == StatusCode.NOT_FOUND
    assert hidden.seen == arbitrator.refused("GetBidding", name=f"{case.name}/biddings/77").seen
    seen = seen_on_every_path(case, arbitrator, name)
    assert not found_in(seen, DEMAND, OFFER)
    assert b"BID" not in b"".join(each.event.encode() for each in case.entries(arbitrator))


def test_no_byte_on_disk_in_logs_or_streams_holds_a_bid(tmp_path):
    """Decimal, minor units, varints, both byte orders, base64 and hexadecimal of distinctive amounts."""
    office = Office.at_new_server(tmp_path / "data")
    try:
        server = office.server
        case = sitting(office, CLAIM)
        assert found_in(seen_on_every_path(case, case.client, case.name), CLAIM)
        # The search itself works: the claim is found where it stands in the clear.
        assert found_in(b"".join(files_of(server).values()), CLAIM)
        name = bidding(case, round_days=20)
        bid(case, case.broker, name, 1, DEMAND)
        request = case.broker.request("PlaceBid", name=case.name, bidding=name, round=1, amount=money(DEMAND))
        clean(server, request)
        # It survives a crash, verification and a rebuild, sealed as it was.
        server.kill()
        clean(server, request)
        port = server.port
        assert server.run("verify").returncode == 0
        assert server.run("rebuild").returncode == 0
        for file, blob in {str(p): p.read_bytes() for p in server.data.rglob("*") if p.is_file()}.items():
            assert not found_in(blob, DEMAND), file
        server.start("--log-level", "trace", port=port)
        own = case.broker.do("GetBidding", name=name)
        assert cents(own.rounds[0].bids[0].amount) == DEMAND
        bid(case, case.client, name, 1, OFFER)
        assert state(case, name) == "OPEN"
        clean(server, request)
        for who in (case.broker, case.client, office.administrator):
            with Watching(who, case.name) as watch:
                seen = b"".join(each.SerializeToString() for each in watch.until_current())
            assert not found_in(seen, DEMAND, OFFER)
        # Round 2 meets: from here on that sum, and it alone, may be read.
        bid(case, case.broker, name, 2, 8_000_000_000_001)
        bid(case, case.client, name, 2, 8_000_000_000_003)
        assert cents(case.client.do("GetBidding", name=name).amount) == 8_000_000_000_002
        clean(server, request)
        assert not list((server.data / "keys" / "bids").iterdir())
        # Kept under a key that is gone, what was bid before is noise for good.
        own = case.broker.do("GetBidding", name=name)
        assert not own.rounds[0].bids[0].HasField("amount")
        assert server.stop() == 0
        assert server.run("verify").returncode == 0
    finally:
        office.close()


def clean(server, request) -> None:
    for file, blob in files_of(server).items():
        assert not found_in(blob, DEMAND, OFFER), file
        for mark in plain_marks(request):
            assert mark not in blob, file


def test_a_lost_key_ends_the_bidding_and_is_found(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    try:
        case = sitting(office)
        name = bidding(case)
        bid(case, case.broker, name, 1, 900_000)
        server = office.server
        server.stop()
        (key,) = (server.data / "keys" / "bids").iterdir()
        key.unlink()
        ended = server.run("verify")
        assert ended.returncode != 0 and "bidKeyMissing" in ended.stdout + ended.stderr
        server.start(port=server.port)
        assert refused(case, case.client, name, 1, 950_000).reason == "BIDS_UNREADABLE"
        office.advance(days=3)
        assert state(case, name) == "VOID"
    finally:
        office.close()
