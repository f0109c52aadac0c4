"""Random histories of one dispute: everybody does what he may, and every word is marked with the
compartment it belongs to, so that a leak shows wherever it comes out."""

import datetime
import random
import re

import bundles
from parley_client import stubs
from parley_client.case import Case, upload
from parley_client.office import Office, euros
from parley_client.refusal import Refusal

SEALERS = {"arbitrator", "administrator"}
FULL_MARK = re.compile(r"<<[A-Z_]+#\d+>>")
SIDE_OF = {"SIDE_CLAIMANT": "claimant", "SIDE_RESPONDENT": "respondent"}
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


def compartment_of(mark: str) -> str:
    return mark[2:].split("#")[0]


def plain(answer) -> str:
    """An answer as it came, byte for byte: marks are ASCII, and stand in it as they were written."""
    if isinstance(answer, list):
        return "".join(plain(each) for each in answer)
    return answer.SerializeToString().decode("latin-1") if hasattr(answer, "DESCRIPTOR") else str(answer)


class History:
    """One dispute on its random way, and what everybody sees of it."""

    def __init__(self, office: Office, auditor, seed: int):
        self.office = office
        self.dice = random.Random(seed)
        # Marks of other histories have been looked at by those.
        self.seed = 1000 + seed
        self.own_mark = re.compile(rf"<<[A-Z_]+#{self.seed}\d{{4}}>>")
        self.marks = 0
        self.done: list[str] = []
        # What was written, mark by mark, and by whom; and what became of it. All of it is kept here,
        # from what was asked and granted, and none of it is read from the server's own rules.
        self.written: dict[str, str] = {}
        self.waivers: dict[str, dict] = {}
        self.opened: set[str] = set()
        # Those of them that came in under a waiver.
        self.admitted: set[str] = set()
        self.erased: set[str] = set()
        self.erasures: dict[str, set[str]] = {}
        self.exhibits: dict[str, set[str]] = {}
        self.sealed: dict[str, set[str]] = {}
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
        self.paper_mark = self.mark("CASE")
        self.written[self.paper_mark] = "claimant"
        self.paper = self.case.exhibit(office.broker, b"A paper.", self.paper_mark).name
        self.exhibits[self.paper] = {self.paper_mark}
        self.source = ""
        # By turns from the filing, in a mediation, in an arbitration, and in one after a mediation in
        # which everybody has said something.
        if seed % 4:
            self._negotiate()
        if seed % 2:
            self._mediate()
        if seed % 4 == 3:
            self._talk()
        if seed % 4 >= 2:
            self._arbitrate()

    def _negotiate(self) -> None:
        self.case.demand()
        self.case.contest(self.people["respondent"])
        self.office.advance(days=16)

    def _mediate(self) -> None:
        broker, client = self.people["claimant"], self.people["respondent"]
        why = self.mark("MEDIATION")
        self.written[why] = "claimant"
        self.case.act(broker, "ProposeMediation", reason=why)
        rules = broker.do("GetGroundRules", name=f"{self.case.name}/documents/ground-rules")
        for party in (broker, client):
            self.case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
        self.case.appoint(self.people["mediator"])

    def _talk(self) -> None:
        for role in ("claimant", "respondent"):
            for place in ("MEDIATION", f"CAUCUS_{role.upper()}"):
                text = self.mark(place)
                self.written[text] = role
                note = {"compartment": f"COMPARTMENT_{place}", "text": text}
                self.case.act(self.people[role], "AddNote", **note)
        for kind, place in (("SHARED", "MEDIATION"), ("OWN", "NEUTRAL_PRIVATE")):
            text = self.mark(place)
            self.written[text] = "mediator"
            note = {"kind": f"MEDIATION_NOTE_KIND_{kind}", "text": text}
            self.case.act(self.people["mediator"], "AddMediationNote", **note)
        self.case.act(self.people["mediator"], "DeclareMediationImpasse")

    def _arbitrate(self) -> None:
        self.case.demand_arbitration(self.paper, "MEDIATION_FIRST_NOT_REQUIRED")
        answers = [{"item": 1, "kind": "ANSWER_KIND_CONTEST"}]
        self.case.act(self.people["respondent"], "AnswerDemand", answers=answers)
        self.case.appoint(self.people["arbitrator"])

    def mark(self, compartment: str) -> str:
        self.marks += 1
        return f"<<{compartment}#{self.seed}{self.marks:04}>>"

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
        # A waiver takes several people, each in turn.
        known += [each for each in known if each.endswith("_WAIVER")] * 2
        action = self.dice.choice(known)
        try:
            made = ACTS[action](self, role, dispute)
            if made is None:
                return
            method, fields = made
            if method == "UploadExhibit":
                content, title, compartment = fields
                answer = self.people[role].send_stream(
                    method, upload(self.case.name, content, title, compartment)
                )
            else:
                answer = self.people[role].do(method, name=self.case.name, **fields)
            self.done.append(action)
            self.note(role, method, fields, answer)
            self.check_answer(role, answer)
        except Refusal as refusal:
            # What is refused says nothing it should not, in the details either.
            self.check_text(role, f"{refusal} {refusal.status}")

    def note(self, role: str, method: str, fields, answer) -> None:
        """What the act means for who may read what."""
        marks = set(FULL_MARK.findall(str(fields)))
        self.written |= {each: role for each in marks - set(self.written)}
        change = getattr(answer, "change", answer)
        if method == "UploadExhibit":
            self.exhibits[change.created] = marks
        elif method == "ProposeWaiver":
            covered = {each for each in self.written if compartment_of(each) == "MEDIATION"}
            self.waivers[change.created] = {"covers": covered - marks, "by": {role}}
        elif method == "SignWaiver":
            waiver = self.waivers[fields["waiver"]]
            waiver["by"].add("mediator+" if fields.get("own_notes") else role)
            self._open(waiver)
        elif method == "PublishNote":
            published = set(FULL_MARK.findall(self.source))
            self.opened |= published
            self.exhibits[change.created] = published | marks
        elif method == "SealExhibit":
            readers = {SIDE_OF[each] for each in fields.get("readers", [])}
            self.sealed[fields["exhibit"]] = readers
        elif method == "StrikeExhibit":
            self.sealed[fields["exhibit"]] = set()
        elif method == "UnsealExhibit":
            self.sealed.pop(fields["exhibit"], None)
        elif method == "RequestErasure":
            self.erasures[change.created] = set(FULL_MARK.findall(self.source))
        elif method == "GrantErasure":
            # A copy that came into the case before is an entry of its own.
            self.erased |= self.erasures[fields["erasure"]] - self.opened

    def _open(self, waiver) -> None:
        if not {"claimant", "respondent"} <= waiver["by"]:
            return
        is_joined = bool({"mediator", "mediator+"} & waiver["by"])
        for mark in waiver["covers"] - self.erased:
            if self.written[mark] != "mediator" or is_joined:
                self.opened.add(mark)
                self.admitted.add(mark)
        if "mediator+" in waiver["by"]:
            own = {each for each in self.written if compartment_of(each) == "NEUTRAL_PRIVATE"}
            self.opened |= own - self.erased

    def may_read(self, role: str, mark: str) -> bool:
        if mark in self.erased:
            return False
        reads = READS[role]
        if compartment_of(mark) != "CASE" and compartment_of(mark) in reads:
            return True
        if "CASE" not in reads or (compartment_of(mark) != "CASE" and mark not in self.opened):
            return False
        # A note that was published twice stands in two exhibits: one that is not sealed is enough.
        holding = [name for name, marks in self.exhibits.items() if mark in marks]
        return mark in self.admitted or not holding or any(
            role in self.sealed.get(name, set(READS)) | SEALERS for name in holding
        )

    def check_answer(self, role: str, answer) -> None:
        """What an answer to a change says, and of which chains it gives receipts."""
        self.check_text(role, str(answer))
        seen = READS[role] | HEADERS.get(role, set())
        for receipt in getattr(answer, "change", answer).receipts:
            place = stubs.enum_name("Compartment", receipt.compartment)
            assert place in seen, f"{role} got a receipt of {place}: {self.done}"

    def check(self) -> None:
        """Every read path of everybody, against what that person may read."""
        for role, client in self.people.items():
            for text in self.reads(client):
                self.check_text(role, text)
            seen = READS[role] | HEADERS.get(role, set())
            for name in self.entry_names(client) + self.heads(client):
                assert name in seen, f"{role} sees that {name} holds something: {self.done}"
        for role in ("claimant", "respondent"):
            self.check_alone(bundles.told(
                bundles.export(self.people[role], self.case.name, all_seen=False)))

    def check_alone(self, text: str) -> None:
        """A bundle of the case file alone has nothing that was said elsewhere and not opened."""
        told = set(self.own_mark.findall(text))
        beside = {each for each in told if compartment_of(each) != "CASE"} - self.opened
        assert told and not beside, f"the case file alone tells of {beside}: {self.done}"

    def check_text(self, role: str, text: str) -> None:
        told = set(self.own_mark.findall(text))
        leaked = {each for each in told if not self.may_read(role, each)}
        assert not leaked, f"{role} was told of {leaked}: {self.done}"

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
        yield from self.downloads(client)
        yield self.told(lambda: bundles.told(bundles.export(client, name)))

    def downloads(self, client):
        """The files of all exhibits anybody filed, asked for by name by everybody."""
        for exhibit in self.exhibits:
            pieces = self.told(
                lambda: b"".join(p.data for p in client.stream("DownloadExhibit", name=exhibit))
            )
            yield pieces

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
            return plain(read())
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


