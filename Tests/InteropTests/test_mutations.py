"""What real clients sent, damaged at random, harms nobody: no crash, no hang, and others are served.

`PARLEY_MUTATIONS` says how many streams are damaged (2,000 unless set), `PARLEY_MUTATION_SEED` from
which number on; a failure names its seed. `INTEROP_SERVER` may name a build with a sanitizer."""

import os
import random
import selectors
import socket
import ssl
import threading
import time

import pytest

from interop import identity, program
from interop.cases import Cases

COUNT = int(os.environ.get("PARLEY_MUTATIONS", "2000"))
FIRST = int(os.environ.get("PARLEY_MUTATION_SEED", "0"))
AT_ONCE = 24
# A server that is done with a stream closes; what stays open longer hangs.
PATIENCE = 90.0


class Tee:
    """Passes bytes on to a server and keeps what clients sent, one run of bytes a connection."""

    def __init__(self, port: int):
        self.port = port
        self.sent: list[bytearray] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def own_port(self) -> int:
        return self.listener.getsockname()[1]

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.port))
            kept = bytearray()
            self.sent.append(kept)
            for source, target, sink in ((client, server, kept), (server, client, None)):
                threading.Thread(
                    target=self._pass_on, args=(source, target, sink), daemon=True
                ).start()

    @staticmethod
    def _pass_on(source, target, sink) -> None:
        try:
            while received := source.recv(65_536):
                if sink is not None:
                    sink += received
                target.sendall(received)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def recorded(server) -> list[bytes]:
    """What grpcio and our own client send in the interoperability tests."""
    import grpc

    tee = Tee(server.port)
    names = [
        "empty_unary", "large_unary", "client_streaming", "server_streaming", "ping_pong",
        "empty_stream", "custom_metadata", "status_code_and_message", "unimplemented_method",
        "cancel_after_begin", "cancel_after_first_response", "special_status_message",
    ]  # fmt: skip
    for name in names:
        options = [("grpc.use_local_subchannel_pool", 1)]
        with grpc.insecure_channel(f"127.0.0.1:{tee.own_port}", options=options) as channel:
            getattr(Cases(channel), name)()
    ours = ["--host", "127.0.0.1", "--port", tee.own_port]
    cases = ["client_compressed_unary", "client_compressed_streaming", "ping_pong"]
    assert program.call(*ours, *cases).returncode == 0
    tee.listener.close()
    # Of the long ones a part is enough, and the many short ones are tried oftener.
    return [bytes(each[:60_000]) for each in tee.sent if len(each) > 24]


def frames(stream: bytes) -> list[bytes]:
    """The preface, and then frame by frame; what is left over comes last."""
    parts, at = [stream[:24]], 24
    while at + 9 <= len(stream):
        end = at + 9 + int.from_bytes(stream[at : at + 3], "big")
        parts.append(stream[at:end])
        at = end
    return parts + [stream[at:]]


def damaged(streams: list[bytes], seed: int) -> bytes:
    """One of the streams, with a few things wrong."""
    dice = random.Random(seed)
    stream = dice.choice(streams)
    if dice.random() < 0.5:
        parts = frames(stream)
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(parts))
            what = dice.randrange(6)
            if what == 0:
                del parts[at]
                if not parts:
                    parts = [b"\0"]
            elif what == 1:
                parts.insert(at, parts[dice.randrange(len(parts))])
            elif what == 2:
                other = dice.randrange(len(parts))
                parts[at], parts[other] = parts[other], parts[at]
            elif what == 3:
                parts[at] = dice.choice(frames(dice.choice(streams)))
            elif len(parts[at]) >= 9:
                # Length, type, flags or stream of a frame.
                head = bytearray(parts[at])
                head[dice.choice((0, 1, 2, 3, 4, 5, 6, 7, 8))] = dice.randrange(256)
                parts[at] = bytes(head)
        return b"".join(parts)
    content = bytearray(stream)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(content))
        what = dice.randrange(5)
        if what == 0:
            content[at] ^= 1 << dice.randrange(8)
        elif what == 1:
            content[at] = dice.choice((0, 0x7F, 0x80, 0xFF, dice.randrange(256)))
        elif what == 2:
            del content[at : at + dice.randint(1, 40)]
        elif what == 3:
            content[at:at] = dice.randbytes(dice.randint(1, 40))
        else:
            content[at:] = content[at : at + dice.randint(1, len(content))]
        if not content:
            content = bytearray(b"\0")
    return bytes(content)


