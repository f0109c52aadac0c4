"""Kill, restart, check: over and over, and a table at the end."""

import argparse
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "InteropTests"))

import grpc  # noqa: E402

from checking import Findings, check  # noqa: E402
from ledger import Ledger, read  # noqa: E402
from parley_client.client import Client  # noqa: E402
from parley_client.office import Office  # noqa: E402
from traffic import Pattern, Worker  # noqa: E402


class Round:
    """One life of the server: clients write, a watcher looks on, and it is killed."""

    def __init__(self, office: Office, people: list[Client], pattern: Pattern, folder: Path):
        self.office = office
        self.people = [office.again(each) for each in people]
        self.pattern = pattern
        self.folder = folder
        self.watched: set[str] = set()
        self.acknowledged = 0
        self._changed = threading.Condition()

    def live(self, chance: random.Random) -> None:
        """Writes until the kill: after some time, or at once after some acknowledgement."""
        first = self.people[0].do("CreateDispute", **self.pattern.new(chance.randbytes(8).hex()))
        ledgers = [Ledger(self.folder / f"{number}") for number in range(len(self.people))]
        workers = [
            Worker(person, ledger, self.pattern, first.dispute.name, chance.getrandbits(32))
            for person, ledger in zip(self.people, ledgers)
        ]
        watcher = threading.Thread(target=self._watch, daemon=True)
        watcher.start()
        for worker in workers:
            worker.acknowledge = self._acknowledge
            worker.start()
        if chance.random() < 0.5:
            time.sleep(chance.uniform(0.05, 1.5))
        else:
            self._await(chance.randrange(1, 40))
        self.office.server.kill()
        for thread in (*workers, watcher):
            thread.join(timeout=60)
            if thread.is_alive():
                raise RuntimeError("a client did not notice that the server was killed")
        for ledger in ledgers:
            ledger.close()

    def close(self) -> None:
        for person in self.people:
            person.close()

    def _watch(self) -> None:
        try:
            watcher = self.office.again(self.office.supervisor)
            for message in watcher.stream("Watch", name="disputes/-", timeout=120, from_now=True):
                if message.HasField("entry"):
                    self.watched.add(message.entry.name)
        except grpc.RpcError:
            pass
        finally:
            watcher.close()

    def _acknowledge(self) -> None:
        with self._changed:
            self.acknowledged += 1
            self._changed.notify_all()

    def _await(self, count: int) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self.acknowledged >= count, timeout=10)


def restart(office: Office) -> float:
    """Starts the server on what is on disk and answers the seconds until it serves."""
    began = time.monotonic()
    office.server.start()
    client = office.anonymous()
    while True:
        health = client.do("Health.Check")
        if health.status == type(health).SERVING:
            client.close()
            return time.monotonic() - began
        time.sleep(0.005)


def final_checks(office: Office, findings: Findings) -> None:
    """With the server stopped: its own full check, the database's, and a rebuild."""
    if office.server.stop() != 0:
        findings.broken.append("the server did not end in good order")
    verdict = office.server.run("verify")
    if verdict.returncode != 0:
        findings.broken.append(f"parleyd verify: {verdict.stdout}{verdict.stderr}")
    for path in office.server.data.iterdir():
        if path.is_file() and path.read_bytes()[:15] == b"SQLite format 3":
            with sqlite3.connect(path) as connection:
                whole = connection.execute("PRAGMA integrity_check").fetchall()
                keys = connection.execute("PRAGMA foreign_key_check").fetchall()
            connection.close()
            if whole != [("ok",)] or keys:
                findings.broken.append(f"{path.name}: {whole[:3]} {keys[:3]}")
    rebuilt = office.server.run("rebuild")
    if rebuilt.returncode != 0 or "nothing differed" not in rebuilt.stdout:
        findings.broken.append(f"parleyd rebuild: {rebuilt.stdout}{rebuilt.stderr}")


def report(kills: int, seed: int, seconds: list[float], findings: Findings) -> None:
    rows = [
        ("kills", kills),
        ("seed", seed),
        ("acknowledged writes checked", findings.acknowledged),
        ("writes of unknown outcome settled", findings.unknown),
        ("watched entries checked", findings.watched),
        ("files compared", findings.files),
        ("lost", len(findings.lost)),
        ("applied twice", len(findings.doubled)),
        ("other faults", len(findings.broken)),
        ("recovery p50", f"{statistics.median(seconds) * 1000:,.0f} ms"),
        ("recovery max", f"{max(seconds) * 1000:,.0f} ms"),
    ]
    for name, value in rows:
        print(f"{name:<36}{value if isinstance(value, str) else f'{value:,}':>12}")
    for kind in (findings.lost, findings.doubled, findings.broken):
        for line in kind[:20]:
            print(line, file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20, help="how often (default 20)")
    parser.add_argument("--seed", type=int, help="for the same times and traffic again")
    parser.add_argument("--clients", type=int, default=8, help="writing at once (default 8)")
    options = parser.parse_args()
    if options.kills < 1 or options.clients < 1:
        parser.error("at least one kill and one client")
    seed = random.SystemRandom().getrandbits(32) if options.seed is None else options.seed
    chance, findings, seconds = random.Random(seed), Findings(), []
    folder = Path(tempfile.mkdtemp(prefix="parley-crash-"))
    office = Office.at_new_server(folder / "data")
    try:
        people = [
            office.join("ROLE_BROKER", f"Writer {number}", office.organization)
            for number in range(options.clients)
        ]
        pattern = Pattern(office)
        for number in range(options.kills):
            ledgers = folder / f"round-{number}"
            ledgers.mkdir()
            life = Round(office, people, pattern, ledgers)
            life.live(chance)
            seconds.append(restart(office))
            senders = [
                (office.again(person), read(ledgers / f"{index}"))
                for index, person in enumerate(people)
            ]
            reader = office.again(office.supervisor)
            check(reader, senders, life.watched, findings)
            for client in (reader, *(sender for sender, _ in senders)):
                client.close()
            life.close()
            office.clients.clear()
        final_checks(office, findings)
    finally:
        office.close()
    report(options.kills, seed, seconds, findings)
    if not findings.is_sound:
        print(f"kept for inspection: {folder}", file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    if findings.acknowledged == 0:
        print("nothing was acknowledged, so nothing was shown", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
