"""Random histories of one dispute: everybody does what he may, and every word is marked with the
compartment it belongs to, so that a leak shows wherever it comes out."""

import datetime
import random
import re

from parley_client import stubs
from parley_client.case import Case, upload
from parley_client.office import Office, euros
from parley_client.refusal import Refusal

MARK = re.compile(r"<<([A-Z_]+)#\d+>>")
BOTH = ["SIDE_CLAIMANT", "SIDE_RESPONDENT"]
PRIVATE = {"claimant": "PARTY_PRIVATE_CLAIMANT", "respondent": "PARTY_PRIVATE_RESPONDENT"}
SHARED = {"CASE", "SETTLEMENT", "MEDIATION"}

# Who reads which compartment in full, as the design states it: not asked of the server.
READS = {
    "claimant": SHARED | {"PARTY_PRIVATE_CLAIMANT", "CAUCUS_CLAIMANT", "INTERNAL"},
    "respondent": SHARED | {"PARTY_PRIVATE_RESPONDENT", "CAUCUS_RESPONDENT"},
    "mediator": SHARED | {"CAUCUS_CLAIMANT", "CAUCUS_RESPONDENT", "NEUTRAL_PRIVATE"},
    "arbitrator": {"CASE", "DELIBERATION"},
    "administrator": {"CASE"},
    "auditor": set(),
    "stranger": set(),
}
# Who sees that something stands there, and nothing of what it says.
HEADERS = {"administrator": {"SETTLEMENT", "MEDIATION"}, "auditor": {"CASE", "MEDIATION"}}


