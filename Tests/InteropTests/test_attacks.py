"""What the transport does with clients that mean it harm: each is cut off, counted, and told why,
and a client that behaves is served meanwhile."""

import socket
import ssl
import struct
import threading
import time
import zlib

import grpc
import pytest

from interop import identity, program, stubs
from interop.cases import Cases
from interop import raw
from interop.raw import Raw, frame, message

CALM = 11  # ENHANCE_YOUR_CALM
# Seconds to wait for what must happen; long, because machines can be busy.
PATIENCE = 60.0


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return identity.make(tmp_path_factory.mktemp("identity"), "localhost")


@pytest.fixture(scope="module", params=["cleartext", "tls"])
def server(request, own):
    with program.Program(identity=own if request.param == "tls" else None) as running:
        yield running


class Bystander(threading.Thread):
    """A client that behaves, on a connection of its own, all the while others do not."""

    # Seconds for one call; generous, since machines can be busy.
    SLOWEST = 15.0

    def __init__(self, server):
        super().__init__(daemon=True)
        self.channel = server.channel(options=[("grpc.use_local_subchannel_pool", 1)])
        self.cases = Cases(self.channel)
        self.cases.empty_unary()
        self.over = threading.Event()
        self.answered, self.slowest, self.fault = 0, 0.0, None
        self.start()

    def run(self) -> None:
        while not self.over.wait(0.01):
            started = time.monotonic()
            try:
                self.cases.empty_unary()
            except Exception as fault:
                self.fault = fault
                return
            self.answered += 1
            self.slowest = max(self.slowest, time.monotonic() - started)

    def was_served(self) -> None:
        end = time.monotonic() + self.SLOWEST
        # Where the harm was over at once, the other has not begun yet.
        while self.answered == 0 and self.fault is None and time.monotonic() < end:
            time.sleep(0.01)
        self.over.set()
        self.join()
        self.channel.close()
        assert self.fault is None, self.fault
        assert self.answered > 0 and self.slowest < self.SLOWEST, self.slowest


@pytest.fixture
def meanwhile(hasty):
    """Another client is served throughout the test."""
    other = Bystander(hasty)
    yield other
    other.was_served()


@pytest.fixture
def counted(server):
    """Answers, after the test's harm, that the named count went up by one, the server served others
    all the while, and its memory has not grown."""
    before = server.counters()
    other = Bystander(server)
    memory = server.resident_kib

    def check(name, at_least=1, memory_mib=64):
        after = server.counters()
        assert after[name] - before[name] >= at_least, {
            key: after[key] - before[key] for key in after if after[key] != before[key]
        }
        assert server.resident_kib - memory < memory_mib << 10
        other.was_served()
        with server.channel() as channel:
            Cases(channel).empty_unary()

    yield check
    other.over.set()


def expect_cut_off(connection, reason, code=CALM):
    connection.drain()
    assert connection.closed
    assert connection.goaway is not None, "no GOAWAY came"
    assert connection.goaway.error_code == code
    assert connection.goaway.additional_data.decode() == reason


def sleeping(connection, stream, **options) -> bytes:
    """A call whose handler sleeps for long."""
    request = stubs.load().messages.StreamingOutputCallRequest(
        response_parameters=[{"size": 1, "interval_us": 60_000_000}]
    )
    return connection.request(
        stream, raw.OUTPUT, body=message(request.SerializeToString()), **options
    )


def test_rapid_reset(server, counted):
    with Raw(server) as connection:
        for stream in range(1, 801, 2):
            reset = frame(raw.RST_STREAM, 0, stream, struct.pack(">I", 8))
            if not connection.send(sleeping(connection, stream) + reset):
                break
        expect_cut_off(connection, "too_many_resets")
    counted("too_many_resets")
    # Handlers are bounded by twice the streams, however many streams were begun.
    assert server.counters()["handlers_most"] <= 201


@pytest.mark.parametrize("how", ["window overflow", "te"])
def test_server_sent_resets(server, counted, how):
    with Raw(server) as connection:
        overflow = struct.pack(">I", 0x7FFFFFFF)
        for stream in range(1, 801, 2):
            if how == "te":
                harm = connection.request(stream, extra=[("te", "gzip")])
            else:
                harm = connection.request(stream, body=None)
                harm += frame(raw.WINDOW_UPDATE, 0, stream, overflow)
            # One after the other: otherwise most are refused for being too many at once.
            if not connection.send(harm) or "reset" not in connection.answer(stream):
                break
        expect_cut_off(connection, "too_many_stream_errors")
    counted("too_many_stream_errors")


