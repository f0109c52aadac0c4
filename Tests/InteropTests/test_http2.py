"""RFC 9113 frame by frame. The numbers are those the public suite h2spec gives the same cases
(`http2/SECTION/NUMBER`, after the sections of RFC 7540); the code is our own."""

import struct

import pytest

from interop import identity, program, raw, stubs
from interop.conformance import (
    AUTHORITY, FIELDS, FLOW_CONTROL_ERROR, FRAME_SIZE_ERROR, METHOD, NO_ERROR, PADDED, PATH,
    PRIORITIZED, PROTOCOL_ERROR, PUSH_PROMISE, SCHEME, STREAM_CLOSED, COMPRESSION_ERROR, TYPE,
    Cases, Peer, dependency, priority, reset, setting, window,
)  # fmt: skip
from interop.raw import Raw, frame, message

case = Cases()
INITIAL_WINDOW_SIZE, MAX_FRAME_SIZE, ENABLE_PUSH = 4, 5, 2


@pytest.fixture(scope="module", params=["cleartext", "tls"])
def server(request, tmp_path_factory):
    own = identity.make(tmp_path_factory.mktemp("identity"), "localhost")
    with program.Program(identity=own if request.param == "tls" else None) as running:
        yield running


@pytest.mark.parametrize("number", ["3.5/1", "3.5/2"])
def test_the_preface(server, number):
    with Raw(server, preface=number == "3.5/1") as peer:
        if number == "3.5/1":
            assert peer.next().type == raw.SETTINGS
            return
        peer.send(b"INVALID CONNECTION PREFACE\r\n\r\n" + frame(raw.SETTINGS, 0, 0))
        peer.drain()
        assert peer.closed


# §4 Frames


@case("4.1/1")
def unknown_frame_types_are_ignored(peer):
    peer.send(frame(0xFF, 0, 0, bytes(8)))
    peer.goes_on()


@case("4.1/2")
def undefined_flags_are_ignored(peer):
    peer.send(frame(raw.PING, 0x16, 0, b"flagged!"))
    answer = peer.next()
    assert answer.type == raw.PING and answer.opaque_data == b"flagged!"


@case("4.1/3")
def the_reserved_bit_is_ignored(peer):
    peer.send(frame(raw.PING, 0, 0x80000000, b"reserved"))
    assert peer.next().opaque_data == b"reserved"


@case("4.2/1")
def data_of_the_largest_size_is_taken(peer):
    fields = stubs.load().messages.SimpleRequest(payload={"body": bytes(16_384 - 5 - 6)})
    content = message(fields.SerializeToString())
    assert len(content) == 16_384
    peer.send(peer.head(1, METHOD, SCHEME, (":path", raw.UNARY), AUTHORITY, TYPE))
    peer.send(peer.body(1, content))
    peer.answered(1)


@case("4.2/2")
def data_beyond_the_largest_size(peer):
    peer.send(peer.head(1) + peer.body(1, bytes(16_385)))
    peer.ends_with(FRAME_SIZE_ERROR)


@case("4.2/3")
def headers_beyond_the_largest_size(peer):
    fields = FIELDS + tuple((f"x-{index}", "y" * 4000) for index in range(5))
    peer.send(peer.head(1, *fields, end=True))
    peer.ends_with(FRAME_SIZE_ERROR)


@case("4.3/1")
def a_header_block_that_cannot_be_decoded(peer):
    peer.send(frame(raw.HEADERS, 5, 1, b"\x00\x9b\x9b"))
    peer.ends_with(COMPRESSION_ERROR)


@case("4.3/2")
@case("6.2/1")
def priority_inside_a_header_block(peer):
    peer.send(frame(raw.HEADERS, raw.END_STREAM, 1, peer.block()) + priority(1))
    peer.ends_with(PROTOCOL_ERROR)


@case("4.3/3")
@case("6.2/2")
def another_streams_headers_inside_a_header_block(peer):
    peer.send(frame(raw.HEADERS, raw.END_STREAM, 1, peer.block()) + peer.head(3, end=True))
    peer.ends_with(PROTOCOL_ERROR)


# §5 Streams


