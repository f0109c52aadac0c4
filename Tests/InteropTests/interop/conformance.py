"""What the conformance tests share: a connection past its preface, and what may come of a case."""

import struct

from hyperframe.frame import HeadersFrame, PingFrame, RstStreamFrame, SettingsFrame, WindowUpdateFrame

from interop import raw
from interop.raw import Raw, frame, message

PADDED, PRIORITIZED = 8, 32
NO_ERROR, PROTOCOL_ERROR, FLOW_CONTROL_ERROR, STREAM_CLOSED, FRAME_SIZE_ERROR = 0, 1, 3, 5, 6
REFUSED_STREAM, CANCEL, COMPRESSION_ERROR = 7, 8, 9
PUSH_PROMISE = 5

METHOD = (":method", "POST")
SCHEME = (":scheme", "http")
PATH = (":path", raw.EMPTY)
AUTHORITY = (":authority", "localhost")
TYPE = ("content-type", "application/grpc")
FIELDS = (METHOD, SCHEME, PATH, AUTHORITY, TYPE, ("te", "trailers"))


class Peer(Raw):
    """A client past preface and SETTINGS, both ways."""

    def __init__(self, program, *, settings=b""):
        super().__init__(program, settings=settings)
        first = self.next()
        assert isinstance(first, SettingsFrame) and "ACK" not in first.flags, first
        self.server_settings = first.settings
        self.send(frame(raw.SETTINGS, raw.ACK, 0))
        while not (isinstance(found := self.next(), SettingsFrame) and "ACK" in found.flags):
            assert found is not None, "our SETTINGS are not acknowledged"

    def next(self, timeout=30.0):
        """As in Raw, without the windows of the connection, of which no case depends."""
        while (found := super().next(timeout)) is not None:
            if not (isinstance(found, WindowUpdateFrame) and found.stream_id == 0):
                return found
        return None

    def block(self, *fields) -> bytes:
        """A header block of these fields, or of a request's."""
        return self.encoder.encode(list(fields or FIELDS), huffman=False)

    def head(self, stream: int, *fields, end=False, flags=0) -> bytes:
        """A HEADERS frame with the whole block."""
        flags |= raw.END_HEADERS | (raw.END_STREAM if end else 0)
        return frame(raw.HEADERS, flags, stream, self.block(*fields))

    def body(self, stream: int, content=None, end=True) -> bytes:
        """A DATA frame, of an empty message unless told otherwise."""
        flags = raw.END_STREAM if end else 0
        return frame(raw.DATA, flags, stream, message() if content is None else content)

    def get(self, stream: int, method="GET") -> bytes:
        """A request that is not gRPC's: its answer has a body of plain text."""
        fields = ((":method", method), SCHEME, (":path", "/"), AUTHORITY)
        return self.head(stream, *fields, end=True)

    # What may come of it

    def answered(self, stream: int) -> None:
        """The call on this stream ends with status OK."""
        found = self.answer(stream)
        assert found.get("grpc-status") == "0", (found, self.goaway)

    def goes_on(self) -> None:
        """The connection is as good as before."""
        self.send(frame(raw.PING, 0, 0, b"goes on?"))
        while not isinstance(found := self.next(), PingFrame):
            assert found is not None, f"the connection ended: {self.goaway}"
        assert "ACK" in found.flags and found.opaque_data == b"goes on?"

    def ends_with(self, *codes: int) -> None:
        """A connection error: GOAWAY with one of these codes, and then the end."""
        self.drain()
        assert self.goaway is not None, "no GOAWAY came"
        assert self.goaway.error_code in codes, self.goaway
        assert self.closed

    def is_reset(self, stream: int, *codes: int) -> None:
        """A stream error: RST_STREAM with one of these codes, and the connection goes on."""
        while not (isinstance(found := self.next(), RstStreamFrame) and found.stream_id == stream):
            assert found is not None, f"no RST_STREAM came: {self.goaway}"
        assert found.error_code in codes, found
        self.goes_on()

    def head_of(self, stream: int) -> dict[str, str]:
        """The fields of the next HEADERS of this stream."""
        while True:
            found = self.next()
            assert found is not None, f"no HEADERS came: {self.goaway}"
            if isinstance(found, HeadersFrame):
                decoded = dict(self.decoder.decode(found.data))
                if found.stream_id == stream:
                    return {str(key): str(value) for key, value in decoded.items()}

    def data_of(self, stream: int, timeout=30.0) -> bytes | None:
        """The next DATA of this stream; None when nothing comes in time."""
        while (found := self.next(timeout)) is not None:
            if found.type == raw.DATA and found.stream_id == stream:
                return found.data
        return None


def setting(identifier: int, value: int) -> bytes:
    """One entry of a SETTINGS frame."""
    return struct.pack(">HI", identifier, value)


def window(increment: int, stream=0) -> bytes:
    """A WINDOW_UPDATE frame."""
    return frame(raw.WINDOW_UPDATE, 0, stream, struct.pack(">I", increment))


def reset(stream: int, code=CANCEL) -> bytes:
    """An RST_STREAM frame."""
    return frame(raw.RST_STREAM, 0, stream, struct.pack(">I", code))


def priority(stream: int, on=0, weight=15, exclusive=False) -> bytes:
    """A PRIORITY frame."""
    return frame(raw.PRIORITY, 0, stream, dependency(on, weight, exclusive))


def dependency(on: int, weight=15, exclusive=False) -> bytes:
    """The five bytes that PRIORITY and HEADERS say it with."""
    return struct.pack(">IB", on | (0x80000000 if exclusive else 0), weight)


class Cases(dict):
    """Cases by the number the public suite h2spec has for them."""

    def __call__(self, number: str):
        def add(run):
            assert number not in self, number
            self[number] = run
            return run

        return add