class History:
    """One dispute on its random way, and what everybody sees of it."""

    def __init__(self, office: Office, auditor, seed: int):
        self.office = office
        self.dice = random.Random(seed)
        self.marks = 0
        self.done: list[str] = []
        self.case = Case.filed(office, clauses=("CLAUSE_ARBITRATION",))
        self.people = {
            "claimant": office.broker,
            "respondent": self.case.invite_client(f"Client {seed}"),
            "mediator": office.mediator,
            "arbitrator": office.arbitrator,
            "administrator": office.administrator,
            "auditor": auditor,
            "stranger": office.stranger,
        }
        self.paper = self.case.exhibit(office.broker, b"A paper.", self.mark("CASE")).name
        if seed % 3:
            self._negotiate()
        if seed % 3 == 1:
            self._mediate()
        elif seed % 3 == 2:
            self._arbitrate()

    def _negotiate(self) -> None:
        self.case.demand()
        self.case.contest(self.people["respondent"])
        self.office.advance(days=16)

    def _mediate(self) -> None:
        broker, client = self.people["claimant"], self.people["respondent"]
        self.case.act(broker, "ProposeMediation", reason=self.mark("MEDIATION"))
        rules = broker.do("GetGroundRules", name=f"{self.case.name}/documents/ground-rules")
        for party in (broker, client):
            self.case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
        self.case.appoint(self.people["mediator"])

    def _arbitrate(self) -> None:
        self.case.demand_arbitration(self.paper, "MEDIATION_FIRST_NOT_REQUIRED")
        answers = [{"item": 1, "kind": "ANSWER_KIND_CONTEST"}]
        self.case.act(self.people["respondent"], "AnswerDemand", answers=answers)
        self.case.appoint(self.people["arbitrator"])

    def mark(self, compartment: str) -> str:
        self.marks += 1
        return f"<<{compartment}#{self.marks}>>"

    def step(self) -> None:
        """One act of somebody, or some days."""
        if self.dice.randrange(7) == 0:
            self.office.advance(days=self.dice.randrange(1, 12))
            return
        role = self.dice.choice(list(READS)[:5])
        try:
            dispute = self.case.seen_by(self.people[role])
        except Refusal:
            return
        allowed = [
            stubs.enum_name("Action", each.action)
            for each in dispute.allowed_actions
            if each.allowed
        ]
        known = [each for each in allowed if each in ACTS]
        if not known:
            return
        action = self.dice.choice(known)
        try:
            made = ACTS[action](self, role, dispute)
            if made is None:
                return
            method, fields = made
            if method == "UploadExhibit":
                content, title, compartment = fields
                self.people[role].send_stream(
                    method, upload(self.case.name, content, title, compartment)
                )
            else:
                self.people[role].do(method, name=self.case.name, **fields)
            self.done.append(action)
        except Refusal as refusal:
            # What is refused says nothing it should not.
            self.check_text(role, str(refusal))

    def check(self) -> None:
        """Every read path of everybody, against what that person may read."""
        for role, client in self.people.items():
            for text in self.reads(client):
                self.check_text(role, text)
            seen = READS[role] | HEADERS.get(role, set())
            for name in self.entry_names(client) + self.heads(client):
                assert name in seen, f"{role} sees that {name} holds something: {self.done}"

    def check_text(self, role: str, text: str) -> None:
        told = set(MARK.findall(text))
        assert told <= READS[role], f"{role} was told of {told - READS[role]}: {self.done}"

    def reads(self, client):
        name = self.case.name
        for method, fields in (
            ("GetDispute", {"name": name}),
            ("GetQuote", {"name": f"{name}/quote"}),
            ("GetDocument", {"name": f"{name}/documents/brief"}),
            ("VerifyDocket", {"name": name}),
            ("ListHeads", {"parent": name}),
        ):
            yield self.told(lambda: client.do(method, **fields))
        for method, field, fields in (
            ("ListDisputes", "disputes", {}),
            ("ListDisputes", "disputes", {"order_by": "due_time", "filter": "open = true"}),
            ("ListEntries", "entries", {"parent": name, "page_size": 3}),
            ("ListEntries", "entries", {"parent": name, "view": "ENTRY_VIEW_FULL"}),
            ("ListDeadlines", "deadlines", {"parent": name}),
            ("ListExhibits", "exhibits", {"parent": name}),
            ("ListCalls", "calls", {"parent": name}),
            ("ListOffers", "offers", {"parent": name}),
            ("ListPayments", "payments", {"parent": name}),
            ("ListApprovals", "approvals", {"parent": name}),
            ("ListDocuments", "documents", {"parent": name}),
        ):
            yield self.told(lambda: client.pages(method, field, **fields))
        yield self.told(lambda: self.watched(client))
        # Every mark begins with the name of its compartment.
        for word in sorted(set().union(*READS.values())):
            fields = {"parent": name, "query": f'"{word.replace("_", " ")}"', "page_size": 7}
            yield self.told(lambda: client.pages("SearchEntries", "results", **fields))

    def watched(self, client) -> list:
        found = []
        call = client.stream("Watch", name=self.case.name)
        for message in call:
            found.append(message)
            if message.WhichOneof("step") == "current":
                break
        call.cancel()
        return found

    def entry_names(self, client) -> list[str]:
        try:
            entries = client.pages("ListEntries", "entries", parent=self.case.name)
        except Refusal:
            return []
        return [stubs.enum_name("Compartment", each.compartment) for each in entries]

    def heads(self, client) -> list[str]:
        try:
            heads = client.do("ListHeads", parent=self.case.name).heads
        except Refusal:
            return []
        return [stubs.enum_name("Compartment", each.compartment) for each in heads]

    def etag(self, role: str):
        """Heads and etag of what somebody sees; nothing for who sees nothing."""
        try:
            heads = self.people[role].do("ListHeads", parent=self.case.name).heads
            return [each.SerializeToString() for each in heads], self.case.seen_by(
                self.people[role]
            ).etag
        except Refusal:
            return None

    @staticmethod
    def told(read) -> str:
        try:
            return str(read())
        except Exception as error:  # whatever it says is looked at as well
            return str(error)


def _answers(history, dispute) -> list:
    kinds = ["ADMIT", "CONTEST", "SET_OFF", "HARDSHIP"]
    kind = history.dice.choice(kinds)
    return [
        {"item": each.number, "kind": f"ANSWER_KIND_{kind}", "ground": history.mark("CASE")}
        for each in dispute.items
    ]