@case("5.1/1")
@case("6.1/2")
def data_on_an_idle_stream(peer):
    peer.send(peer.body(1))
    peer.ends_with(PROTOCOL_ERROR)


@case("5.1/2")
@case("6.4/2")
def reset_of_an_idle_stream(peer):
    peer.send(reset(1))
    peer.ends_with(PROTOCOL_ERROR)


@case("5.1/3")
def window_of_an_idle_stream(peer):
    peer.send(window(100, 1))
    peer.ends_with(PROTOCOL_ERROR)


@case("5.1/4")
def continuation_on_an_idle_stream(peer):
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1, peer.block()))
    peer.ends_with(PROTOCOL_ERROR)


def half_closed(peer) -> None:
    """Stream 1 has been closed by us, and its handler sleeps."""
    peer.send(sleeping(peer))


def sleeping(peer) -> bytes:
    request = stubs.load().messages.StreamingOutputCallRequest(
        response_parameters=[{"size": 1, "interval_us": 60_000_000}]
    )
    return peer.request(1, raw.OUTPUT, body=message(request.SerializeToString()))


@case("5.1/5")
def data_on_a_half_closed_stream(peer):
    half_closed(peer)
    peer.send(peer.body(1))
    peer.ends_with(STREAM_CLOSED)


@case("5.1/6")
def headers_on_a_half_closed_stream(peer):
    half_closed(peer)
    peer.send(peer.head(1, end=True))
    peer.ends_with(STREAM_CLOSED)


@case("5.1/7")
def continuation_on_a_half_closed_stream(peer):
    half_closed(peer)
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1, peer.block()))
    peer.ends_with(PROTOCOL_ERROR, STREAM_CLOSED)


@case("5.1/8")
def data_after_a_reset(peer):
    # RFC 7540 made an error of it; RFC 9113 §5.1 leaves that to the server, and nghttp2 ignores it.
    peer.send(peer.head(1) + reset(1) + peer.body(1))
    peer.goes_on()


@case("5.1/9")
def headers_after_a_reset(peer):
    peer.send(peer.head(1) + reset(1) + peer.head(1, end=True))
    peer.ends_with(STREAM_CLOSED)


@case("5.1/10")
def continuation_after_a_reset(peer):
    peer.send(peer.head(1) + reset(1))
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1, peer.block()))
    peer.ends_with(PROTOCOL_ERROR, STREAM_CLOSED)


def ended(peer) -> None:
    """Stream 1 has ended on both sides."""
    peer.send(peer.head(1) + peer.body(1))
    peer.answered(1)


@case("5.1/11")
def data_on_a_closed_stream(peer):
    ended(peer)
    peer.send(peer.body(1))
    peer.goes_on()


@case("5.1/12")
def headers_on_a_closed_stream(peer):
    ended(peer)
    peer.send(peer.head(1, end=True))
    peer.ends_with(STREAM_CLOSED)


@case("5.1/13")
def continuation_on_a_closed_stream(peer):
    ended(peer)
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1, peer.block()))
    peer.ends_with(PROTOCOL_ERROR, STREAM_CLOSED)


@case("5.1.1/1")
def a_request_on_an_even_stream(peer):
    peer.send(peer.head(2, end=True))
    peer.ends_with(PROTOCOL_ERROR)


@case("5.1.1/2")
def a_request_on_a_stream_below_the_last(peer):
    peer.send(peer.head(5) + peer.body(5))
    peer.answered(5)
    peer.send(peer.head(3, end=True))
    peer.ends_with(PROTOCOL_ERROR, STREAM_CLOSED)


@case("5.1.2/1")
def more_streams_than_allowed(peer):
    most = peer.server_settings[3]
    peer.send(b"".join(peer.head(stream) for stream in range(1, 2 * most + 3, 2)))
    # Who has acknowledged the limit knows it: an error of the connection (§5.4.1 lets a server make
    # one of a stream error). Before, the stream is refused: test_limits.py has that.
    peer.ends_with(PROTOCOL_ERROR)