def _propose_waiver(history, role, dispute):
    return "ProposeWaiver", {"whole": True, "reason": history.mark("MEDIATION")}


def _sign_waiver(history, role, dispute):
    open_ones = [each for each in dispute.waivers if each.state != 3]
    if not open_ones:
        return None
    fields = {"waiver": history.dice.choice(open_ones).name}
    if role == "mediator" and history.dice.randrange(2):
        fields["own_notes"] = True
    return "SignWaiver", fields


def _withdraw_waiver(history, role, dispute):
    proposed = [each for each in dispute.waivers if each.state == 1]
    if not proposed or history.dice.randrange(4):
        return None
    return "WithdrawWaiver", {"waiver": proposed[0].name}


def _publish(history, role, dispute):
    """A note of the role's own side, or of somebody else where that is refused."""
    entries = history.people[role].pages("ListEntries", "entries", parent=history.case.name)
    notes = [each for each in entries if each.event == "NOTE_ADDED" and each.words]
    if not notes:
        return None
    note = history.dice.choice(notes)
    history.source = str(note.words)
    return "PublishNote", {
        "kind": "NOTE_KIND_NOTE",
        "compartment": note.compartment,
        "number": int(note.words[0].path.split(".")[1]),
        "title": history.mark("CASE"),
    }


