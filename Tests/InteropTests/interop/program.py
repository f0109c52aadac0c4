"""The interop server as a process, and its client."""

import os
import queue
import signal
import subprocess
import threading
from pathlib import Path

import grpc

from interop.stubs import ROOT

START_SECONDS = 30.0


def binary() -> Path:
    """The program under test: `INTEROP_SERVER`, or the debug build."""
    path = Path(os.environ.get("INTEROP_SERVER") or ROOT / ".build" / "debug" / "interop-server")
    if not os.access(path, os.X_OK):
        raise FileNotFoundError(f"{path}: build it with `swift build --product interop-server`")
    return path


class Program:
    """A running server of the test services."""

    def __init__(self, *options, identity=None, log: Path | None = None):
        command = [binary(), *map(str, options)]
        if identity:
            command += ["--tls-cert", identity.certificate, "--tls-key", identity.key]
        self.identity = identity
        self.log = log
        errors = log.open("ab") if log else subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True
        )
        if log:
            errors.close()
        address = self._first_line().removeprefix("listening on ")
        self.port = 0 if address.startswith("/") else int(address.rsplit(":", 1)[1])
        self.address = address

    def channel(self, *, options=(), root: bytes | None = None, client=None) -> grpc.Channel:
        """A channel of grpcio to it."""
        if self.identity is None:
            target = f"unix:{self.address}" if self.port == 0 else f"127.0.0.1:{self.port}"
            return grpc.insecure_channel(target, options=options)
        key, chain = (client.key_bytes, client.certificate_bytes) if client else (None, None)
        credentials = grpc.ssl_channel_credentials(
            root or self.identity.certificate_bytes, key, chain
        )
        return grpc.secure_channel(f"localhost:{self.port}", credentials, options=options)

    def counters(self) -> dict[str, int]:
        """What the transport has counted, asked over a connection of its own."""
        with self.channel(options=[("grpc.use_local_subchannel_pool", 1)]) as channel:
            text = channel.unary_unary("/interop.Counters/Get")(b"", timeout=20)
        pairs = (line.split() for line in text.decode().splitlines())
        return {name: int(count) for name, count in pairs}

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    @property
    def resident_kib(self) -> int:
        """Memory in use."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise RuntimeError("the process is gone")

    @property
    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self) -> int:
        """Ends it in good order and answers the exit status."""
        if self.is_running:
            self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("the server did not end") from None
        self.process.stdout.close()
        return status

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    def _first_line(self) -> str:
        lines: queue.Queue = queue.Queue()
        threading.Thread(
            target=lambda: lines.put(self.process.stdout.readline()), daemon=True
        ).start()
        try:
            line = lines.get(timeout=START_SECONDS)
        except queue.Empty:
            line = ""
        if not line.startswith("listening on "):
            self.process.kill()
            raise AssertionError(f"the server said {line!r} instead of where it listens")
        return line.strip()


def call(*options, seconds=120) -> subprocess.CompletedProcess:
    """Runs our client's part of test cases."""
    return subprocess.run(
        [binary(), "call", *map(str, options)], capture_output=True, text=True, timeout=seconds
    )