@case("5.3.1/1")
def headers_that_depend_on_themselves(peer):
    block = dependency(1, 255) + peer.block()
    peer.send(frame(raw.HEADERS, raw.END_HEADERS | PRIORITIZED, 1, block) + peer.body(1))
    # RFC 9113 §5.3.2 has priorities ignored; what nghttp2 does with this one RFC 7540 demanded.
    peer.ends_with(PROTOCOL_ERROR)


@case("5.3.1/2")
def a_priority_that_depends_on_itself(peer):
    # RFC 7540 made an error of it; RFC 9113 §5.3.2 has what PRIORITY says ignored.
    peer.send(priority(2, on=2))
    peer.goes_on()


@case("5.4.1/1")
@case("5.4.1/2")
@case("6.7/3")
def a_ping_on_a_stream(peer):
    peer.send(frame(raw.PING, 0, 3, bytes(8)))
    peer.ends_with(PROTOCOL_ERROR)


@case("5.5/1")
def extension_frames_are_ignored(peer):
    peer.send(frame(0x16, 0, 0, bytes(8)))
    peer.goes_on()


@case("5.5/2")
def extension_frames_inside_a_header_block(peer):
    peer.send(frame(raw.HEADERS, raw.END_STREAM, 1, peer.block()) + frame(0x16, 0, 0, bytes(8)))
    peer.ends_with(PROTOCOL_ERROR)


# §6 What frames must be


@case("6.1/1")
def data_of_no_stream(peer):
    peer.send(peer.head(1) + peer.body(0))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.1/3")
def data_with_more_padding_than_frame(peer):
    peer.send(peer.head(1) + frame(raw.DATA, raw.END_STREAM | PADDED, 1, b"\x06" + bytes(5)))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.2/3")
def headers_of_no_stream(peer):
    peer.send(peer.head(0, end=True))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.2/4")
def headers_with_more_padding_than_frame(peer):
    block = peer.block()
    peer.send(frame(raw.HEADERS, 5 | PADDED, 1, bytes([len(block) + 1]) + block))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.3/1")
def priority_of_no_stream(peer):
    peer.send(priority(0))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.3/2")
def priority_of_another_length(peer):
    peer.send(frame(raw.PRIORITY, 0, 1, bytes(4)))
    # A stream error would do; nghttp2 makes it one of the connection, which RFC 9113 §5.4.2 allows.
    peer.ends_with(FRAME_SIZE_ERROR)


@case("6.4/1")
def reset_of_no_stream(peer):
    peer.send(reset(0))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.4/3")
def reset_of_another_length(peer):
    peer.send(peer.head(1) + frame(raw.RST_STREAM, 0, 1, bytes(3)))
    peer.ends_with(FRAME_SIZE_ERROR)


@case("6.5/1")
def an_acknowledgement_with_content(peer):
    peer.send(frame(raw.SETTINGS, raw.ACK, 0, bytes(6)))
    peer.ends_with(FRAME_SIZE_ERROR)


@case("6.5/2")
def settings_of_a_stream(peer):
    peer.send(frame(raw.SETTINGS, 0, 1, setting(3, 100)))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.5/3")
def settings_of_another_length(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, bytes(3)))
    peer.ends_with(FRAME_SIZE_ERROR)


@case("6.5.2/1")
def push_that_is_neither_on_nor_off(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(ENABLE_PUSH, 2)))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.5.2/2")
@case("6.9.2/3")
def a_first_window_too_large(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(INITIAL_WINDOW_SIZE, 0x80000000)))
    peer.ends_with(FLOW_CONTROL_ERROR)


@case("6.5.2/3")
def frames_too_small(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(MAX_FRAME_SIZE, 16_383)))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.5.2/4")
def frames_too_large(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(MAX_FRAME_SIZE, 1 << 24)))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.5.2/5")
def unknown_settings_are_ignored(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(0xFF, 1)))
    peer.goes_on()


@case("6.5.3/1")
def the_last_of_several_values_counts(peer):
    values = setting(INITIAL_WINDOW_SIZE, 100) + setting(INITIAL_WINDOW_SIZE, 1)
    peer.send(frame(raw.SETTINGS, 0, 0, values) + peer.get(1))
    assert len(peer.data_of(1)) == 1


