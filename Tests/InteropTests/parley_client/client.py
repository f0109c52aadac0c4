"""One caller: a channel over TLS and, once enrolled, the token of a session."""

import uuid
from typing import Any

import grpc

from parley_client import stubs
from parley_client.refusal import Refusal

CALL_SECONDS = 30.0


class Client:
    """Calls the RPCs by their names, with the fields of the request as keywords."""

    def __init__(self, server, token: str | None = None):
        self.server = server
        self.token = token
        self.member = ""
        self._methods = stubs.load()
        self._stubs: dict[type, Any] = {}
        # A connection of its own, as callers on different machines have.
        options = [
            ("grpc.use_local_subchannel_pool", 1),
            ("grpc.initial_reconnect_backoff_ms", 100),
            ("grpc.max_reconnect_backoff_ms", 500),
            ("grpc.enable_retries", 0),
        ]
        roots = grpc.ssl_channel_credentials(server.certificate.read_bytes())
        self.channel = grpc.secure_channel(server.target, roots, options)

    @property
    def call_metadata(self) -> list[tuple[str, str]]:
        return [("authorization", f"Bearer {self.token}")] if self.token else []

    def request(self, method: str, /, **fields):
        """The request, with a fresh id where it takes one and none is given."""
        kind = self._methods[method].request
        if "request_id" in kind.DESCRIPTOR.fields_by_name:
            fields.setdefault("request_id", str(uuid.uuid4()))
        return kind(**fields)

    def do(self, method: str, /, *, timeout: float = CALL_SECONDS, **fields):
        """Calls a unary RPC. Raises `Refusal`."""
        return self.send(method, self.request(method, **fields), timeout=timeout)

    def send(self, method: str, request, *, timeout: float = CALL_SECONDS):
        """Sends a request as it is. Raises `Refusal`."""
        try:
            return self._callable(method)(
                request, timeout=timeout, metadata=self.call_metadata
            )
        except grpc.RpcError as error:
            raise Refusal(error) from None

    def raw(self, method: str, request, *, timeout: float = CALL_SECONDS) -> bytes:
        """The bytes of the answer as they came. Raises `Refusal`."""
        call = self.channel.unary_unary(
            self._methods[method].path,
            request_serializer=type(request).SerializeToString,
            response_deserializer=bytes,
        )
        try:
            return call(request, timeout=timeout, metadata=self.call_metadata)
        except grpc.RpcError as error:
            raise Refusal(error) from None

    def refused(self, method: str, /, **fields) -> Refusal:
        """The refusal of a call that must be refused."""
        try:
            answer = self.do(method, **fields)
        except Refusal as refusal:
            return refusal
        raise AssertionError(f"{method} was not refused but answered {answer}")

    def refused_stream(self, method: str, /, **fields) -> Refusal:
        """The refusal of a server stream that must be refused."""
        try:
            answers = list(self.stream(method, **fields))
        except grpc.RpcError as error:
            return Refusal(error)
        raise AssertionError(f"{method} was not refused but answered {len(answers)} messages")

    def refused_send_stream(self, method: str, requests) -> Refusal:
        """A client-streaming call that must be refused."""
        try:
            answer = self.send_stream(method, requests)
        except Refusal as refusal:
            return refusal
        raise AssertionError(f"{method} was not refused but answered {answer}")

    def stream(self, method: str, *, timeout: float | None = CALL_SECONDS, **fields):
        """Opens a server stream; iterating raises `grpc.RpcError`."""
        return self._callable(method)(
            self.request(method, **fields), timeout=timeout, metadata=self.call_metadata
        )

    def send_stream(self, method: str, requests, *, timeout: float = CALL_SECONDS):
        """Calls a client-streaming RPC. Raises `Refusal`."""
        try:
            return self._callable(method)(
                iter(requests), timeout=timeout, metadata=self.call_metadata
            )
        except grpc.RpcError as error:
            raise Refusal(error) from None

    def pages(self, method: str, field: str, **fields) -> list:
        """All pages of a listing."""
        found: list = []
        token = ""
        while True:
            answer = self.do(method, page_token=token, **fields)
            found += getattr(answer, field)
            token = answer.next_page_token
            if not token:
                return found

    def enrol(self, code: str, display_name: str) -> "Client":
        """Redeems a one-time code and goes on as who that makes."""
        answer = self.do("Enrol", code=code, display_name=display_name, label="outside test")
        self.token = answer.token
        self.member = answer.member.name
        return self

    def close(self) -> None:
        self.channel.close()

    def _callable(self, method: str):
        stub = self._methods[method].stub
        if stub not in self._stubs:
            self._stubs[stub] = stub(self.channel)
        return getattr(self._stubs[stub], method.split(".")[-1])
