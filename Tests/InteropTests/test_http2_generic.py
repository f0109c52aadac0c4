"""What RFC 9113 and RFC 7541 let any client do, and what RFC 7541 forbids. The numbers are those the
public suite h2spec gives the same cases (`generic/…` and `hpack/…`); the code is our own."""

import pytest
from hpack.huffman_constants import REQUEST_CODES, REQUEST_CODES_LENGTH
from hpack.huffman import HuffmanEncoder

from interop import identity, program, raw
from interop.conformance import (
    COMPRESSION_ERROR, PADDED, PRIORITIZED, Cases, Peer, dependency, priority, reset, window,
)  # fmt: skip
from interop.raw import Raw, frame, message

generic = Cases()
hpack = Cases()
HUFFMAN = HuffmanEncoder(REQUEST_CODES, REQUEST_CODES_LENGTH)


@pytest.fixture(scope="module", params=["cleartext", "tls"])
def server(request, tmp_path_factory):
    own = identity.make(tmp_path_factory.mktemp("identity"), "localhost")
    with program.Program(identity=own if request.param == "tls" else None) as running:
        yield running


def test_generic_1_1_the_server_begins_with_settings(server):
    with Raw(server) as peer:
        assert peer.next().type == raw.SETTINGS


# 2 Streams


@generic("2/1")
def priority_on_an_idle_stream(peer):
    peer.send(priority(1) + peer.head(1) + peer.body(1))
    peer.answered(1)


@generic("2/2")
def window_update_on_a_half_closed_stream(peer):
    peer.send(peer.head(1) + peer.body(1) + window(1, 1))
    peer.answered(1)


@generic("2/3")
def priority_on_a_half_closed_stream(peer):
    peer.send(peer.head(1) + peer.body(1) + priority(1))
    peer.answered(1)


@generic("2/4")
def reset_of_a_half_closed_stream(peer):
    peer.send(peer.head(1) + peer.body(1) + reset(1))
    peer.goes_on()


@generic("2/5")
def priority_on_a_closed_stream(peer):
    peer.send(peer.head(1) + peer.body(1))
    peer.answered(1)
    peer.send(priority(1))
    peer.goes_on()


# 3 Frames


@generic("3.1/1")
def data(peer):
    peer.send(peer.head(1) + peer.body(1))
    peer.answered(1)


@generic("3.1/2")
def data_in_several_frames(peer):
    pieces = (peer.body(1, message()[:2], end=False), peer.body(1, message()[2:]))
    peer.send(peer.head(1) + b"".join(pieces))
    peer.answered(1)


@generic("3.1/3")
def data_with_padding(peer):
    peer.send(
        peer.head(1) + frame(raw.DATA, raw.END_STREAM | PADDED, 1, b"\x06" + message() + bytes(6))
    )
    peer.answered(1)


@generic("3.2/1")
def headers(peer):
    peer.send(peer.get(1))
    assert peer.head_of(1)[":status"] == "405"


@generic("3.2/2")
def headers_with_padding(peer):
    block = b"\x06" + peer.block() + bytes(6)
    peer.send(frame(raw.HEADERS, raw.END_HEADERS | PADDED, 1, block) + peer.body(1))
    peer.answered(1)


@generic("3.2/3")
def headers_with_priority(peer):
    block = dependency(0, 255) + peer.block()
    peer.send(frame(raw.HEADERS, raw.END_HEADERS | PRIORITIZED, 1, block) + peer.body(1))
    peer.answered(1)


def prioritized(number: str, **how) -> None:
    @generic(number)
    def priorities(peer):
        peer.send(peer.head(1) + priority(1, **how) + peer.body(1))
        peer.answered(1)


prioritized("3.3/1", weight=0)
prioritized("3.3/2", weight=255)
prioritized("3.3/3", on=3)
prioritized("3.3/4", on=3, exclusive=True)


@generic("3.3/5")
def priority_on_a_later_stream(peer):
    peer.send(priority(5) + peer.head(3) + peer.body(3))
    peer.answered(3)


@generic("3.4/1")
def a_reset(peer):
    peer.send(peer.head(1) + reset(1))
    peer.goes_on()


@generic("3.5/1")
def settings(peer):
    peer.send(frame(raw.SETTINGS, 0, 0))
    assert "ACK" in peer.next().flags


@generic("3.7/1")
def a_ping(peer):
    peer.goes_on()


@generic("3.8/1")
def a_goodbye(peer):
    peer.send(frame(raw.GOAWAY, 0, 0, bytes(8)))
    peer.drain()
    assert peer.closed and (peer.goaway is None or peer.goaway.error_code == 0)


@generic("3.9/1")
def a_window_update_of_the_connection(peer):
    peer.send(window(1) + peer.head(1) + peer.body(1))
    peer.answered(1)


@generic("3.9/2")
def a_window_update_of_a_stream(peer):
    peer.send(peer.head(1) + window(1, 1) + peer.body(1))
    peer.answered(1)


