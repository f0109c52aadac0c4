"""The people of the tests: an institution, two brokerages, neutrals on the panel."""

import datetime
import uuid

from parley_client.client import Client
from parley_client.server import Server


class Office:
    """Everybody who has an account before the first dispute, and the clock they go by."""

    def __init__(self, server: Server, code: str):
        self.server = server
        self.clients: list[Client] = []
        self.administrator = self._join(code, "Ada Quay")
        self.organization = self._organization("Tideway Brokers")
        self.other_organization = self._organization("Longshore Partners")
        self.broker = self.join("ROLE_BROKER", "Bela Tide", self.organization)
        self.colleague = self.join("ROLE_BROKER", "Bruno Tide", self.organization)
        self.supervisor = self.join("ROLE_BROKER_SUPERVISOR", "Sara Tide", self.organization)
        self.stranger = self.join("ROLE_BROKER", "Otto Shore", self.other_organization)
        self.mediator = self.join("ROLE_MEDIATOR", "Mira Calm")
        self.arbitrator = self.join("ROLE_ARBITRATOR", "Arno Just")
        for member, seat in (
            (self.mediator.member, "SEAT_MEDIATOR"),
            (self.arbitrator.member, "SEAT_ARBITRATOR"),
        ):
            self.administrator.do("AddToPanel", member=member, seats=[seat])

    @classmethod
    def at_new_server(cls, data, **options) -> "Office":
        """Founds a directory, starts its server and enrols everybody."""
        server, code = Server.found(data, **options)
        return cls(server.start(), code)

    def invite(self, role: str, display_name: str, organization: str = "") -> str:
        """A one-time code for a role."""
        fields = {"role": role, "organization": organization, "email": address(display_name)}
        return self.administrator.do("CreateInvitation", **fields, display_name=display_name).code

    def join(self, role: str, display_name: str, organization: str = "") -> Client:
        """Somebody new with this role."""
        return self._join(self.invite(role, display_name, organization), display_name)

    def join_dispute(self, dispute: str, display_name: str, side: str, counsel=False) -> Client:
        """Somebody new on a seat of the dispute, invited by the broker."""
        fields = {"display_name": display_name, "email": address(display_name)}
        answer = self.broker.do("InviteParty", name=dispute, side=side, counsel=counsel, **fields)
        return self._join(answer.code, display_name)

    def anonymous(self) -> Client:
        """A caller without a session."""
        client = Client(self.server)
        self.clients.append(client)
        return client

    def again(self, client: Client) -> Client:
        """The same person on a connection of its own."""
        second = self.anonymous()
        second.token, second.member = client.token, client.member
        return second

    @property
    def now(self) -> datetime.datetime:
        """The server's time, which only AdvanceClock and the world move."""
        clock = self.broker.do("GetClock")
        return clock.current_time.ToDatetime(tzinfo=datetime.timezone.utc)

    def day(self, days: int) -> dict:
        """The day so many days from today, by the server's clock, as a google.type.Date."""
        day = self.now.date() + datetime.timedelta(days=days)
        return {"year": day.year, "month": day.month, "day": day.day}

    def advance(self, **period) -> None:
        """Moves the clock forward, so that deadlines fall due."""
        step = datetime.timedelta(**period)
        self.administrator.do("AdvanceClock", step=step)

    def close(self) -> None:
        for client in self.clients:
            client.close()
        self.server.stop()

    def _organization(self, display_name: str) -> str:
        fields = {"kind": "ORGANIZATION_KIND_BROKERAGE"}
        answer = self.administrator.do("CreateOrganization", display_name=display_name, **fields)
        return answer.name

    def _join(self, code: str, display_name: str) -> Client:
        return self.anonymous().enrol(code, display_name)


def address(display_name: str) -> str:
    """An address of its own for everybody who is invited."""
    return f"{display_name.split()[0].lower()}-{uuid.uuid4().hex[:8]}@people.example"


def euros(units: int, cents: int = 0) -> dict:
    return {"currency_code": "EUR", "units": units, "nanos": cents * 10_000_000}


def filing(office: Office, *, clauses=("CLAUSE_ARBITRATION",), amounts=((1200, 50),), **changes):
    """The fields of a CreateDispute that can be filed; every one has references of its own."""
    mark = uuid.uuid4().hex[:8]
    fields = {
        "parent": office.organization,
        "claimant": {"display_name": "Tideway Brokers", "email": "claims@tideway.example"},
        "respondent": {
            "display_name": "Anchor Imports",
            "email": "accounts@anchor.example",
            "postal_address": "7 Anchor Row, Port Ellin",
        },
        "debtor_kind": "DEBTOR_KIND_BUSINESS",
        "collector_kind": "COLLECTOR_KIND_FIRST_PARTY",
        "jurisdiction": "PT",
        "contract": {
            "form": "CONTRACT_FORM_WRITTEN_SIGNED",
            "type": "CONTRACT_TYPE_BROKERAGE",
            "clauses": [{"clause": each, "reference": "p. 3"} for each in clauses],
        },
        "items": [
            {
                "reference": f"INV-{mark}-{number}",
                "description": "Brokerage of a cargo",
                "issue_date": office.day(-90),
                "due_date": office.day(-60),
                "amount": euros(*amount),
            }
            for number, amount in enumerate(amounts, start=1)
        ],
        "limitation_date": office.day(3000),
        "limitation_source": "Civil Code, art. 309",
    }
    return fields | changes
