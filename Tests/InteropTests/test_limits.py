"""Limits of the transport that take a server set up for them: memory, descriptors, connections,
tickets, silence. Each in cleartext and over TLS, with a client that behaves served meanwhile."""

import resource
import socket
import ssl
import struct
import time

import pytest

from interop import identity, program, raw
from interop.cases import Cases
from interop.raw import Raw, frame, message

PATIENCE = 60.0
MIB = 1 << 20


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return identity.make(tmp_path_factory.mktemp("identity"), "localhost")


@pytest.fixture(params=["cleartext", "tls"])
def started(request, own):
    """Starts servers with the options a test gives."""
    running = []

    def start(*options):
        secured = own if request.param == "tls" else None
        running.append(program.Program(*options, identity=secured))
        return running[-1]

    yield start
    for each in running:
        assert each.is_running
        each.stop()


def until(what, why, patience=PATIENCE):
    end = time.monotonic() + patience
    while not what():
        assert time.monotonic() < end, why
        time.sleep(0.05)


class Holder(Raw):
    """Begins messages and does not end them, within the windows it is given."""

    def __init__(self, server):
        super().__init__(server)
        # Windows are those of the server's SETTINGS once these are acknowledged.
        assert self.next().type == raw.SETTINGS
        self.send(frame(raw.SETTINGS, raw.ACK, 0))
        self.windows = {0: 65_535}

    def begin(self, stream: int, size=4 * MIB - 64) -> bool:
        """Sends all of a message but its last byte; answers whether the server let it."""
        self.send(self.request(stream, raw.UNARY, body=None))
        self.windows[stream] = 262_144
        body = message(bytes(size - 1), length=size)
        for at in range(0, len(body), 16_384):
            piece = body[at : at + 16_384]
            while min(self.windows[0], self.windows[stream]) < len(piece):
                found = self.next(PATIENCE)
                assert found is not None, f"the connection ended: {self.goaway}"
                if found.type == raw.WINDOW_UPDATE and found.stream_id in self.windows:
                    self.windows[found.stream_id] += found.window_increment
                if found.stream_id == stream and found.type in (raw.HEADERS, raw.RST_STREAM):
                    return False
            self.windows[0] -= len(piece)
            self.windows[stream] -= len(piece)
            assert self.send(frame(raw.DATA, 0, stream, piece))
        return True


@pytest.mark.parametrize("limit", ["connection", "server"])
def test_memory_that_is_held_is_bounded(started, limit):
    server = started("--loops", 1, f"--{limit}-held-bytes-max", 10 * MIB)
    with server.channel() as channel:
        Cases(channel).large_unary()
        before = server.resident_kib
        # Windows are returned while a message is being assembled, so nobody waits for anybody here.
        connections = [Holder(server) for _ in range(1 if limit == "connection" else 5)]
        taken = [
            connections[number % len(connections)].begin(2 * number + 1) for number in range(5)
        ]
        # Two messages of nearly 4 MiB fit, and no third.
        assert taken == [True, True, False, False, False]
        assert server.counters()["too_much_held"] == 3
        assert server.resident_kib - before < 24 << 10
        Cases(channel).empty_unary()
        for connection in connections:
            connection.close()
        # What was held is given back with the connections.
        until(lambda: _succeeds(Cases(channel).large_unary), "memory is not given back")


def _succeeds(call) -> bool:
    try:
        call()
        return True
    except Exception:
        return False


def test_tickets_of_sessions_are_good_for_a_time(own):
    timers = ["--short-timers-ms", 300, "--ticket-lifetime-ms", 2_500]
    with program.Program(*timers, identity=own) as server:
        context = ssl.create_default_context(cafile=own.certificate)
        context.set_alpn_protocols(["h2"])

        def connect(session=None):
            plain = socket.create_connection(("127.0.0.1", server.port))
            made = context.wrap_socket(plain, server_hostname="localhost", session=session)
            made.sendall(raw.PREFACE + frame(raw.SETTINGS, 0, 0))
            # Tickets come behind the handshake, with the first bytes.
            assert made.recv(9)
            return made

        first = connect()
        assert not first.session_reused
        ticket = first.session
        assert ticket is not None and ticket.has_ticket
        assert connect(ticket).session_reused
        until(lambda: not connect(ticket).session_reused, "old tickets are still good")
        # A new one is good again.
        assert connect(connect().session).session_reused