def _note(history, role, dispute):
    places = {
        "claimant": ["PARTY_PRIVATE_CLAIMANT", "SETTLEMENT", "INTERNAL", "MEDIATION"],
        "respondent": ["PARTY_PRIVATE_RESPONDENT", "SETTLEMENT", "MEDIATION", "CAUCUS_RESPONDENT"],
    }
    place = history.dice.choice(places[role])
    return "AddNote", {"compartment": f"COMPARTMENT_{place}", "text": history.mark(place)}


def _call(history, role, dispute):
    place = history.dice.choice([PRIVATE[role], "CASE", "MEDIATION"])
    return "LogCall", {
        "direction": "DIRECTION_OUTGOING",
        "start_time": history.office.now,
        "duration_seconds": 60,
        "outcome": "CALL_OUTCOME_REACHED",
        "compartment": f"COMPARTMENT_{place}",
        "text": history.mark(place),
    }


def _exhibit(history, role, dispute):
    own = {
        "claimant": ["CASE", "SETTLEMENT", "MEDIATION", PRIVATE["claimant"], "CAUCUS_CLAIMANT"],
        "respondent": ["CASE", "SETTLEMENT", "MEDIATION", PRIVATE["respondent"]],
        "mediator": ["MEDIATION", "NEUTRAL_PRIVATE", "CAUCUS_RESPONDENT"],
        "arbitrator": ["CASE", "DELIBERATION"],
        "administrator": ["CASE"],
    }
    place = history.dice.choice(own[role])
    mark = history.mark(place)
    return "UploadExhibit", (mark.encode(), mark, place)


def _offer(history, role, dispute):
    amount = euros(history.dice.randrange(1, 1200))
    return "MakeOffer", {
        "terms": {
            "kind": "OFFER_KIND_LUMP_SUM",
            "amount": amount,
            "schedule": [{"number": 1, "due_date": history.office.day(20), "amount": amount}],
            "expires_in_days": 10,
            "conditions": history.mark("SETTLEMENT"),
        }
    }


def _offers_of_the_other(history, role) -> list:
    offers = history.people[role].pages("ListOffers", "offers", parent=history.case.name)
    side = {"claimant": 1, "respondent": 2}[role]
    return [each for each in offers if each.terms.by != side and each.state == 1]


def _reject(history, role, dispute):
    others = _offers_of_the_other(history, role)
    if not others:
        return None
    return "RejectOffer", {"offer": others[0].name, "reason": history.mark("SETTLEMENT")}


def _demand(history, role, dispute):
    if not dispute.reminders:
        return None
    return "ServeDemand", {
        "amount": history.case.quote(),
        "grace_days": 5,
        "channel": "CHANNEL_EMAIL",
        "instructions": history.mark("CASE"),
        "reminder": 1,
    }


def _consent(history, role, dispute):
    name = f"{history.case.name}/documents/ground-rules"
    rules = history.people[role].do("GetGroundRules", name=name)
    return "ConsentMediation", {"ground_rules_sha256": rules.sha256}


def _session(dispute, number=-1) -> str:
    return dispute.mediation.sessions[number].name


def _mediation_note(history, role, dispute):
    kind, side, place = history.dice.choice(
        [
            ("OWN", "SIDE_UNSPECIFIED", "NEUTRAL_PRIVATE"),
            ("SHARED", "SIDE_UNSPECIFIED", "MEDIATION"),
            ("CAUCUS", "SIDE_RESPONDENT", "CAUCUS_RESPONDENT"),
            ("CAUCUS", "SIDE_CLAIMANT", "CAUCUS_CLAIMANT"),
        ]
    )
    return "AddMediationNote", {
        "kind": f"MEDIATION_NOTE_KIND_{kind}",
        "side": side,
        "text": history.mark(place),
    }


def _nominate(history, role, dispute):
    seat = stubs.enum_name("Stage", dispute.stage)
    person = history.office.mediator if seat == "MEDIATION" else history.office.arbitrator
    return "NominateNeutral", {"member": person.member}


def _appoint(history, role, dispute):
    return "AppointNeutral", {"member": dispute.neutrals[-1].member}


def _demand_arbitration(history, role, dispute):
    return "DemandArbitration", {
        "basis": "ARBITRATION_BASIS_CONTRACT_CLAUSE",
        "agreement_exhibit": history.paper,
        "mediation_first": "MEDIATION_FIRST_NOT_REQUIRED",
        "fee_reference": "FEE-7",
        "relief": history.mark("CASE"),
        "etag": dispute.etag,
    }