def test_streams_beyond_the_limit(server, counted):
    with Raw(server) as connection:
        for stream in range(1, 801, 2):
            connection.send(sleeping(connection, stream))
        codes = []
        while len(codes) < 300 and (found := connection.next()) is not None:
            if isinstance(found, raw.RstStreamFrame):
                codes.append(found.error_code)
    assert codes == [7] * 300
    counted("connections", at_least=0)


def test_continuation_flood(server, counted):
    with Raw(server) as connection:
        block = connection.request(1, body=None)[9:]
        connection.send(frame(raw.HEADERS, 0, 1, block))
        for _ in range(200):
            if not connection.send(frame(raw.CONTINUATION, 0, 1, b"\x00\x01a\x01b")):
                break
        connection.drain()
        assert connection.closed
    counted("protocol_error")


def test_settings_flood(server, counted):
    with Raw(server) as connection:
        connection.send(frame(raw.SETTINGS, 0, 0) * 1000)
        expect_cut_off(connection, "too_many_settings")
    counted("too_many_settings")


def test_ping_flood(server, counted):
    with Raw(server) as connection:
        connection.send(frame(raw.PING, 0, 0, bytes(8)) * 1000)
        expect_cut_off(connection, "too_many_pings")
    counted("too_many_pings")


def test_pings_beside_calls_are_no_flood(server):
    with Raw(server) as connection:
        for stream in range(1, 101, 2):
            connection.send(frame(raw.PING, 0, 0, bytes(8)) + connection.request(stream))
            assert connection.answer(stream)["grpc-status"] == "0"


def test_priority_flood(server, counted):
    with Raw(server) as connection:
        connection.send(frame(raw.PRIORITY, 0, 1, bytes(4) + b"\x10") * 1000)
        expect_cut_off(connection, "too_many_priority_frames")
    counted("too_many_priority_frames")


def test_flood_of_unknown_frames(server, counted):
    with Raw(server) as connection:
        connection.send(b"".join(frame(10 + at % 246, 0, at % 2, b"x") for at in range(4_000)))
        expect_cut_off(connection, "too_many_unknown_frames")
    counted("too_many_unknown_frames")


def test_empty_data_flood(server, counted):
    with Raw(server) as connection:
        connection.send(connection.request(1, raw.DUPLEX, body=None))
        connection.send(frame(raw.DATA, 0, 1) * 1000)
        expect_cut_off(connection, "too_many_empty_data_frames")
    counted("too_many_empty_data_frames")


def test_header_bomb(server, counted):
    with Raw(server) as connection:
        # One entry of 4,000 bytes for the table, then thousands of references of one byte to it.
        entry = b"\x40\x01a\x7f" + bytes([(4000 - 127) & 0x7F | 0x80, (4000 - 127) >> 7]) + b"b" * 4000
        head = connection.request(1, body=None)[9:]
        connection.send(frame(raw.HEADERS, 5, 1, head + entry + b"\xbe" * 12_000))
        answer = connection.answer(1)
        assert answer.get("reset") or answer.get("grpc-status") == "8"
        # The connection is as good as before.
        assert connection.send(connection.request(3))
    counted("header_list_too_large")


def test_many_headers_are_refused_in_gRPCs_terms(server, counted):
    with Raw(server) as connection:
        connection.send(connection.request(1, extra=[(f"x-{number}", "y") for number in range(200)]))
        assert connection.answer(1)["grpc-status"] == "8"
        connection.send(connection.request(3))
        assert connection.answer(3)["grpc-status"] == "0"
    counted("header_list_too_large")


def test_window_dribble(server, counted):
    request = stubs.load().messages.SimpleRequest(response_size=100_000)
    settings = struct.pack(">HI", 4, 1)  # A window of one byte.
    with Raw(server, settings=settings) as connection:
        connection.send(
            connection.request(1, raw.UNARY, body=message(request.SerializeToString()))
        )
        for _ in range(1000):
            # Wait for what the last byte of window let through, or they would add up.
            if connection.next() is None:
                break
            connection.send(frame(raw.WINDOW_UPDATE, 0, 1, struct.pack(">I", 1)))
        expect_cut_off(connection, "window_too_small")
    counted("window_too_small")


def test_oversize_message_is_refused_before_it_comes(server, counted):
    with Raw(server) as connection:
        body = message(b"x", length=0xFFFFFFFF)
        connection.send(connection.request(1, raw.UNARY, body=body, end=False))
        answer = connection.answer(1)
        assert answer["grpc-status"] == "8"
    counted("message_too_large", memory_mib=8)


