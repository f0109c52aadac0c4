"""HTTP/2 written frame by frame over a socket, for what no library sends."""

import socket
import ssl
import struct
import time

from hpack import Decoder, Encoder
from hyperframe.frame import Frame, GoAwayFrame, HeadersFrame, RstStreamFrame

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, PRIORITY, RST_STREAM, SETTINGS, PING, GOAWAY, WINDOW_UPDATE, CONTINUATION = (
    0, 1, 2, 3, 4, 6, 7, 8, 9
)  # fmt: skip
END_STREAM, ACK, END_HEADERS = 1, 1, 4
UNARY = "/grpc.testing.TestService/UnaryCall"
EMPTY = "/grpc.testing.TestService/EmptyCall"
OUTPUT = "/grpc.testing.TestService/StreamingOutputCall"
DUPLEX = "/grpc.testing.TestService/FullDuplexCall"


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    """One frame as it goes over the wire."""
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def message(content: bytes = b"", *, flag: int = 0, length: int | None = None) -> bytes:
    """A gRPC message with its prefix, which may lie."""
    return struct.pack(">BI", flag, len(content) if length is None else length) + content


class Raw:
    """A connection to a program. Nothing is sent that is not asked for."""

    def __init__(self, program, *, preface=True, settings=b""):
        self.socket = socket.create_connection(("127.0.0.1", program.port), timeout=30)
        if program.identity:
            context = ssl.create_default_context(cafile=program.identity.certificate)
            context.set_alpn_protocols(["h2"])
            self.socket = context.wrap_socket(self.socket, server_hostname="localhost")
        self.encoder = Encoder()
        self.decoder = Decoder()
        self.buffer = b""
        self.goaway: GoAwayFrame | None = None
        self.closed = False
        if preface:
            self.send(PREFACE + frame(SETTINGS, 0, 0, settings))

    def send(self, data: bytes) -> bool:
        """Sends; answers whether the connection still took it."""
        try:
            self.socket.sendall(data)
            return True
        except (OSError, ssl.SSLError):
            self.closed = True
            return False

    def request(
        self, stream: int, path=EMPTY, *, extra=(), body: bytes | None = message(), end=True
    ) -> bytes:
        """The frames of a request; without a body, of its head alone."""
        fields = [
            (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"),
            ("content-type", "application/grpc"), ("te", "trailers"), *extra,
        ]  # fmt: skip
        head = frame(HEADERS, END_HEADERS, stream, self.encoder.encode(fields, huffman=False))
        return head if body is None else head + frame(DATA, END_STREAM if end else 0, stream, body)

    def next(self, timeout=30.0) -> Frame | None:
        """The next frame; None when the connection ended or nothing came in time."""
        end = time.monotonic() + timeout
        while True:
            if len(self.buffer) >= 9:
                parsed, length = Frame.parse_frame_header(memoryview(self.buffer[:9]))
                if len(self.buffer) >= 9 + length:
                    parsed.parse_body(memoryview(self.buffer[9 : 9 + length]))
                    self.buffer = self.buffer[9 + length :]
                    if isinstance(parsed, GoAwayFrame):
                        self.goaway = parsed
                    return parsed
            self.socket.settimeout(max(0.001, end - time.monotonic()))
            try:
                received = self.socket.recv(65_536)
            except TimeoutError:
                return None
            except (OSError, ssl.SSLError):
                received = b""
            if not received:
                self.closed = True
                return None
            self.buffer += received

    def answer(self, stream: int, timeout=30.0) -> dict[str, str]:
        """Headers and trailers of one stream, with `reset` where it was reset."""
        fields: dict[str, str] = {}
        while (found := self.next(timeout)) is not None:
            if isinstance(found, HeadersFrame):
                decoded = self.decoder.decode(found.data)
                if found.stream_id == stream:
                    fields |= {str(key): str(value) for key, value in decoded}
            if found.stream_id != stream:
                continue
            if isinstance(found, RstStreamFrame):
                fields["reset"] = str(found.error_code)
                return fields
            if "END_STREAM" in found.flags:
                return fields
        return fields

    def drain(self, seconds=30.0) -> None:
        """Reads until the connection ends or the time is over."""
        end = time.monotonic() + seconds
        while not self.closed and time.monotonic() < end:
            self.next(end - time.monotonic())

    def close(self) -> None:
        self.socket.close()

    def __enter__(self) -> "Raw":
        return self

    def __exit__(self, *_) -> None:
        self.close()