class Throw:
    """One damaged stream on its way: sent, then our end closed, then read until the server's is."""

    def __init__(self, server, seed: int, content: bytes):
        self.seed, self.rest, self.since = seed, memoryview(content), time.monotonic()
        self.socket = socket.create_connection(("127.0.0.1", server.port))
        self.socket.setblocking(False)

    def step(self) -> bool:
        """Goes on as far as it can; answers whether it is over."""
        try:
            while self.rest:
                count = self.socket.send(self.rest)
                self.rest = self.rest[count:]
                if not self.rest:
                    self.socket.shutdown(socket.SHUT_WR)
            while self.socket.recv(65_536):
                pass
            return True
        except BlockingIOError:
            # What comes must be taken also before all is sent.
            try:
                while self.socket.recv(65_536):
                    pass
                return True
            except BlockingIOError:
                return False
            except OSError:
                return True
        except OSError:
            return True


def throw_all(server, streams, seeds, patience) -> None:
    """Throws many at once, and looks now and then whether others are served."""
    waiting: dict[int, Throw] = {}
    selector = selectors.DefaultSelector()
    todo = iter(seeds)
    done = 0
    exhausted = False
    with server.channel() as channel:
        while waiting or not exhausted:
            while len(waiting) < AT_ONCE and not exhausted:
                seed = next(todo, None)
                if seed is None:
                    exhausted = True
                    break
                throw = Throw(server, seed, damaged(streams, seed))
                waiting[throw.socket.fileno()] = throw
                selector.register(
                    throw.socket, selectors.EVENT_READ | selectors.EVENT_WRITE, throw
                )
            for key, _ in selector.select(timeout=1):
                throw = key.data
                if not throw.rest:
                    selector.modify(throw.socket, selectors.EVENT_READ, throw)
                if throw.step():
                    selector.unregister(throw.socket)
                    del waiting[throw.socket.fileno()]
                    throw.socket.close()
                    done += 1
                    if done % 500 == 0:
                        assert server.is_running, f"ended by {throw.seed} or one shortly before"
                        Cases(channel).empty_unary()
            now = time.monotonic()
            for throw in waiting.values():
                assert now - throw.since < patience, f"hangs on {throw.seed}"
        assert server.is_running
        Cases(channel).empty_unary()


def test_damaged_streams():
    limits = ["--short-timers-ms", 2_000, "--connections-per-address-max", 5_000]
    with program.Program() as plain:
        streams = recorded(plain)
    with program.Program(*limits) as server:
        assert len(streams) >= 10
        descriptors, memory = server.descriptors, server.resident_kib
        throw_all(server, streams, range(FIRST, FIRST + COUNT), PATIENCE)
        end = time.monotonic() + PATIENCE
        while server.descriptors > descriptors + 4 and time.monotonic() < end:
            time.sleep(0.05)
        assert server.descriptors <= descriptors + 4
        if not os.environ.get("INTEROP_SERVER"):
            assert server.resident_kib - memory < 64 << 10
        assert server.stop() == 0


def test_damaged_streams_inside_tls(tmp_path):
    """A tenth as many, undamaged outside: what OpenSSL hands on is damaged."""
    own = identity.make(tmp_path, "localhost")
    context = ssl.create_default_context(cafile=own.certificate)
    context.set_alpn_protocols(["h2"])
    with program.Program() as plain:
        streams = recorded(plain)
    with program.Program("--short-timers-ms", 2_000, identity=own) as server:
        for seed in range(FIRST, FIRST + COUNT // 10):
            content = damaged(streams, seed)
            with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as bare:
                try:
                    with context.wrap_socket(bare, server_hostname="localhost") as secured:
                        secured.sendall(content)
                        secured.unwrap()
                except (OSError, ssl.SSLError) as fault:
                    assert not isinstance(fault, TimeoutError), f"hangs on {seed}"
        # The records of TLS themselves.
        for seed in range(FIRST, FIRST + COUNT // 10):
            dice = random.Random(seed)
            incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
            client = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
            with pytest.raises(ssl.SSLWantReadError):
                client.do_handshake()
            hello = bytearray(outgoing.read())
            for _ in range(dice.randint(1, 8)):
                hello[dice.randrange(len(hello))] = dice.randrange(256)
            with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as bare:
                bare.sendall(hello)
                bare.shutdown(socket.SHUT_WR)
                try:
                    while bare.recv(65_536):
                        pass
                except TimeoutError:
                    raise AssertionError(f"hangs on {seed}") from None
                except OSError:
                    pass
        assert server.is_running
        with server.channel() as channel:
            Cases(channel).empty_unary()
