"""The order of system calls: the log is synced before the answer's first byte is written."""

import argparse
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "InteropTests"))

from parley_client.case import Case  # noqa: E402
from parley_client.frames import Frames, message  # noqa: E402
from parley_client.office import Office  # noqa: E402

SKIPPED = 77
CALLS = "read,recvfrom,recvmsg,pwrite64,fdatasync,fsync,write,writev,sendto,sendmsg"
SENDS = {"write", "writev", "sendto", "sendmsg"}
RECEIVES = {"read", "recvfrom", "recvmsg"}
WHOLE = re.compile(r"^(\d+) +(\w+)\((\d+)<(.*?)>[,)].* = (-?\d+)")
BEGUN = re.compile(r"^(\d+) +(\w+)\((\d+)<(.*?)>.*<unfinished \.\.\.>$")
ENDED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>.* = (-?\d+)")


class CannotTrace(Exception):
    """strace may not attach here."""


class Trace:
    """The server's calls while the block runs."""

    def __init__(self, pid: int, folder: Path):
        self.output = folder / "calls"
        self.process = subprocess.Popen(
            ["strace", "-f", "-yy", "-e", f"trace={CALLS}", "-o", self.output, "-p", str(pid)],
            stderr=subprocess.PIPE,
            text=True,
        )
        said = self.process.stderr.readline()
        if "attached" not in said:
            self.process.kill()
            self.process.wait()
            raise CannotTrace(said.strip())

    def __enter__(self) -> "Trace":
        return self

    def __exit__(self, *_) -> None:
        time.sleep(0.2)
        self.process.send_signal(signal.SIGINT)
        self.process.communicate()

    def steps(self) -> list[tuple[str, str, str, int]]:
        """(when, call, file, result): `begins` and `ends` of each call, in order."""
        found: list[tuple[str, str, str, int]] = []
        open_calls: dict[str, tuple[str, str]] = {}
        for line in self.output.read_text(errors="replace").splitlines():
            if begun := BEGUN.match(line):
                thread, call, _, file = begun.groups()
                open_calls[thread] = (call, file)
                found.append(("begins", call, file, 0))
            elif (ended := ENDED.match(line)) and ended[1] in open_calls:
                call, file = open_calls.pop(ended[1])
                found.append(("ends", call, file, int(ended[3])))
            elif whole := WHOLE.match(line):
                _, call, _, file, result = whole.groups()
                found.append(("begins", call, file, int(result)))
                found.append(("ends", call, file, int(result)))
        return found


def order_faults(steps: list, port: int) -> list[str]:
    """What is wrong with one write that came in on the connection from this port."""
    here = f"127.0.0.1:{port}]"
    asked = next(
        (
            index
            for index, (when, call, file, result) in enumerate(steps)
            if when == "ends" and call in RECEIVES and here in file and result > 0
        ),
        None,
    )
    if asked is None:
        return ["the request was not seen to arrive"]
    after = steps[asked:]
    logged = synced = False
    for when, call, file, result in after:
        if file.endswith("-wal") and call == "pwrite64":
            logged, synced = True, False
        if file.endswith("-wal") and call in ("fdatasync", "fsync") and when == "ends":
            synced = logged and result == 0
        if when == "begins" and call in SENDS and here in file:
            if not logged:
                return ["bytes were sent before anything was written to the log"]
            return [] if synced else ["bytes were sent before the log was synced"]
    return ["no answer was seen to leave"]


def reminder(case: Case, text: str):
    return case.broker.request(
        "SendReminder", name=case.name, channel="CHANNEL_EMAIL", text=text
    ).SerializeToString()


def trace_one_write(case: Case, folder: Path) -> list[str]:
    """One write on a connection that sends nothing but the request."""
    server = case.office.server
    token = [("authorization", f"Bearer {case.broker.token}")]
    path = "/parley.v1.NegotiationService/SendReminder"
    with Frames(server) as frames:
        if frames.ask().status != 0:
            return ["the connection does not work"]
        with Trace(server.process.pid, folder) as trace:
            answer = frames.ask(token, message(reminder(case, "Watched.")), path=path)
        if answer.status != 0:
            return [f"the write was refused: {answer.headers}"]
        return order_faults(trace.steps(), frames.socket.getsockname()[1])


def count_syncs(case: Case, writes: int, folder: Path) -> int:
    """How often the log was synced during so many writes, one after the other."""
    with Trace(case.office.server.process.pid, folder) as trace:
        for number in range(writes):
            case.broker.do(
                "SendReminder", name=case.name, channel="CHANNEL_EMAIL", text=f"No. {number}"
            )
    return sum(
        when == "ends" and call in ("fdatasync", "fsync") and file.endswith("-wal") and result == 0
        for when, call, file, result in trace.steps()
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writes", type=int, default=20, help="for the count (default 20)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="parley-fsync-") as name:
        folder = Path(name)
        office = Office.at_new_server(folder / "data")
        try:
            case = Case.filed(office)
            faults = trace_one_write(case, folder)
            syncs = count_syncs(case, options.writes, folder)
        except (CannotTrace, FileNotFoundError) as reason:
            print(f"skipped: strace cannot attach to the server here: {reason}")
            return SKIPPED
        finally:
            office.close()
    if syncs < options.writes:
        faults.append(f"{options.writes} acknowledged writes synced the log {syncs} times only")
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print("log synced before the answer's first byte: yes")
        print(f"{options.writes} acknowledged writes, one by one: {syncs} syncs of the log")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