def test_inflate_bomb(server, counted):
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(pack.compress(bytes(1 << 20)) for _ in range(48)) + pack.flush()
    with Raw(server) as connection:
        encoding = [("grpc-encoding", "gzip")]
        connection.send(connection.request(1, raw.UNARY, extra=encoding, body=None))
        body = message(bomb, flag=1)
        pieces = [body[at : at + 16_384] for at in range(0, len(body), 16_384)]
        for piece in pieces[:-1]:
            connection.send(frame(raw.DATA, 0, 1, piece))
        connection.send(frame(raw.DATA, raw.END_STREAM, 1, pieces[-1]))
        answer = connection.answer(1)
        assert answer.get("grpc-status") == "8", (answer, connection.goaway)
    counted("message_expands_too_far", memory_mib=32)


@pytest.mark.parametrize(
    ("body", "encoding", "status"),
    [
        (message(b"", flag=2), None, "13"),
        (message(b"", flag=1), None, "13"),
        (message(b"abc", length=9), None, "13"),
        (b"\0\0", None, "13"),
        (message(b"not gzip", flag=1), "gzip", "13"),
        (message(b"") * 2, None, "12"),
        (b"", None, "12"),
        (message(b""), "deflate", "12"),
    ],
    ids=["flag", "unannounced", "cut", "half a prefix", "not gzip", "two", "none", "deflate"],
)
def test_bad_framing(server, body, encoding, status):
    with Raw(server) as connection:
        extra = [("grpc-encoding", encoding)] if encoding else []
        connection.send(connection.request(1, raw.UNARY, extra=extra, body=body))
        answer = connection.answer(1)
        # What GRPCCore finds wrong with the number of messages has one of several codes.
        allowed = {status} | ({"13", "2", "3"} if status == "12" and not encoding else set())
        assert answer["grpc-status"] in allowed, answer
        if encoding == "deflate":
            assert answer["grpc-accept-encoding"] == "identity,gzip"
        connection.send(connection.request(3))
        assert connection.answer(3)["grpc-status"] == "0"


@pytest.mark.parametrize(
    "field",
    [
        ("x-text", b"\xff\xfe"), ("x-bad-bin", b"!!!"), ("x-two-bin", b"AQ==,Ag"),
        ("x-large", b"y" * 8192), ("grpc-reserved", b"1"), ("x-empty", b""),
    ],
    ids=lambda field: field[0],
)  # fmt: skip
def test_odd_metadata_harms_nobody(server, field):
    with Raw(server) as connection:
        connection.send(connection.request(1, extra=[field]))
        assert connection.answer(1)["grpc-status"] == "0"


@pytest.mark.parametrize("field", [("X-Upper", "1"), ("connection", "close"), ("a b", "c")])
def test_what_http2_forbids_ends_the_stream(server, field):
    with Raw(server) as connection:
        connection.send(connection.request(1, extra=[field]))
        assert connection.answer(1).get("reset") is not None
        connection.send(connection.request(3))
        assert connection.answer(3)["grpc-status"] == "0"


def test_compressed_answers_bear_the_flag(server):
    request = stubs.load().messages.SimpleRequest(
        response_size=10_000, response_compressed={"value": True}
    )
    for accepted, flag in (("gzip", 1), ("identity, gzip", 1), ("identity", 0), ("gzipped", 0)):
        with Raw(server) as connection:
            body = message(request.SerializeToString())
            extra = [("grpc-accept-encoding", accepted)]
            connection.send(connection.request(1, raw.UNARY, extra=extra, body=body))
            data, fields = b"", {}
            while (found := connection.next()) is not None:
                if found.stream_id == 1 and found.type == raw.DATA:
                    data += found.data
                if found.stream_id == 1 and found.type == raw.HEADERS:
                    fields |= dict(connection.decoder.decode(found.data))
                    if "END_STREAM" in found.flags:
                        break
            assert data[0] == flag, accepted
            assert fields.get("grpc-encoding") == ("gzip" if flag else None)
            content = zlib.decompress(data[5:], 31) if flag else data[5:]
            assert len(content) > 10_000


@pytest.fixture(scope="module", params=["cleartext", "tls"])
def hasty(request, own):
    """A server with short timers and few connections."""
    secured = own if request.param == "tls" else None
    limits = ["--short-timers-ms", 1500, "--connections-max", 24]
    limits += ["--connections-per-address-max", 12, "--handlers-max", 8]
    with program.Program(*limits, identity=secured) as running:
        yield running


def until(server, name, least):
    """Waits until the count is at least this much. Asking may fail while the harm lasts."""
    end = time.monotonic() + PATIENCE
    count = 0
    while count < least:
        assert time.monotonic() < end, f"{name} is {count}, not {least}"
        try:
            count = server.counters()[name]
        except grpc.RpcError:
            pass
        time.sleep(0.05)