@case("6.5.3/2")
def settings_are_acknowledged(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(3, 100)))
    assert "ACK" in peer.next().flags


@case("6.7/1")
def pings_are_acknowledged(peer):
    peer.goes_on()


@case("6.7/2")
def acknowledgements_of_pings_are_not(peer):
    peer.send(frame(raw.PING, raw.ACK, 0, b"not ours"))
    peer.goes_on()


@case("6.7/4")
def a_ping_of_another_length(peer):
    peer.send(frame(raw.PING, 0, 0, bytes(6)))
    peer.ends_with(FRAME_SIZE_ERROR)


@case("6.8/1")
def goaway_of_a_stream(peer):
    peer.send(frame(raw.GOAWAY, 0, 1, bytes(8)))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.9/1")
def a_window_update_of_nothing(peer):
    peer.send(window(0))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.9/2")
def a_streams_window_update_of_nothing(peer):
    peer.send(peer.head(1) + window(0, 1))
    # A stream error would do; nghttp2 makes it one of the connection.
    peer.ends_with(PROTOCOL_ERROR)


@case("6.9/3")
def a_window_update_of_another_length(peer):
    peer.send(frame(raw.WINDOW_UPDATE, 0, 0, bytes(3)))
    peer.ends_with(FRAME_SIZE_ERROR)


@case("6.9.1/1")
def a_window_of_one_byte_lets_one_byte_pass(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(INITIAL_WINDOW_SIZE, 1)) + peer.get(1))
    assert len(peer.data_of(1)) == 1
    assert peer.data_of(1, timeout=0.2) is None


@case("6.9.1/2")
def a_window_beyond_the_largest(peer):
    peer.send(window(0x7FFFFFFF) * 2)
    peer.ends_with(FLOW_CONTROL_ERROR)


@case("6.9.1/3")
def a_streams_window_beyond_the_largest(peer):
    peer.send(peer.head(1) + window(0x7FFFFFFF, 1) * 2)
    peer.is_reset(1, FLOW_CONTROL_ERROR)


@case("6.9.2/1")
def windows_follow_the_settings(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(INITIAL_WINDOW_SIZE, 0)) + peer.get(1))
    assert peer.data_of(1, timeout=0.2) is None
    peer.send(frame(raw.SETTINGS, 0, 0, setting(INITIAL_WINDOW_SIZE, 1)))
    assert len(peer.data_of(1)) == 1


@case("6.9.2/2")
def windows_can_be_negative(peer):
    peer.send(frame(raw.SETTINGS, 0, 0, setting(INITIAL_WINDOW_SIZE, 3)) + peer.get(1))
    assert len(peer.data_of(1)) == 3
    peer.send(frame(raw.SETTINGS, 0, 0, setting(INITIAL_WINDOW_SIZE, 2)) + window(2, 1))
    assert len(peer.data_of(1)) == 1


def in_pieces(peer, *, last: int, kinds=(raw.HEADERS, raw.CONTINUATION, raw.CONTINUATION)) -> bytes:
    """A request's head in three frames, the last one with these flags."""
    block = peer.block()
    thirds = block[:10], block[10:20], block[20:]
    flags = (0, 0, last)
    return b"".join(frame(*each, 1, piece) for *each, piece in zip(kinds, flags, thirds))


@case("6.10/1")
def headers_in_several_frames(peer):
    peer.send(in_pieces(peer, last=raw.END_HEADERS) + peer.body(1))
    peer.answered(1)


@case("6.10/2")
def data_inside_a_header_block(peer):
    peer.send(in_pieces(peer, last=0) + peer.body(1))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.10/3")
def continuation_of_no_stream(peer):
    peer.send(frame(raw.HEADERS, 0, 1, peer.block()) + frame(raw.CONTINUATION, 4, 0))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.10/4")
def continuation_after_a_whole_block(peer):
    peer.send(peer.head(1) + frame(raw.CONTINUATION, raw.END_HEADERS, 1))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.10/5")
def continuation_after_the_last_one(peer):
    peer.send(in_pieces(peer, last=raw.END_HEADERS))
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1))
    peer.ends_with(PROTOCOL_ERROR)