@generic("3.10/1")
def a_continuation(peer):
    block = peer.block()
    peer.send(frame(raw.HEADERS, 0, 1, block[:10]))
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1, block[10:]) + peer.body(1))
    peer.answered(1)


@generic("3.10/2")
def two_continuations(peer):
    block = peer.block()
    peer.send(frame(raw.HEADERS, 0, 1, block[:10]) + frame(raw.CONTINUATION, 0, 1, block[10:20]))
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1, block[20:]) + peer.body(1))
    peer.answered(1)


# 4 Exchanges


@generic("4/1")
def get(peer):
    peer.send(peer.get(1))
    assert peer.head_of(1)[":status"] == "405"
    assert peer.data_of(1) == b"gRPC requests use POST.\n"


@generic("4/2")
def head(peer):
    peer.send(peer.get(1, method="HEAD"))
    assert peer.head_of(1)[":status"] == "405"


@generic("4/3")
def post(peer):
    peer.send(peer.head(1) + peer.body(1))
    peer.answered(1)


@generic("4/4")
def post_with_trailers(peer):
    peer.send(peer.head(1) + peer.body(1, end=False) + peer.head(1, ("x-test", "ok"), end=True))
    peer.answered(1)


# 5 HPACK, every form of a field


def string(text: str, huffman: bool) -> bytes:
    """A string of at most 126 bytes as RFC 7541 §5.2 has it."""
    content = HUFFMAN.encode(text.encode()) if huffman else text.encode()
    return bytes([len(content) | (0x80 if huffman else 0)]) + content


def with_field(peer, field: bytes) -> None:
    """Sends a request with this field behind the others, which is answered."""
    block = peer.block() + field
    peer.send(frame(raw.HEADERS, raw.END_HEADERS, 1, block) + peer.body(1))
    peer.answered(1)
    # The tables still agree.
    peer.send(peer.head(3) + peer.body(3))
    peer.answered(3)


@generic("5/1")
def an_indexed_field(peer):
    with_field(peer, b"\x90")  # accept-encoding: gzip, deflate


# RFC 7541 §6.2: the first byte, the bits of the index, and the index of `user-agent`.
FORMS = {"incremental": (0x40, 6), "without": (0x00, 4), "never": (0x10, 4)}
USER_AGENT = 58


def literal(number: str, form: str, *, known: bool, huffman: bool) -> None:
    @generic(number)
    def a_literal(peer):
        first, bits = FORMS[form]
        most = (1 << bits) - 1
        if not known:
            name = bytes([first]) + string("x-test", huffman)
        elif USER_AGENT < most:
            name = bytes([first | USER_AGENT])
        else:
            name = bytes([first | most, USER_AGENT - most])
        # What enters the table here shifts what our own encoder has in it, so that has nothing there.
        peer.encoder.header_table_size = 0
        with_field(peer, name + string("case", huffman))


for place, form in enumerate(FORMS):
    for step, (known, huffman) in enumerate(
        ((True, False), (True, True), (False, False), (False, True))
    ):
        literal(f"5/{2 + 4 * place + step}", form, known=known, huffman=huffman)


@generic("5/14")
def a_smaller_table(peer):
    peer.encoder.header_table_size = 128
    peer.send(peer.head(1) + peer.body(1))
    peer.answered(1)


# What RFC 7541 forbids


def cannot_be_decoded(number: str, field: bytes, *, before=False) -> None:
    @hpack(number)
    def broken(peer):
        block = field + peer.block() if before else peer.block() + field
        peer.send(frame(raw.HEADERS, 5, 1, block))
        peer.ends_with(COMPRESSION_ERROR)


cannot_be_decoded("2.3.3/1", b"\xff\x3e")  # The index 189, of which there is none.
cannot_be_decoded("2.3.3/2", b"\x7f\x7e\x04test")  # A literal whose name is there.
cannot_be_decoded("4.2/1", b"\x20")  # A new size of the table behind the fields.
cannot_be_decoded("5.2/1", b"\x00\x85\xf2\xb2\x4a\x84\xff\x84\x49\x50\x9f\xff")  # Padding of 8 bits.
cannot_be_decoded("5.2/2", b"\x00\x85\xf2\xb2\x4a\x84\xff\x83\x49\x50\x90")  # Padding of zeroes.
cannot_be_decoded("5.2/3", b"\x00\x85\xf2\xb2\x4a\x84\xff\x87\x49\x51\xff\xff\xff\xfa\x7f")  # EOS.
cannot_be_decoded("6.1/1", b"\x80")  # The index 0.
cannot_be_decoded("6.3/1", b"\x3f\xff\xff\x03", before=True)  # A table beyond our setting.


@pytest.mark.parametrize("number", generic)
def test_generic(server, number):
    with Peer(server) as peer:
        generic[number](peer)


@pytest.mark.parametrize("number", hpack)
def test_hpack(server, number):
    with Peer(server) as peer:
        hpack[number](peer)


def test_every_case_of_the_suite_is_here():
    """43 generic cases has the suite, and 8 of HPACK; with those of test_http2.py, 146."""
    assert len(generic) + 1 == 43 and len(hpack) == 8
