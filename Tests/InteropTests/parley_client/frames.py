"""Requests made frame by frame, for what no honest client sends."""

import socket
import ssl
import struct

import h2.config
import h2.connection
import h2.events

HEALTH = "/grpc.health.v1.Health/Check"
WAIT_SECONDS = 10.0


class Answer:
    """What came back on one stream, or over the whole connection."""

    def __init__(self):
        self.headers: dict[str, str] = {}
        self.data = b""
        self.reset: int | None = None
        self.closed = False

    @property
    def status(self) -> int | None:
        """The gRPC status, where one came."""
        value = self.headers.get("grpc-status")
        return None if value is None else int(value)


def message(content: bytes = b"", *, flag: int = 0, length: int | None = None) -> bytes:
    """A gRPC message with its prefix, which may lie."""
    return struct.pack(">BI", flag, len(content) if length is None else length) + content


class Frames:
    """One HTTP/2 connection over TLS whose headers nobody corrects."""

    def __init__(self, server):
        context = ssl.create_default_context(cafile=str(server.certificate))
        context.set_alpn_protocols(["h2"])
        plain = socket.create_connection(("127.0.0.1", server.port), timeout=WAIT_SECONDS)
        self.socket = context.wrap_socket(plain, server_hostname="localhost")
        self.connection = h2.connection.H2Connection(
            h2.config.H2Configuration(
                header_encoding="utf-8",
                validate_outbound_headers=False,
                normalize_outbound_headers=False,
            )
        )
        self.connection.initiate_connection()
        self._flush()

    def ask(self, extra=(), body: bytes = message(), *, path=HEALTH, finish=True, **pseudo):
        """Sends one request and answers what came back before the stream ended."""
        fields = {":method": "POST", ":scheme": "https", ":authority": "localhost"} | {
            f":{key}": value for key, value in pseudo.items()
        }
        headers = [*fields.items(), (":path", path)]
        kind = ("content-type", "application/grpc")
        headers += [kind] if not any(key == kind[0] for key, _ in extra) else []
        headers += [("te", "trailers"), *extra]
        stream = self.connection.get_next_available_stream_id()
        self.connection.send_headers(stream, headers)
        self.connection.send_data(stream, body, end_stream=finish)
        self._flush()
        return self._read(stream)

    def close(self) -> None:
        self.socket.close()

    def __enter__(self) -> "Frames":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def _read(self, stream: int) -> Answer:
        answer = Answer()
        while True:
            try:
                received = self.socket.recv(65_536)
            except (ConnectionError, ssl.SSLError):
                received = b""
            if not received:
                answer.closed = True
                return answer
            for event in self.connection.receive_data(received):
                if self._note(event, stream, answer):
                    return answer
            self._flush()

    def _note(self, event, stream: int, answer: Answer) -> bool:
        """Notes an event; answers whether it is the last of the stream."""
        if isinstance(event, h2.events.ConnectionTerminated):
            answer.closed = True
            return True
        if getattr(event, "stream_id", None) != stream:
            return False
        if isinstance(event, (h2.events.ResponseReceived, h2.events.TrailersReceived)):
            answer.headers |= dict(event.headers)
        if isinstance(event, h2.events.DataReceived):
            answer.data += event.data
            self.connection.acknowledge_received_data(event.flow_controlled_length, stream)
        if isinstance(event, h2.events.StreamReset):
            answer.reset = event.error_code
            return True
        return isinstance(event, h2.events.StreamEnded)

    def _flush(self) -> None:
        try:
            self.socket.sendall(self.connection.data_to_send())
        except (ConnectionError, ssl.SSLError):
            # What the server said before it closed is still to be read.
            pass