@case("6.10/6")
def continuation_after_data(peer):
    peer.send(peer.head(1) + peer.body(1, end=False))
    peer.send(frame(raw.CONTINUATION, raw.END_HEADERS, 1))
    peer.ends_with(PROTOCOL_ERROR)


# §7 Error codes


@case("7/1")
def a_goodbye_for_an_unknown_reason(peer):
    peer.send(frame(raw.GOAWAY, 0, 0, struct.pack(">II", 0, 0xFF)))
    # Nothing is left to do: the server may answer one more PING, or close without a fault.
    peer.drain()
    assert peer.closed and (peer.goaway is None or peer.goaway.error_code == NO_ERROR)


@case("7/2")
def a_reset_for_an_unknown_reason(peer):
    peer.send(peer.head(1) + reset(1, 0xFF))
    peer.goes_on()


# §8 Requests


@case("8.1/1")
def trailers_that_do_not_end_the_stream(peer):
    peer.send(peer.head(1) + peer.head(1, ("x-test", "ok")))
    peer.is_reset(1, PROTOCOL_ERROR)


MALFORMED = {
    "8.1.2/1": (*FIELDS, ("X-Test", "ok")),
    "8.1.2.1/1": (*FIELDS[:4], (":test", "ok"), *FIELDS[4:]),
    "8.1.2.1/2": (*FIELDS[:4], (":status", "200"), *FIELDS[4:]),
    "8.1.2.1/4": (METHOD, SCHEME, PATH, TYPE, AUTHORITY),
    "8.1.2.2/1": (*FIELDS, ("connection", "keep-alive")),
    "8.1.2.2/2": (*FIELDS[:5], ("te", "trailers, deflate")),
    "8.1.2.3/1": (METHOD, SCHEME, (":path", ""), AUTHORITY, TYPE),
    "8.1.2.3/2": (SCHEME, PATH, AUTHORITY, TYPE),
    "8.1.2.3/3": (METHOD, PATH, AUTHORITY, TYPE),
    "8.1.2.3/4": (METHOD, SCHEME, AUTHORITY, TYPE),
    "8.1.2.3/5": (METHOD, METHOD, SCHEME, PATH, AUTHORITY, TYPE),
    "8.1.2.3/6": (METHOD, SCHEME, SCHEME, PATH, AUTHORITY, TYPE),
    "8.1.2.3/7": (METHOD, SCHEME, PATH, PATH, AUTHORITY, TYPE),
}  # fmt: skip


@case("8.1.2.1/3")
def pseudo_fields_in_trailers(peer):
    peer.send(peer.head(1) + peer.head(1, (":method", "200"), end=True))
    peer.is_reset(1, PROTOCOL_ERROR)


@case("8.1.2.6/1")
def another_length_than_was_said(peer):
    peer.send(peer.head(1, *FIELDS, ("content-length", "1")) + peer.body(1, bytes(4)))
    peer.is_reset(1, PROTOCOL_ERROR)


@case("8.1.2.6/2")
def another_length_than_was_said_in_several_frames(peer):
    peer.send(peer.head(1, *FIELDS, ("content-length", "1")))
    peer.send(peer.body(1, b"\0", end=False) + peer.body(1, bytes(4)))
    peer.is_reset(1, PROTOCOL_ERROR)


@case("8.2/1")
def clients_push_nothing(peer):
    peer.send(frame(PUSH_PROMISE, raw.END_HEADERS, 1, struct.pack(">I", 2) + peer.block()))
    peer.ends_with(PROTOCOL_ERROR)


@pytest.mark.parametrize("number", case)
def test_http2(server, number):
    with Peer(server) as peer:
        case[number](peer)


@pytest.mark.parametrize("number", MALFORMED)
def test_malformed_requests(server, number):
    with Peer(server) as peer:
        peer.send(peer.head(1, *MALFORMED[number], end=True))
        peer.is_reset(1, PROTOCOL_ERROR)
        peer.send(peer.head(3) + peer.body(3))
        peer.answered(3)


def test_every_case_of_the_suite_is_here():
    """95 cases has the suite for these sections."""
    assert len(case) + len(MALFORMED) + 2 == 95
