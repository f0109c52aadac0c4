"""Clients that write all kinds of things until the server is gone."""

import copy
import datetime
import random
import threading
import uuid

import grpc

from ledger import Ledger, Write
from parley_client import stubs
from parley_client.case import upload
from parley_client.client import Client
from parley_client.office import Office, euros, filing
from parley_client.refusal import Refusal


class Pattern:
    """What a filing looks like, asked once for all clients."""

    def __init__(self, office: Office):
        self.filing = filing(office)
        self.yesterday = office.now - datetime.timedelta(days=1)
        self.value_date = office.day(-1)

    def new(self, mark: str) -> dict:
        fields = copy.deepcopy(self.filing)
        fields["items"][0]["reference"] = mark
        return fields


class Gone(Exception):
    """The server does not answer any more."""


class Worker(threading.Thread):
    """One client with its own session, connection and ledger."""

    def __init__(self, client: Client, ledger: Ledger, pattern: Pattern, shared: str, seed: int):
        super().__init__(daemon=True)
        self.client = client
        self.ledger = ledger
        self.pattern = pattern
        self.shared = shared
        self.random = random.Random(seed)
        self.open: list[str] = []
        self.acknowledge = lambda: None

    def run(self) -> None:
        acts = [self._create] * 2 + [self._note] * 3 + [self._shared_note] * 3
        acts += [self._remind, self._call, self._exhibit, self._pay, self._withdraw]
        try:
            while True:
                act = self.random.choice(acts) if self.open else self._create
                act()
        except Gone:
            pass

    def _create(self) -> None:
        mark = fresh()
        change = self._write("CreateDispute", mark, **self.pattern.new(mark))
        self._write("FileDispute", "", name=change.dispute.name)
        self.open.append(change.dispute.name)

    def _note(self, dispute: str = "") -> None:
        mark = fresh()
        fields = {"compartment": "COMPARTMENT_PARTY_PRIVATE_CLAIMANT", "text": f"Note {mark}"}
        self._write("AddNote", mark, name=dispute or self._one(), **fields)

    def _shared_note(self) -> None:
        self._note(self.shared)

    def _remind(self) -> None:
        mark = fresh()
        fields = {"channel": "CHANNEL_EMAIL", "text": f"Reminder {mark}"}
        self._write("SendReminder", mark, name=self._one(), **fields)

    def _call(self) -> None:
        mark = fresh()
        fields = {
            "direction": "DIRECTION_OUTGOING",
            "start_time": self.pattern.yesterday,
            "duration_seconds": 60,
            "outcome": "CALL_OUTCOME_REACHED",
            "text": f"Call {mark}",
        }
        self._write("LogCall", mark, name=self._one(), **fields)

    def _pay(self) -> None:
        mark = fresh()
        fields = {
            "amount": euros(0, 1),
            "value_date": self.pattern.value_date,
            "method": "PAYMENT_METHOD_BANK_TRANSFER",
            "bank_reference": mark,
        }
        self._write("PostPayment", mark, name=self._one(), **fields)

    def _exhibit(self) -> None:
        mark, dispute = fresh(), self._one()
        content = self.random.randbytes(self.random.randrange(1, 8_000))
        messages = list(upload(dispute, content, f"Exhibit {mark}"))
        self._send(Write(fresh(), "UploadExhibit", encoded(messages), mark, dispute))

    def _withdraw(self) -> None:
        dispute = self.open.pop(self.random.randrange(len(self.open)))
        etag = self._read("GetDispute", name=dispute).etag
        self._write("WithdrawDispute", "", name=dispute, etag=etag, reason="Paid in cash.")

    def _one(self) -> str:
        return self.random.choice(self.open)

    def _read(self, method: str, /, **fields):
        try:
            return self.client.do(method, **fields)
        except Refusal as refusal:
            if refusal.reason:
                raise
            raise Gone from None

    def _write(self, method: str, mark: str, /, **fields):
        request = self.client.request(method, **fields)
        dispute = "" if method == "CreateDispute" else request.name
        return self._send(Write(fresh(), method, encoded([request]), mark, dispute))

    def _send(self, write: Write):
        self.ledger.invoke(write)
        try:
            answer = send(self.client, write)
        except Refusal as refusal:
            if refusal.reason:
                self.ledger.fail(write, refusal.reason)
            else:
                self.ledger.unknown(write)
            raise Gone from None
        change = change_of(write, answer)
        self.ledger.ok(write, answer, change.dispute.name, change.receipts)
        self.acknowledge()
        return change


def fresh() -> str:
    return uuid.uuid4().hex


def encoded(messages: list) -> list[bytes]:
    return [each.SerializeToString() for each in messages]


def send(client: Client, write: Write) -> bytes:
    """Sends a write, or sends it again, and answers the bytes of the answer."""
    method = stubs.load()[write.method]
    kind = client.channel.stream_unary
    requests: object = iter(write.requests)
    if not method.descriptor.client_streaming:
        kind, requests = client.channel.unary_unary, write.requests[0]
    call = kind(method.path, request_serializer=bytes, response_deserializer=bytes)
    try:
        return call(requests, timeout=30, metadata=client.call_metadata)
    except grpc.RpcError as error:
        raise Refusal(error) from None


def change_of(write: Write, answer: bytes):
    """The change that an answer tells of."""
    message = stubs.load()[write.method].response.FromString(answer)
    return getattr(message, "change", message)