def _order(history, role, dispute):
    return "IssueOrder", {
        "kind": "ORDER_KIND_EVIDENCE_TIMETABLE",
        "due_date": history.office.day(3),
        "text": history.mark("CASE"),
    }


def _award(history, role, dispute):
    return "IssueAward", {
        "items": [
            {"item": each.number, "disposition": "DISPOSITION_GRANTED", "amount": each.amount}
            for each in dispute.items
        ],
        "pay_by_date": history.office.day(30),
        "form": "AWARD_FORM_REASONED",
        "text": history.mark("CASE"),
        "etag": dispute.etag,
    }


def _reason(method: str, compartment: str, **fields):
    return lambda history, role, dispute: (
        method,
        {"reason": history.mark(compartment)} | fields,
    )


def _plain(method: str, **fields):
    return lambda history, role, dispute: (method, dict(fields))


ACTS = {
    "ADD_NOTE": _note,
    "LOG_CALL": _call,
    "ADD_EXHIBIT": _exhibit,
    "SEND_REMINDER": lambda h, r, d: (
        "SendReminder",
        {"channel": "CHANNEL_EMAIL", "text": h.mark("CASE")},
    ),
    "SERVE_DEMAND": _demand,
    "RESPOND": lambda h, r, d: ("Respond", {"answers": _answers(h, d)}),
    "DECLARE_IMPASSE": _reason("DeclareImpasse", "CASE"),
    "MAKE_OFFER": _offer,
    "REJECT_OFFER": _reject,
    "PROPOSE_MEDIATION": _reason("ProposeMediation", "MEDIATION"),
    "CONSENT_MEDIATION": _consent,
    "DECLINE_MEDIATION": _reason("DeclineMediation", "MEDIATION"),
    "WITHDRAW_MEDIATION": _reason("WithdrawMediation", "MEDIATION"),
    "DECLARE_MEDIATION_IMPASSE": _plain("DeclareMediationImpasse"),
    "NOMINATE_NEUTRAL": _nominate,
    "DISCLOSE_CONFLICTS": lambda h, r, d: (
        "DiscloseConflicts",
        {"has_conflict": False, "accepts_appointment": True, "text": h.mark("CASE")},
    ),
    "APPOINT_NEUTRAL": _appoint,
    "SCHEDULE_SESSION": lambda h, r, d: (
        "ScheduleSession",
        {"start_time": h.office.now + datetime.timedelta(hours=1)},
    ),
    "OPEN_SESSION": lambda h, r, d: ("OpenSession", {"session": _session(d), "attending": BOTH}),
    "END_SESSION": lambda h, r, d: ("EndSession", {"session": _session(d)}),
    "OPEN_CAUCUS": lambda h, r, d: (
        "OpenCaucus",
        {"session": _session(d), "side": h.dice.choice(BOTH)},
    ),
    "END_CAUCUS": lambda h, r, d: ("EndCaucus", {"session": _session(d)}),
    "ADD_MEDIATION_NOTE": _mediation_note,
    "DEMAND_ARBITRATION": _demand_arbitration,
    "ANSWER_DEMAND": lambda h, r, d: ("AnswerDemand", {"answers": _answers(h, d)}),
    "REQUEST_DEFAULT": _plain("RequestDefault"),
    "ISSUE_ORDER": _order,
    "CLOSE_RECORD": _plain("CloseRecord"),
    "ADD_DELIBERATION_NOTE": lambda h, r, d: (
        "AddDeliberationNote",
        {"text": h.mark("DELIBERATION")},
    ),
    "ISSUE_AWARD": _award,
    "ASSESS_PATH": lambda h, r, d: (
        "AssessPath",
        {"choice": "PATH_CHOICE_ARBITRATION", "reason": h.mark("INTERNAL")},
    ),
    "WRITE_OFF": lambda h, r, d: (
        ("WriteOff", {"reason": h.mark("INTERNAL"), "etag": d.etag})
        if h.dice.randrange(6) == 0
        else None
    ),
}