def _request_erasure(history, role, dispute):
    """An entry that holds its marks alone: a note, a call or an exhibit."""
    kinds = {"NOTE_ADDED", "MEDIATION_NOTE_ADDED", "CALL_LOGGED", "EXHIBIT_ADDED"}
    entries = history.people[role].pages("ListEntries", "entries", parent=history.case.name)
    held = [each for each in entries if each.event in kinds and FULL_MARK.search(str(each.words))]
    # An award and its rules of evidence rest on the first paper.
    held = [each for each in held if history.paper_mark not in str(each.words)]
    if not held:
        return None
    entry = history.dice.choice(held)
    history.source = str(entry.words)
    return "RequestErasure", {
        "target": entry.name,
        "basis": "ERASURE_BASIS_COURT_ORDER",
        "reason": "By order of the court.",
    }


def _grant_erasure(history, role, dispute):
    waiting = [each for each in dispute.erasures if each.state == 1]
    if not waiting:
        return None
    return "GrantErasure", {"erasure": history.dice.choice(waiting).name}


def _of_the_case(history) -> list[str]:
    return [each for each in history.exhibits if "/exhibits/case-" in each]


def _seal(history, role, dispute):
    exhibits = _of_the_case(history)
    if not exhibits:
        return None
    return "SealExhibit", {
        "exhibit": history.dice.choice(exhibits),
        "readers": history.dice.choice([[], ["SIDE_CLAIMANT"], ["SIDE_RESPONDENT"], BOTH]),
        "reason": history.mark("CASE"),
    }


def _strike(history, role, dispute):
    exhibits = _of_the_case(history)
    if not exhibits or history.dice.randrange(3):
        return None
    return "StrikeExhibit", {
        "exhibit": history.dice.choice(exhibits),
        "reason": history.mark("CASE"),
    }


def _unseal(history, role, dispute):
    if not history.sealed:
        return None
    return "UnsealExhibit", {
        "exhibit": history.dice.choice(sorted(history.sealed)),
        "reason": history.mark("CASE"),
    }


ACTS = {
    "PROPOSE_WAIVER": _propose_waiver,
    "SIGN_WAIVER": _sign_waiver,
    "WITHDRAW_WAIVER": _withdraw_waiver,
    "PUBLISH_NOTE": _publish,
    "REQUEST_ERASURE": _request_erasure,
    "GRANT_ERASURE": _grant_erasure,
    "SEAL_EXHIBIT": _seal,
    "STRIKE_EXHIBIT": _strike,
    "UNSEAL_EXHIBIT": _unseal,
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
