"""One dispute, driven by RPCs through its stages."""

import hashlib
import uuid

from parley_client import stubs
from parley_client.crc32c import crc32c
from parley_client.office import Office, euros, filing

CHUNK_BYTES = 262_144


class Case:
    """A dispute of the office's broker, and how its people move it on."""

    def __init__(self, office: Office, **changes):
        self.office = office
        self.broker = office.broker
        self.receipts: list = []
        self.client = None
        created = self.act(self.broker, "CreateDispute", **filing(office, **changes))
        self.name = created.dispute.name

    @classmethod
    def filed(cls, office: Office, **changes) -> "Case":
        case = cls(office, **changes)
        case.act(case.broker, "FileDispute")
        return case

    def act(self, who, method: str, /, **fields):
        """Carries out a change and keeps its receipts, as a careful party does."""
        if method != "CreateDispute":
            fields.setdefault("name", self.name)
        answer = who.do(method, **fields)
        change = getattr(answer, "change", answer)
        self.receipts += change.receipts
        return answer

    def seen_by(self, who):
        return who.do("GetDispute", name=self.name)

    @property
    def dispute(self):
        return self.seen_by(self.broker)

    @property
    def etag(self) -> str:
        return self.dispute.etag

    @property
    def status(self) -> str:
        return stubs.enum_name("Status", self.dispute.status)

    def entries(self, who=None, **fields) -> list:
        return (who or self.broker).pages("ListEntries", "entries", parent=self.name, **fields)

    def events(self, who=None) -> list[str]:
        return [each.event for each in self.entries(who)]

    # Acts that several tests need.

    def invite_client(self, display_name: str = "Clara Anchor"):
        self.client = self.office.join_dispute(self.name, display_name, "SIDE_RESPONDENT")
        return self.client

    def exhibit(self, who, content: bytes, title: str, compartment="CASE", **changes):
        """Puts a small file in evidence and answers the exhibit."""
        answer = who.send_stream(
            "UploadExhibit", upload(self.name, content, title, compartment, **changes)
        )
        self.receipts += answer.change.receipts
        return answer.exhibit

    def demand(self, grace_days: int = 14) -> None:
        self.act(self.broker, "SendReminder", channel="CHANNEL_EMAIL", text="Please pay.")
        self.act(
            self.broker,
            "ServeDemand",
            amount=self.quote(),
            grace_days=grace_days,
            channel="CHANNEL_EMAIL",
            instructions="To the account on the invoice.",
            reminder=1,
        )

    def quote(self):
        return self.broker.do("GetQuote", name=f"{self.name}/quote").balance

    def contest(self, who, **fields) -> None:
        answers = [
            {"item": 1, "kind": "ANSWER_KIND_CONTEST", "ground": "The cargo came late."}
        ]
        self.act(who, "Respond", answers=answers, **fields)

    def offer(self, who, amount: int, conditions: str = "", **fields) -> str:
        """Offers one payment in 20 days and answers the name of the offer."""
        terms = {
            "kind": "OFFER_KIND_LUMP_SUM",
            "amount": euros(amount),
            "schedule": [
                {"number": 1, "due_date": self.office.day(20), "amount": euros(amount)}
            ],
            "expires_in_days": 10,
            "conditions": conditions,
        }
        return self.act(who, "MakeOffer", terms=terms, **fields).created

    def appoint(self, neutral) -> None:
        """Nominates, discloses, lets the period to object pass and appoints."""
        administrator = self.office.administrator
        self.act(administrator, "NominateNeutral", member=neutral.member)
        self.act(
            neutral,
            "DiscloseConflicts",
            has_conflict=False,
            accepts_appointment=True,
            text="Nothing to disclose.",
        )
        self.office.advance(days=8)
        self.act(administrator, "AppointNeutral", member=neutral.member)

    def demand_arbitration(self, exhibit: str, mediation_first: str) -> None:
        self.act(
            self.broker,
            "DemandArbitration",
            basis="ARBITRATION_BASIS_CONTRACT_CLAUSE",
            agreement_exhibit=exhibit,
            mediation_first=mediation_first,
            fee_reference="FEE-7",
            relief="The invoices and costs.",
            etag=self.etag,
        )

    def hear(self, arbitrator) -> None:
        """From the appointment to a closed record."""
        self.act(
            arbitrator,
            "IssueOrder",
            kind="ORDER_KIND_EVIDENCE_TIMETABLE",
            due_date=self.office.day(10),
            text="Evidence within ten days.",
        )
        self.office.advance(days=12)
        self.act(arbitrator, "CloseRecord")

    def award(self, arbitrator, units: int, cents: int) -> None:
        self.act(
            arbitrator,
            "IssueAward",
            items=[
                {"item": 1, "disposition": "DISPOSITION_GRANTED", "amount": euros(units, cents)}
            ],
            pay_by_date=self.office.day(30),
            form="AWARD_FORM_REASONED",
            text="The respondent pays what was invoiced.",
            etag=self.seen_by(arbitrator).etag,
        )


def upload(
    dispute: str, content: bytes, title: str, compartment="CASE", *, start=0, finish=True, **changes
):
    """The messages of an upload: the spec, then chunks from an offset on."""
    request = stubs.load()["UploadExhibit"].request
    spec = {
        "name": dispute,
        "kind": "EXHIBIT_KIND_CONTRACT",
        "compartment": f"COMPARTMENT_{compartment}",
        "title": title,
        "source": "The file of the brokerage",
        "file_name": "contract.pdf",
        "media_type": "application/pdf",
        "size_bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    } | changes
    if "upload_id" in spec:
        yield request(upload_id=spec["upload_id"])
    else:
        spec.setdefault("request_id", str(uuid.uuid4()))
        yield request(spec=spec)
    for offset in range(start, len(content), CHUNK_BYTES):
        piece = content[offset : offset + CHUNK_BYTES]
        chunk = {"write_offset": offset, "data": piece, "crc32c": crc32c(piece)}
        is_last = offset + len(piece) == len(content)
        yield request(chunk=chunk, finish_write=finish and is_last)