def expect_closed(sock):
    sock.settimeout(PATIENCE)
    try:
        while sock.recv(65_536):
            pass
    except TimeoutError:
        raise AssertionError("the connection stays open") from None
    except OSError:
        pass


def test_slow_handshakes(hasty, meanwhile):
    before = hasty.counters()["handshake_timeout"]
    silent = socket.create_connection(("127.0.0.1", hasty.port))
    half = socket.create_connection(("127.0.0.1", hasty.port))
    half.sendall(b"\x16\x03\x01\x02" if hasty.identity else raw.PREFACE[:5])
    for each in (silent, half):
        expect_closed(each)
    with Raw(hasty, preface=False) as connection:
        for byte in raw.PREFACE:
            if not connection.send(bytes([byte])):
                break
            time.sleep(0.1)
        connection.drain(PATIENCE)
        assert connection.closed
    until(hasty, "handshake_timeout", before + 3)


def test_slow_requests(hasty, meanwhile):
    before = hasty.counters()["request_stall"]
    with Raw(hasty) as connection:
        body = message(bytes(1000))
        connection.send(connection.request(1, raw.UNARY, body=body[:20], end=False))
        answer = {}
        for byte in body[20:]:
            connection.send(frame(raw.DATA, 0, 1, bytes([byte])))
            answer |= connection.answer(1, timeout=0.1)
            if "grpc-status" in answer:
                break
        assert answer["grpc-status"] == "4"
    until(hasty, "request_stall", before + 1)


def test_zero_window_stall(hasty, meanwhile):
    before = hasty.counters()["response_stall"]
    request = stubs.load().messages.SimpleRequest(response_size=100_000)
    with Raw(hasty, settings=struct.pack(">HI", 4, 0)) as connection:
        connection.send(
            connection.request(1, raw.UNARY, body=message(request.SerializeToString()))
        )
        assert connection.answer(1, timeout=PATIENCE)["reset"] == "8"
    until(hasty, "response_stall", before + 1)


def test_a_socket_nobody_reads(hasty, meanwhile):
    before = hasty.counters()["socket_stall"]
    request = stubs.load().messages.StreamingOutputCallRequest(
        response_parameters=[{"size": 1_000_000}] * 30
    )
    window = struct.pack(">I", 0x7FFF0000)
    with Raw(hasty, settings=struct.pack(">HI", 4, 0x7FFF0000)) as connection:
        connection.send(frame(raw.WINDOW_UPDATE, 0, 0, window))
        connection.send(
            connection.request(1, raw.OUTPUT, body=message(request.SerializeToString()))
        )
        until(hasty, "socket_stall", before + 1)


def test_more_handlers_than_allowed_are_refused(hasty):
    before = hasty.counters()["too_many_handlers"]
    with Raw(hasty) as connection:
        for stream in range(1, 41, 2):
            connection.send(sleeping(connection, stream))
        codes = []
        while len(codes) < 12 and (found := connection.next(PATIENCE)) is not None:
            if isinstance(found, raw.RstStreamFrame):
                codes.append(found.error_code)
        assert codes == [7] * 12
    # The handlers of a closed connection end; then others are let in.
    until(hasty, "too_many_handlers", before + 12)


def test_connections_from_one_address(hasty):
    before = hasty.counters()["too_many_connections_of_address"]
    held = [socket.create_connection(("127.0.0.1", hasty.port)) for _ in range(30)]
    # The last ones were closed as they came; the first will be for saying nothing.
    for each in held:
        expect_closed(each)
        each.close()
    until(hasty, "too_many_connections_of_address", before + 17)


def test_churn_leaks_nothing(server):
    before = server.descriptors
    for _ in range(300):
        each = socket.create_connection(("127.0.0.1", server.port))
        each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        each.close()
    with server.channel() as channel:
        Cases(channel).empty_unary()
    end = time.monotonic() + PATIENCE
    while server.descriptors > before + 4 and time.monotonic() < end:
        time.sleep(0.05)
    assert server.descriptors <= before + 4


def test_garbage(server, counted):
    with Raw(server, preface=False) as connection:
        connection.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)
        connection.drain()
        assert connection.closed
    counted("protocol_error")


def test_tls_that_is_none(server, counted):
    if server.identity is None:
        pytest.skip("for TLS")
    plain = socket.create_connection(("127.0.0.1", server.port))
    plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
    expect_closed(plain)
    context = ssl.create_default_context(cafile=server.identity.certificate)
    bare = context.wrap_socket(
        socket.create_connection(("127.0.0.1", server.port)), server_hostname="localhost"
    )
    # Without ALPN the handshake succeeds, and then the connection is closed.
    expect_closed(bare)
    counted("handshake_failed", at_least=2)
