"""The server as a process: founded, started, stopped and killed by the tests."""

import hashlib
import os
import queue
import signal
import ssl
import subprocess
import threading
import time
from pathlib import Path

from parley_client.stubs import ROOT

START_SECONDS = 30.0


def binary(name: str = "parleyd") -> Path:
    """A program under test: `PARLEYD` or `PARLEY`, or the debug build."""
    path = Path(os.environ.get(name.upper()) or ROOT / ".build" / "debug" / name)
    if not os.access(path, os.X_OK):
        raise FileNotFoundError(f"{path}: build it with `swift build --product {name}`")
    return path


class Server:
    """One data directory and, while it runs, the process that serves it."""

    def __init__(self, data: Path):
        self.data = data
        self.process: subprocess.Popen | None = None
        self.port = 0
        self._log = data.parent / f"{data.name}.log"

    @classmethod
    def found(
        cls, data: Path, *, institution: str | None = "Quay Chambers", development: bool = True
    ) -> tuple["Server", str]:
        """Founds a data directory; answers it and the first administrator's code."""
        command = [binary(), "init", "--data", data, "--administrator", "Ada Quay"]
        command += ["--email", "ada@quay.example"]
        command += ["--institution", institution] if institution else []
        command += ["--development"] if development else []
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        said = dict(
            line.rsplit(maxsplit=1) for line in lines.splitlines() if len(line.split()) > 1
        )
        return cls(data), said["Enrolment code"]

    @property
    def certificate(self) -> Path:
        return self.data / "keys" / "tls-certificate.pem"

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate, as clients pin it."""
        der = ssl.PEM_cert_to_DER_cert(self.certificate.read_text())
        return hashlib.sha256(der).hexdigest()

    @property
    def target(self) -> str:
        return f"localhost:{self.port}"

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def start(self, *options: str, before: tuple = (), port: int = 0) -> "Server":
        """Starts the process, on a port of its own choosing unless one is given, and waits for the
        line that says where it listens."""
        command = [*before, binary(), "serve", "--data", self.data]
        command += ["--listen", f"127.0.0.1:{port}", "--log-level", "warning", *options]
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
            )
        line = self._first_line("Listening on ")
        self.port = int(line.rsplit(":", 1)[1])
        return self

    def stop(self) -> int:
        """Ends it in good order and answers the exit status."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it at once, as a crash does."""
        self._end(signal.SIGKILL)

    def run(self, command: str) -> subprocess.CompletedProcess:
        """Runs `verify` or `rebuild` on the directory, which no server may have open."""
        return subprocess.run(
            [binary(), command, "--data", self.data], capture_output=True, text=True
        )

    def _end(self, how: signal.Signals) -> int:
        if self.process is None:
            return 0
        if self.is_running:
            self.process.send_signal(how)
        try:
            status = self.process.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the server did not end within {START_SECONDS} s") from None
        self.process.stdout.close()
        self.process = None
        return status

    def _first_line(self, start: str) -> str:
        lines: queue.Queue = queue.Queue()
        pipe = self.process.stdout

        def read() -> None:
            for line in pipe:
                lines.put(line)
            lines.put(None)

        threading.Thread(target=read, daemon=True).start()
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                line = lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no line that starts with {start!r}: {self.log}") from None
            if line is None:
                raise AssertionError(f"the server ended at the start: {self.log}")
            if line.startswith(start):
                return line.strip()
