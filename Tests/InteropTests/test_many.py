"""Many connections: those that come and go leave nothing, those that stay cost little. And long
calls: what passes through is not kept.

Small numbers unless set: `PARLEY_CHURN` (connections that are broken off), `PARLEY_IDLE` (TLS
connections that stay) and `PARLEY_UPLOAD_MIB` take 10000, 10000 and 1024 by hand, with
`INTEROP_SERVER` naming a release build and `ulimit -n` above twice the connections."""

import os
import socket
import ssl
import struct
import threading
import time

import pytest

from interop import identity, program, raw, stubs
from interop.cases import Cases
from interop.raw import frame

CHURN = int(os.environ.get("PARLEY_CHURN", "400"))
IDLE = int(os.environ.get("PARLEY_IDLE", "300"))
UPLOAD_MIB = int(os.environ.get("PARLEY_UPLOAD_MIB", "48"))
PATIENCE = 120.0
IDLE_KIB_MAX = 40
LIMITS = ["--connections-max", 12_000, "--connections-per-address-max", 12_000]


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return identity.make(tmp_path_factory.mktemp("identity"), "localhost")


def until(what, why):
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, why
        time.sleep(0.05)


@pytest.mark.parametrize("secured", [False, True], ids=["cleartext", "tls"])
def test_connections_that_come_and_go(own, secured):
    with program.Program(*LIMITS, identity=own if secured else None) as server:
        with server.channel() as channel:
            Cases(channel).empty_unary()
            before = server.descriptors
            context = ssl.create_default_context(cafile=own.certificate)
            context.set_alpn_protocols(["h2"])
            for number in range(CHURN):
                each = socket.create_connection(("127.0.0.1", server.port))
                # Broken off at once, inside the handshake, in the middle of a call, or shortly after.
                if number % 4 == 1:
                    each.sendall(b"\x16\x03\x01\x00\xff\x01" if secured else raw.PREFACE[:9])
                elif number % 4 > 1:
                    if secured:
                        each = context.wrap_socket(each, server_hostname="localhost")
                    each.sendall(raw.PREFACE + frame(raw.SETTINGS, 0, 0))
                    each.sendall(frame(raw.HEADERS, 4, 1, _block()))
                    if number % 4 == 3:
                        each.recv(1)
                each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                each.close()
                if number % 500 == 0:
                    Cases(channel).empty_unary()
            until(lambda: server.descriptors <= before, "descriptors are kept")
            Cases(channel).empty_unary()
            until(lambda: server.counters()["handlers"] <= 1, "handlers are kept")


def _block() -> bytes:
    from hpack import Encoder

    return Encoder().encode(
        [(":method", "POST"), (":scheme", "http"), (":path", raw.DUPLEX),
         (":authority", "localhost"), ("content-type", "application/grpc")]
    )  # fmt: skip


def test_tls_connections_that_stay(own):
    with program.Program(*LIMITS, identity=own) as server:
        with server.channel() as channel:
            Cases(channel).empty_unary()
            # Warm: what the first connections make once is not theirs.
            warm = [_connect(server, own) for _ in range(64)]
            before, descriptors = server.resident_kib, server.descriptors
            held = [_connect(server, own) for _ in range(IDLE)]
            assert server.descriptors == descriptors + IDLE
            each = (server.resident_kib - before) / IDLE
            print(f"{IDLE} idle TLS connections: {each:.1f} KiB each")
            assert each <= IDLE_KIB_MAX
            Cases(channel).empty_unary()
            # Idle ones still serve.
            held[-1].sendall(frame(raw.PING, 0, 0, bytes(8)))
            assert held[-1].recv(17)
            for connection in warm + held:
                connection.close()
            until(lambda: server.descriptors <= descriptors - 64, "descriptors are kept")
            Cases(channel).empty_unary()


def _connect(server, own, context={}):
    if own not in context:
        context[own] = ssl.create_default_context(cafile=own.certificate)
        context[own].set_alpn_protocols(["h2"])
    plain = socket.create_connection(("127.0.0.1", server.port))
    made = context[own].wrap_socket(plain, server_hostname="localhost")
    made.sendall(raw.PREFACE + frame(raw.SETTINGS, 0, 0) + frame(raw.SETTINGS, raw.ACK, 0))
    assert made.recv(9)
    return made


class Watch(threading.Thread):
    """The most memory a process had while it was watched."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0, threading.Event()
        self.start()

    def run(self) -> None:
        while not self.over.wait(0.02):
            self.most = max(self.most, self.now())

    def now(self) -> int:
        try:
            with open(f"/proc/{self.pid}/status") as status:
                for line in status:
                    if line.startswith("VmRSS:"):
                        return int(line.split()[1])
        except OSError:
            pass
        return 0


@pytest.mark.parametrize("secured", [False, True], ids=["cleartext", "tls"])
def test_long_uploads_are_not_kept(own, secured):
    """From our client to our server, and from grpcio: neither end of ours grows."""
    with program.Program(identity=own if secured else None) as server:
        with server.channel() as channel:
            Cases(channel).client_streaming()
            before = server.resident_kib
            watch = Watch(server.process.pid)
            load = stubs.load().messages.StreamingInputCallRequest(
                payload={"body": bytes(1 << 20)}
            )
            call = Cases(channel).stub.StreamingInputCall(load for _ in range(UPLOAD_MIB))
            assert call.aggregated_payload_size == UPLOAD_MIB << 20
            options = ["--host", "127.0.0.1", "--port", server.port, "--upload-mib", UPLOAD_MIB]
            options += ["--ca", own.certificate] if secured else []
            client = program.subprocess.Popen(
                [program.binary(), "call", *map(str, options), "upload"],
                stdout=program.subprocess.PIPE, text=True,
            )  # fmt: skip
            ours = Watch(client.pid)
            said, _ = client.communicate(timeout=PATIENCE + UPLOAD_MIB)
            for each in (watch, ours):
                each.over.set()
            assert said == "upload passed\n"
            print(f"{UPLOAD_MIB} MiB: server +{watch.most - before} KiB, client {ours.most} KiB")
            assert watch.most - before < 24 << 10
            # The program and its libraries are in this figure.
            assert ours.most < 96 << 10