def test_a_process_out_of_descriptors_sheds_and_goes_on(started):
    server = started("--loops", 1)
    with server.channel() as channel:
        Cases(channel).empty_unary()
        limits = resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE)
        # What is kept for everything else is above this, so only the spare descriptor is left.
        resource.prlimit(
            server.process.pid, resource.RLIMIT_NOFILE, (server.descriptors + 8, limits[1])
        )
        held = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(60)]
        shed = 0
        for each in held[::-1][:40]:
            each.settimeout(PATIENCE)
            try:
                shed += each.recv(9) == b""
            except OSError:
                shed += 1
        assert shed == 40, "connections wait for ever"
        Cases(channel).empty_unary()
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, limits)
        for each in held:
            each.close()
        assert server.counters()["out_of_descriptors"] >= 40
        Cases(channel).large_unary()


def test_connections_in_all(started):
    server = started("--connections-max", 24, "--connections-per-address-max", 20)
    with server.channel() as channel:
        Cases(channel).empty_unary()
        held = []
        for number in range(40):
            # From two addresses, so that neither has too many of its own.
            source = f"127.0.0.{2 + number % 2}"
            held.append(
                socket.create_connection(("127.0.0.1", server.port), source_address=(source, 0))
            )
        closed = 0
        for each in held[23:]:
            each.settimeout(PATIENCE)
            try:
                closed += each.recv(65_536) == b""
            except OSError:
                closed += 1
        assert closed == 17
        Cases(channel).empty_unary()
        for each in held:
            each.close()
        until(lambda: server.counters()["too_many_connections"] >= 17, "nothing was counted")


def test_unfinished_handshakes(started):
    server = started("--loops", 1, "--connections-per-address-max", 2_000)
    with server.channel() as channel:
        Cases(channel).empty_unary()
        held = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(540)]
        until(lambda: _is_over(held[-1]), "the last one stays open")
        Cases(channel).empty_unary()
        for each in held:
            each.close()
        until(lambda: _succeeds(server.counters), "nobody is let in")
        assert server.counters()["too_many_handshakes"] >= 28


def _is_over(each) -> bool:
    each.settimeout(0.05)
    try:
        return each.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def test_a_silent_client_is_asked_and_given_up(started):
    server = started("--keepalive-ms", 700)
    with Raw(server) as silent, Raw(server) as alive:
        end = time.monotonic() + PATIENCE
        asked = 0
        # The one answers every PING and stays; the other does not.
        while asked < 4 and time.monotonic() < end:
            found = alive.next(0.2)
            if found is not None and found.type == raw.PING:
                asked += 1
                alive.send(frame(raw.PING, raw.ACK, 0, found.opaque_data))
        assert asked == 4
        kinds = []
        while (found := silent.next(PATIENCE)) is not None:
            kinds.append(found.type)
        assert kinds.count(raw.PING) == 1 and silent.closed
        alive.send(alive.request(1))
        assert alive.answer(1)["grpc-status"] == "0"
    assert server.counters()["keepalive_timeout"] == 1


def test_streams_at_once_are_as_many_as_are_set(started):
    server = started("--streams-max", 3)
    with Raw(server) as connection:
        first = connection.next()
        assert first.settings[3] == 3
        connection.send(frame(raw.SETTINGS, raw.ACK, 0))
        connection.send(b"".join(connection.request(n, raw.DUPLEX, body=None) for n in (1, 3, 5)))
        connection.send(frame(raw.PING, 0, 0, bytes(8)))
        while connection.next().type != raw.PING:
            pass
        connection.send(connection.request(7, raw.DUPLEX, body=None))
        connection.drain()
        assert connection.closed and connection.goaway.error_code == 1
    with Raw(server) as connection:
        # A client that does not know the limit yet is told by refusals.
        for stream in (1, 3, 5, 7):
            connection.send(connection.request(stream, raw.DUPLEX, body=None))
        assert connection.answer(7)["reset"] == "7"
        connection.send(frame(raw.DATA, raw.END_STREAM, 1))
        assert connection.answer(1)["grpc-status"] == "0"


@pytest.mark.parametrize("early", ["zero", "one"])
def test_windows_nobody_opens_hold_little(started, early):
    """Answers that wait for a window are held once, and bounded by how far a handler runs ahead."""
    from interop import stubs

    request = stubs.load().messages.StreamingOutputCallRequest(
        response_parameters=[{"size": 100_000}] * 200
    )
    server = started()
    with server.channel() as channel:
        Cases(channel).large_unary()
        before = server.resident_kib
        size = 0 if early == "zero" else 1
        with Raw(server, settings=struct.pack(">HI", 4, size)) as connection:
            for stream in range(1, 61, 2):
                body = message(request.SerializeToString())
                connection.send(connection.request(stream, raw.OUTPUT, body=body))
            Cases(channel).large_unary()
            time.sleep(0.5)
            # Thirty calls of 20 MB each; a handler stops at 128 KiB and one message.
            assert server.resident_kib - before < 40 << 10
            Cases(channel).empty_unary()
