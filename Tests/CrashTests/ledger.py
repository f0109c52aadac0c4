"""What each client asked for and was told, on disk before it goes on."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Write:
    """One write as it was sent, and what is known of it."""

    key: str
    method: str
    # The messages sent; several for an upload.
    requests: list[bytes]
    # Stands in exactly one entry of the docket once the write is done; empty where the event does.
    mark: str
    # Empty for a new dispute until the answer names it.
    dispute: str = ""
    outcome: str = "INVOKED"
    # SHA-256 of the answer's bytes.
    answer: str = ""
    receipts: list[tuple[str, int, int, str]] = field(default_factory=list)
    reason: str = ""


class Ledger:
    """A file of one client: a line before each call and a line after it, each synced."""

    def __init__(self, path: Path):
        self.path = path
        self._file = path.open("a", encoding="utf-8")

    def invoke(self, write: Write) -> None:
        self._append(
            {
                "step": "INVOKE",
                "key": write.key,
                "method": write.method,
                "requests": [each.hex() for each in write.requests],
                "mark": write.mark,
                "dispute": write.dispute,
            }
        )

    def ok(self, write: Write, answer: bytes, dispute: str, receipts: list) -> None:
        kept = [
            (each.dispute, each.compartment, each.sequence, each.head.hex()) for each in receipts
        ]
        digest = hashlib.sha256(answer).hexdigest()
        self._append(
            {
                "step": "OK",
                "key": write.key,
                "answer": digest,
                "dispute": dispute,
                "receipts": kept,
            }
        )

    def fail(self, write: Write, reason: str) -> None:
        self._append({"step": "FAIL", "key": write.key, "reason": reason})

    def unknown(self, write: Write) -> None:
        self._append({"step": "UNKNOWN", "key": write.key})

    def close(self) -> None:
        self._file.close()

    def _append(self, line: dict) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def read(path: Path) -> list[Write]:
    """The writes of a ledger, as its file tells them."""
    writes: dict[str, Write] = {}
    for text in path.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        if line["step"] == "INVOKE":
            writes[line["key"]] = Write(
                line["key"],
                line["method"],
                [bytes.fromhex(each) for each in line["requests"]],
                line["mark"],
                line["dispute"],
            )
            continue
        write = writes[line["key"]]
        write.outcome = line["step"]
        write.reason = line.get("reason", "")
        if write.outcome == "OK":
            write.answer = line["answer"]
            write.dispute = line["dispute"]
            write.receipts = [tuple(each) for each in line["receipts"]]
    # A call without an end is one whose outcome nobody knows.
    for write in writes.values():
        if write.outcome == "INVOKED":
            write.outcome = "UNKNOWN"
    return list(writes.values())
